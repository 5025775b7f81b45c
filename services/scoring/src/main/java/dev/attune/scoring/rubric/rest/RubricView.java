package dev.attune.scoring.rubric.rest;

import dev.attune.model.rubric.Rubric;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rubric.
 *
 * @param version its immutable name, {@code name@hash}
 */
public record RubricView(String version, String name, List<CriterionView> criteria) {

    /**
     * One criterion.
     *
     * @param anchors what each level, 1 to 5, means
     */
    public record CriterionView(String code, String title, String question, SortedMap<Integer, String> anchors) {}

    static RubricView from(Rubric rubric) {
        return new RubricView(
                rubric.version(),
                rubric.name(),
                rubric.criteria().stream()
                        .map(criterion -> new CriterionView(
                                criterion.code(),
                                criterion.title(),
                                criterion.question(),
                                new TreeMap<>(criterion.anchors())))
                        .toList());
    }
}
