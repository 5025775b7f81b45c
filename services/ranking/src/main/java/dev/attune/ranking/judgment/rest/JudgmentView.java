package dev.attune.ranking.judgment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import dev.attune.ranking.judgment.Judgment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A judgment. Raters rank blind, before and afterwards, so what identifies the turn and the responses is for reviewers.
 *
 * @param judgment the judgment
 * @param comparison the comparison that it answers
 * @param dataset the dataset's name
 * @param turn the turn; for reviewers
 * @param left the response that stood on the left; for reviewers
 * @param right the response that stood on the right; for reviewers
 * @param rater who answered; absent where it was imported
 * @param origin a rater, or imported data
 * @param outcome the answer
 * @param degree how much better, 1 to 3
 * @param reasons why
 * @param comment anything else
 * @param seconds how long it took
 * @param createdAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JudgmentView(
        UUID judgment,
        UUID comparison,
        String dataset,
        @Nullable UUID turn,
        @Nullable UUID left,
        @Nullable UUID right,
        @Nullable String rater,
        JudgmentOrigin origin,
        Outcome outcome,
        @Nullable Integer degree,
        List<String> reasons,
        @Nullable String comment,
        @Nullable Integer seconds,
        Instant createdAt) {

    /** As a rater sees it. */
    static JudgmentView blind(Judgment judgment) {
        return view(judgment, true);
    }

    /** As a reviewer sees it. */
    static JudgmentView whole(Judgment judgment) {
        return view(judgment, false);
    }

    private static JudgmentView view(Judgment judgment, boolean blind) {
        return new JudgmentView(
                judgment.id(),
                judgment.answer().comparison(),
                judgment.dataset(),
                blind ? null : judgment.turnId(),
                blind ? null : judgment.sides().left(),
                blind ? null : judgment.sides().right(),
                judgment.rater(),
                judgment.origin(),
                judgment.answer().outcome(),
                judgment.answer().degree(),
                judgment.answer().reasons(),
                judgment.answer().comment(),
                judgment.answer().seconds(),
                judgment.createdAt());
    }
}
