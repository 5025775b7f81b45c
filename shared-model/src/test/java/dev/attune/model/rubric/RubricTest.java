package dev.attune.model.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RubricTest {

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
    void shouldBeAnotherRubricWithAnotherText() throws Exception {
        String yaml = """
                name: small
                criteria:
                  - code: kind
                    title: Kind
                    question: Is it kind?
                    anchors: {1: no, 5: yes}
                """;
        Rubric first = Rubric.parse(yaml.getBytes(StandardCharsets.UTF_8));
        Rubric second = Rubric.parse(yaml.replace("kind?", "warm?").getBytes(StandardCharsets.UTF_8));

        assertThat(first.hash()).isNotEqualTo(second.hash());
        assertThat(first.criteria().getFirst().anchors()).containsEntry(1, "no");
    }
}
