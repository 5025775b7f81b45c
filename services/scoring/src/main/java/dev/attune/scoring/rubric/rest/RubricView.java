package dev.attune.scoring.rubric.rest;

import dev.attune.model.rubric.Rubric;
import java.util.List;
import java.util.SortedMap;

/**
 * A rubric.
 *
 * @param version its immutable name, {@code name@hash}
 * @param scale the lowest and the highest level
 */
public record RubricView(String version, String name, Rubric.Scale scale, List<CriterionView> criteria) {

    /**
     * One criterion.
     *
     * @param weight how much it counts in the overall score
     * @param anchors what each level means
     */
    public record CriterionView(
            String code, String title, String question, double weight, SortedMap<Integer, String> anchors) {}

    static RubricView from(Rubric rubric) {
        return new RubricView(
                rubric.version(),
                rubric.name(),
                rubric.scale(),
                rubric.criteria().stream()
                        .map(criterion -> new CriterionView(
                                criterion.code(),
                                criterion.title(),
                                criterion.question(),
                                criterion.weight(),
                                criterion.anchors()))
                        .toList());
    }
}
