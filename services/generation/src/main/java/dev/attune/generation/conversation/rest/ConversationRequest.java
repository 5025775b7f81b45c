package dev.attune.generation.conversation.rest;

import dev.attune.generation.conversation.ContentRules;
import dev.attune.generation.conversation.ConversationDraft;
import dev.attune.generation.conversation.SourceName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A conversation to add.
 *
 * @param dataset where it belongs
 * @param source the name of what sends it; {@code api} where it is not said
 * @param id the name that the sender has for it, unique within dataset and source
 * @param system what the model is told before it
 * @param turns the client's messages with the answers to each
 */
public record ConversationRequest(
        @NotNull String dataset,

        @Pattern(regexp = SourceName.FORM, message = "must be 1 to 200 letters, digits and . _ : @ / -") @Nullable
        String source,

        @Schema(minLength = 1, maxLength = ContentRules.MAX_NAME_LENGTH) @Nullable
        String id,

        @Schema(minLength = 1, maxLength = ContentRules.MAX_TEXT_BYTES) @Nullable
        String system,

        @Schema(maxItems = ContentRules.MAX_TURNS) @NotEmpty List<@NotNull @Valid TurnRequest> turns) {

    /**
     * One client message.
     *
     * @param client what the client says
     * @param responses the answers; the first is the one that was said; without any, two are generated
     * @param preferences which answer beats which
     */
    public record TurnRequest(
            @Schema(minLength = 1, maxLength = ContentRules.MAX_TEXT_BYTES) @NotNull
            String client,

            @Schema(maxItems = ContentRules.MAX_RESPONSES) @Nullable
            List<@NotNull @Valid ResponseRequest> responses,

            @Nullable List<@NotNull @Valid PreferenceRequest> preferences) {

        private ConversationDraft.Turn toDomain() {
            return new ConversationDraft.Turn(
                    client,
                    responses == null
                            ? List.of()
                            : responses.stream().map(ResponseRequest::toDomain).toList(),
                    preferences == null
                            ? List.of()
                            : preferences.stream()
                                    .map(PreferenceRequest::toDomain)
                                    .toList());
        }
    }

    /**
     * One answer.
     *
     * @param text what it says
     * @param generator who made it; {@code author}, a person, where it is not said
     */
    public record ResponseRequest(
            @Schema(minLength = 1, maxLength = ContentRules.MAX_TEXT_BYTES) @NotNull
            String text,

            @Schema(minLength = 1, maxLength = ContentRules.MAX_NAME_LENGTH) @Nullable
            String generator) {

        private ConversationDraft.Response toDomain() {
            return new ConversationDraft.Response(text, generator == null ? "author" : generator);
        }
    }

    /**
     * A preference, by index into the responses, from 0.
     *
     * @param chosen the better answer
     * @param rejected the worse answer
     */
    public record PreferenceRequest(
            @Schema(minimum = "0") @NotNull Integer chosen,
            @Schema(minimum = "0") @NotNull Integer rejected) {

        private ConversationDraft.Preference toDomain() {
            return new ConversationDraft.Preference(chosen, rejected);
        }
    }

    String sourceOrDefault() {
        return source == null ? "api" : source;
    }

    ConversationDraft toDomain() {
        return new ConversationDraft(
                id, system, List.of(), turns.stream().map(TurnRequest::toDomain).toList());
    }
}
