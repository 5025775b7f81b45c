package dev.attune.scoring.score.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts to score now; nothing of them is kept.
 *
 * @param client what the client says
 * @param responses responses to it, at most 16; may be absent
 * @param stated what metadata state of the turn, to be held against the texts; may be absent
 * @param explain whether the words that moved each score are told; true where it is absent
 */
public record EvaluationRequest(
        @NotBlank @Size(max = TextSize.LARGEST) @TextSize String client,
        @Nullable @Size(max = 16) List<@NotBlank @Size(max = TextSize.LARGEST) @TextSize String> responses,
        @Nullable @Valid StatedRequest stated,
        @Nullable Boolean explain) {

    /**
     * What metadata state.
     *
     * @param topic the topic's code, or words for it
     * @param persona the archetype's code or name
     * @param objective what is to be learnt
     * @param skills the skills and strategies that the responses are said to show
     */
    public record StatedRequest(
            @Nullable @Size(max = 200) String topic,
            @Nullable @Size(max = 200) String persona,
            @Nullable @Size(max = 2000) String objective,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 200) String> skills) {}
}
