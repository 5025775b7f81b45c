package dev.attune.model.message;

import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A judgment, as it was given; it is never changed afterwards.
 *
 * @param dataset the dataset's name
 * @param conversationId the conversation; the message's key
 * @param turnId the turn
 * @param judgmentId the judgment
 * @param comparisonId the comparison that it answers
 * @param rater who judged; null where it was imported
 * @param origin a rater here, or the imported data
 * @param outcome the answer
 * @param left the response that stood on the left
 * @param right the response that stood on the right
 * @param degree how much better, 1 (slightly) to 3 (much); null where it was not said
 * @param at when
 */
public record JudgmentRecorded(
        String dataset,
        UUID conversationId,
        UUID turnId,
        UUID judgmentId,
        UUID comparisonId,
        @Nullable String rater,
        JudgmentOrigin origin,
        Outcome outcome,
        UUID left,
        UUID right,
        @Nullable Integer degree,
        Instant at) {}
