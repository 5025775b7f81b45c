package dev.attune.scoring.model;

import dev.attune.scoring.feature.Features;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What there is to learn from, turn by turn.
 *
 * @param turns in the order of the corpus
 * @param hints what is known of emotions without a corpus
 */
public record TrainingSet(List<Turn> turns, List<Hint> hints) {

    public TrainingSet {
        turns = List.copyOf(turns);
        hints = List.copyOf(hints);
    }

    /**
     * One turn with its labels.
     *
     * @param conversation the conversation's name; what is of one conversation is never on both sides of a split
     * @param client the client's text
     * @param emotions the emotions that it shows; empty where nobody said
     * @param responses the graded responses
     */
    public record Turn(String conversation, Features client, SortedSet<String> emotions, List<Response> responses) {
        public Turn {
            emotions = Collections.unmodifiableSortedSet(new TreeSet<>(emotions));
            responses = List.copyOf(responses);
        }
    }

    /**
     * A graded response.
     *
     * @param features what it is
     * @param grades criterion to grade, 1 to 5; every criterion of the rubric
     */
    public record Response(Features features, SortedMap<String, Double> grades) {
        public Response {
            grades = Collections.unmodifiableSortedMap(new TreeMap<>(grades));
        }

        double mean() {
            return grades.values().stream()
                    .mapToDouble(grade -> grade)
                    .average()
                    .orElseThrow();
        }
    }

    /**
     * That words of this kind speak of an emotion.
     *
     * @param emotion the taxonomy's code
     * @param client the traits of a text that has such words and nothing else
     */
    public record Hint(String emotion, Features client) {}

    /**
     * Two responses of one turn of which one has the greater mean grade.
     *
     * @param conversation the conversation's name
     * @param better the one
     * @param worse the other
     * @param margin by how much, in grades
     */
    public record Pair(String conversation, Features better, Features worse, double margin) {}

    /** Every pair of responses to one turn whose mean grades differ. */
    public List<Pair> pairs() {
        return turns.stream()
                .flatMap(turn -> turn.responses().stream()
                        .flatMap(a -> turn.responses().stream()
                                .filter(b -> a.mean() > b.mean())
                                .map(b -> new Pair(
                                        turn.conversation(), a.features(), b.features(), a.mean() - b.mean()))))
                .toList();
    }

    /** All graded responses. */
    public List<Response> responses() {
        return turns.stream().flatMap(turn -> turn.responses().stream()).toList();
    }

    /** The names of the conversations, each once. */
    public List<String> conversations() {
        return turns.stream().map(Turn::conversation).distinct().toList();
    }

    /** The turns of those conversations alone, and every hint. */
    public TrainingSet where(Predicate<String> conversation) {
        return new TrainingSet(
                turns.stream()
                        .filter(turn -> conversation.test(turn.conversation()))
                        .toList(),
                hints);
    }
}
