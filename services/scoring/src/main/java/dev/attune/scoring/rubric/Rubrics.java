package dev.attune.scoring.rubric;

import dev.attune.model.rubric.Rubric;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rubrics. Every criterion of any of them is scored, so any rubric can be asked for, and scores by one are made of scores of
 * criteria. A code means the same criterion, on the same scale, in each.
 *
 * @param standard the vertical's own, whose order of responses is learnt
 * @param others those that were added, by name
 * @param examples graded responses that came with those
 * @param hash of all that they are
 */
public record Rubrics(Rubric standard, List<Rubric> others, List<GradedResponse> examples, String hash) {

    private static final double PRECISION = 10_000;

    public Rubrics {
        others = List.copyOf(others);
        examples = List.copyOf(examples);
    }

    /** Only the one. */
    public static Rubrics of(Rubric standard) {
        return new Rubrics(standard, List.of(), List.of(), standard.hash());
    }

    /** The standard one first. */
    public List<Rubric> all() {
        return Stream.concat(Stream.of(standard), others.stream()).toList();
    }

    /** The immutable names of all, {@code name@hash}, joined by plus signs. */
    public String version() {
        return all().stream().map(Rubric::version).collect(Collectors.joining("+"));
    }

    /** Every criterion with its scale. */
    public SortedMap<String, Rubric.Scale> scales() {
        SortedMap<String, Rubric.Scale> scales = new TreeMap<>();
        all().forEach(rubric -> rubric.codes().forEach(code -> scales.put(code, rubric.scale())));
        return Collections.unmodifiableSortedMap(scales);
    }

    /** What each rubric makes of a response's scores, by its name, to four digits; without those of which a criterion is missing. */
    public SortedMap<String, Double> overall(SortedMap<String, Double> scores) {
        SortedMap<String, Double> overall = new TreeMap<>();
        all().forEach(rubric -> rubric.overall(scores)
                .ifPresent(score -> overall.put(rubric.name(), Math.rint(score * PRECISION) / PRECISION)));
        return overall;
    }
}
