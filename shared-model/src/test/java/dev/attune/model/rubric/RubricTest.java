package dev.attune.model.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.model.strict.BreachException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RubricTest {

    private static final String SMALL = """
            name: small
            criteria:
              - code: kind
                title: Kind
                question: Is it kind?
                anchors: {1: "no", 5: "yes"}
            """;

    @Test
    void shouldHaveSixCriteriaWithFiveAnchorsEach() {
        Rubric rubric = Rubric.finance();

        assertThat(rubric.codes())
                .containsExactly(
                        "empathy", "clarity", "appropriateness", "brand_voice", "helpfulness", "financial_accuracy");
        assertThat(rubric.criteria())
                .allSatisfy(criterion -> assertThat(criterion.anchors()).containsOnlyKeys(1, 2, 3, 4, 5));
        assertThat(rubric.version()).matches("planner@[0-9a-f]{12}");
    }

    @Test
    void shouldBeAnotherRubricWithAnotherText() {
        Rubric first = parse(SMALL);
        Rubric second = parse(SMALL.replace("kind?", "warm?"));

        assertThat(first.hash()).isNotEqualTo(second.hash());
        assertThat(first.criteria().getFirst().anchors()).containsEntry(1, "no");
    }

    @Test
    void shouldHaveLevelsOneToFiveAndEqualWeightsWhereNothingIsSaid() {
        Rubric rubric = parse(SMALL);

        assertThat(rubric.scale()).isEqualTo(new Rubric.Scale(1, 5));
        assertThat(rubric.criteria().getFirst().weight()).isEqualTo(1);
    }

    @Test
    void shouldWeighItsCriteria() {
        Rubric rubric = parse("""
                name: weighed
                scale: {lowest: 0, highest: 2}
                criteria:
                  - {code: kind, title: Kind, question: "Kind?", weight: 3, anchors: {0: "no", 2: "yes"}}
                  - {code: brief, title: Brief, question: "Brief?", anchors: {0: "no", 2: "yes"}}
                """);

        assertThat(rubric.overall(Map.of("kind", 2.0, "brief", 1.0, "other", 0.0)))
                .hasValue(1.75);
        assertThat(rubric.overall(Map.of("kind", 2.0))).isEmpty();
    }

    @Test
    void shouldNameEveryFault() {
        String yaml = """
                name: weighed
                scale: {lowest: 0, highest: 2}
                criteria:
                  - {code: kind, title: Kind, question: "Kind?", weight: 3, anchors: {0: "no", 3: "yes"}}
                  - {code: kind, title: Kind, question: "Kind?", anchors: {0: "no", 2: "yes"}}
                """;

        assertThatThrownBy(() -> parse(yaml))
                .isInstanceOf(BreachException.class)
                .hasMessageContaining("small.yaml /criteria/0/anchors: must say what 0 and 2 mean")
                .hasMessageContaining("/criteria/0/anchors: has levels beyond the scale: [3]")
                .hasMessageContaining("/criteria/1/code: is there twice: kind");
        assertThatThrownBy(() -> parse(SMALL.replace("question", "inquiry")))
                .isInstanceOf(BreachException.class)
                .hasMessageContaining("inquiry");
    }

    private static Rubric parse(String yaml) {
        return Rubric.parse("small.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
