package dev.attune.generation.conversation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.attune.generation.conversation.ConversationQueries.Summary;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SummaryView(
        UUID conversation,
        String dataset,
        String source,
        @Nullable String id,
        @JsonProperty("import") @Nullable UUID importId,
        @Nullable Long line,
        int turns,
        Instant createdAt) {

    static SummaryView from(Summary summary) {
        return new SummaryView(
                summary.id(),
                summary.origin().dataset(),
                summary.origin().source(),
                summary.externalId(),
                summary.origin().importId(),
                summary.origin().line(),
                summary.turns(),
                summary.createdAt());
    }
}
