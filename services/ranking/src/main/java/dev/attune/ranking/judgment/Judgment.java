package dev.attune.ranking.judgment;

import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.message.JudgmentRecorded;
import dev.attune.ranking.comparison.Sides;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer, as it was given; it is never changed.
 *
 * @param id the judgment
 * @param turnId the turn
 * @param dataset the dataset's name
 * @param conversationId the turn's conversation
 * @param rater who answered; null where it was imported
 * @param origin a rater, or imported data
 * @param sides how the responses stood
 * @param answer what was said, and to which comparison
 * @param createdAt when
 */
public record Judgment(
        UUID id,
        UUID turnId,
        String dataset,
        UUID conversationId,
        @Nullable String rater,
        JudgmentOrigin origin,
        Sides sides,
        Answer answer,
        Instant createdAt) {

    /** The message that tells of it. */
    JudgmentRecorded message() {
        return new JudgmentRecorded(
                dataset,
                conversationId,
                turnId,
                id,
                answer.comparison(),
                rater,
                origin,
                answer.outcome(),
                sides.left(),
                sides.right(),
                answer.degree(),
                createdAt);
    }
}
