package dev.attune.scoring.model;

import dev.attune.model.rubric.Rubric;
import dev.attune.model.vertical.Vad;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What there is to learn from.
 *
 * @param turns labelled turns in the order of the corpus, those of a conversation together
 * @param judged what people preferred
 * @param emotions sentences that show an emotion, from the taxonomy
 * @param strategies sentences that show a strategy, from the taxonomy
 * @param scales the criteria with their scales
 */
public record TrainingSet(
        List<Turn> turns,
        List<JudgedPair> judged,
        List<Sample> emotions,
        List<Sample> strategies,
        SortedMap<String, Rubric.Scale> scales) {

    public TrainingSet {
        turns = List.copyOf(turns);
        judged = List.copyOf(judged);
        emotions = List.copyOf(emotions);
        strategies = List.copyOf(strategies);
        scales = Collections.unmodifiableSortedMap(new TreeMap<>(scales));
    }

    /**
     * One turn with its labels.
     *
     * @param conversation the conversation's name; what is of one conversation is never on both sides of a split
     * @param client the client's message
     * @param emotions the emotions that it shows; empty where nobody said
     * @param feeling how strongly and where; null where nobody said
     * @param strategies what a good answer does; empty where nobody said
     * @param responses the graded responses
     */
    public record Turn(
            String conversation,
            String client,
            SortedSet<String> emotions,
            @Nullable Feeling feeling,
            SortedSet<String> strategies,
            List<Response> responses) {
        public Turn {
            emotions = Collections.unmodifiableSortedSet(new TreeSet<>(emotions));
            strategies = Collections.unmodifiableSortedSet(new TreeSet<>(strategies));
            responses = List.copyOf(responses);
        }
    }

    /**
     * A state.
     *
     * @param intensity 0 to 1
     * @param vad valence, arousal and dominance, -1 to 1 each
     */
    public record Feeling(double intensity, Vad vad) {}

    /**
     * A graded response.
     *
     * @param text what it says
     * @param grades criterion to grade, of those that were graded
     * @param overall the mean grade by the standard rubric's weights; null where it was not graded by all of that
     * @param exemplary whether it is what the turn's strategies look like
     * @param change by how much the client's valence changed after it; null where it was not said, or nothing came after it
     */
    public record Response(
            String text,
            SortedMap<String, Double> grades,
            @Nullable Double overall,
            boolean exemplary,
            @Nullable Double change) {
        public Response {
            grades = Collections.unmodifiableSortedMap(new TreeMap<>(grades));
        }
    }

    /** A sentence that shows something, by its code. */
    public record Sample(String code, String text) {}

    /**
     * Two responses of one turn of which one has the greater overall grade.
     *
     * @param turn the turn
     * @param better the one
     * @param worse the other
     * @param margin by how much it is better, in grades
     */
    public record Pair(Turn turn, Response better, Response worse, double margin) {}

    /** Every pair of responses to one turn whose overall grades differ. */
    public List<Pair> pairs() {
        return turns.stream().flatMap(turn -> pairs(turn).stream()).toList();
    }

    /** The pairs of one turn. */
    static List<Pair> pairs(Turn turn) {
        List<Pair> pairs = new ArrayList<>();
        for (Response better : turn.responses()) {
            for (Response worse : turn.responses()) {
                Double more = better.overall();
                Double less = worse.overall();
                if (more != null && less != null && more > less) {
                    pairs.add(new Pair(turn, better, worse, more - less));
                }
            }
        }
        return pairs;
    }

    /** The number of graded responses. */
    public int responses() {
        return turns.stream().mapToInt(turn -> turn.responses().size()).sum();
    }

    /** The names of the conversations, each once. */
    public List<String> conversations() {
        return turns.stream().map(Turn::conversation).distinct().toList();
    }

    /** Only what is of those conversations, and all that is of none. */
    public TrainingSet where(Predicate<String> conversation) {
        return new TrainingSet(
                turns.stream()
                        .filter(turn -> conversation.test(turn.conversation()))
                        .toList(),
                judged.stream()
                        .filter(pair -> conversation.test(pair.conversation()))
                        .toList(),
                emotions,
                strategies,
                scales);
    }

    /** The same with only the first so many judged pairs. */
    public TrainingSet withJudged(int pairs) {
        return new TrainingSet(turns, judged.subList(0, Math.min(pairs, judged.size())), emotions, strategies, scales);
    }
}
