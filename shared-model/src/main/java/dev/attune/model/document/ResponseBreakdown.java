package dev.attune.model.document;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reply sentence by sentence; the sentences, joined by blanks, are the reply.
 *
 * @param totalSentences how many there are
 * @param structureType how they follow each other
 * @param sentences in their order
 */
public record ResponseBreakdown(
        @Min(1) int totalSentences,
        String structureType,
        @Size(min = 1) List<Sentence> sentences) {

    /**
     * One sentence.
     *
     * @param text as it stands in the reply
     * @param function what it does
     * @param emotionalPurpose what it does to the client
     * @param technique how
     * @param teachesModel what a model learns from it
     * @param wordChoiceRationale three to five of its words and why they stand there; all of its words where it has fewer than three
     * @param stylisticNote how it sounds
     * @param psychologicalPrinciple why it works
     */
    public record Sentence(
            String text,
            String function,
            String emotionalPurpose,
            String technique,
            String teachesModel,
            @Size(min = 1, max = 5) Map<String, String> wordChoiceRationale,
            @Nullable String stylisticNote,
            String psychologicalPrinciple) {}
}
