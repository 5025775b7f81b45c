package dev.attune.scoring.model;

import dev.attune.model.vertical.Vad;
import dev.attune.scoring.feature.Scratch;
import java.util.List;
import java.util.SortedMap;

/** A trained model of all that is scored. Immutable and thread-safe; a scratch is for one thread at a time. */
public interface ScoringModel {

    /** Reads a client's message. */
    ClientReading client(String text, Scratch scratch);

    /** Reads a reply to a client's message. */
    ReplyReading reply(String client, String reply, Scratch scratch);

    /** What moved the scores of a reply, criterion by criterion, strongest first. */
    SortedMap<String, List<Reason>> reasons(String client, String reply, Scratch scratch);

    /** What spoke for an emotion in a client's message, strongest first; empty for an emotion that the model does not know. */
    List<Reason> cues(String emotion, String client, Scratch scratch);

    /** The model as bytes, from which {@link Learner#restore} makes the same model. */
    byte[] toBytes();

    /**
     * What a message tells of a client.
     *
     * @param emotions every emotion that the model knows, surest first
     * @param intensity how strong they are, 0 to 1
     * @param vad where they are in the space of feelings
     */
    record ClientReading(List<Label> emotions, double intensity, Vad vad) {}

    /**
     * What a reply is.
     *
     * @param strategies every strategy that the model knows, surest first
     * @param rubric by criterion
     * @param utility P(a beats b) = sigmoid(utility(a) - utility(b))
     * @param change by how much the client's valence is expected to change after it, -2 to 2
     */
    record ReplyReading(List<Label> strategies, SortedMap<String, Grade> rubric, double utility, double change) {}

    /**
     * A label and whether it is told.
     *
     * @param code the taxonomy's code
     * @param confidence the probability of the label, 0 to 1
     * @param told whether the model tells it, by a threshold of the label's own
     */
    record Label(String code, double confidence, boolean told) {}

    /**
     * A grade.
     *
     * @param score within the rubric's scale
     * @param confidence how often such a score was within one of what was graded, on what the model had not seen; 0 to 1
     */
    record Grade(double score, double confidence) {}

    /**
     * What moved a score.
     *
     * @param words words of the text, or the name of a trait in parentheses
     * @param weight by how much they moved the score, up or down
     */
    record Reason(String words, double weight) {}
}
