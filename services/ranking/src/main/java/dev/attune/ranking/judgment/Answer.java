package dev.attune.ranking.judgment;

import dev.attune.model.judgment.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rater says to a comparison.
 *
 * @param comparison the comparison
 * @param outcome the answer
 * @param degree how much better, 1 (slightly) to 3 (much); null where it was not said
 * @param reasons why, in a few words each
 * @param comment anything else; null where there is nothing
 * @param seconds how long it took; null where it was not measured
 */
public record Answer(
        UUID comparison,
        Outcome outcome,
        @Nullable Integer degree,
        List<String> reasons,
        @Nullable String comment,
        @Nullable Integer seconds) {

    public Answer {
        reasons = List.copyOf(reasons);
    }
}
