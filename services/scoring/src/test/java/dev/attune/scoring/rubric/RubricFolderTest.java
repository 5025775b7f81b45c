package dev.attune.scoring.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.rubric.Rubric;
import dev.attune.model.strict.BreachException;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.feature.Scratch;
import dev.attune.scoring.learn.tribuo.LibLinearLearner;
import dev.attune.scoring.model.Examples;
import dev.attune.scoring.model.LinearTrainer;
import dev.attune.scoring.model.ScoringModel;
import dev.attune.scoring.model.ScoringModel.Grade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RubricFolderTest {

    private static final Rubric STANDARD = Rubric.finance();
    private static final Path ADDED = Path.of("src/test/resources/rubrics");

    @TempDir
    private Path folder;

    @Test
    void shouldBeTheStandardAloneWhereThereIsNoFolder() throws IOException {
        Rubrics rubrics = RubricFolder.read(STANDARD, folder.resolve("none"));

        assertThat(rubrics.all()).containsExactly(STANDARD);
        assertThat(rubrics.version()).isEqualTo(STANDARD.version());
        assertThat(rubrics.hash()).isEqualTo(STANDARD.hash());
    }

    @Test
    void shouldAddRubricsWithTheirExamples() throws IOException {
        Rubrics rubrics = RubricFolder.read(STANDARD, ADDED);

        assertThat(rubrics.all()).extracting(Rubric::name).containsExactly("planner", "care-first", "questions");
        assertThat(rubrics.version()).matches("planner@\\w{12}\\+care-first@\\w{12}\\+questions@\\w{12}");
        assertThat(rubrics.scales())
                .hasSize(7)
                .containsEntry("asks", new Rubric.Scale(0, 2))
                .containsEntry("empathy", new Rubric.Scale(1, 5));
        assertThat(rubrics.examples()).hasSize(36);
        assertThat(rubrics.hash()).isNotEqualTo(STANDARD.hash());
    }

    @Test
    void shouldBeLearntAndScoredWithoutCode() throws IOException {
        Rubrics rubrics = RubricFolder.read(STANDARD, ADDED);
        Lexicon lexicon = Lexicon.bundled();
        ScoringModel model = new LinearTrainer(new LibLinearLearner(), lexicon)
                .train(new Examples(Vertical.finance(), lexicon, rubrics)
                        .of(SeedCorpus.finance().conversations(), List.of()));

        String client = "My sister moved in and eats everything.";
        SortedMap<String, Double> open = scores(model, client, "What is it like when you open the fridge at night?");
        SortedMap<String, Double> closed = scores(model, client, "Did you ask her to pay for food?");
        SortedMap<String, Double> none = scores(model, client, "Food for one more costs about three hundred a month.");

        assertThat(asks(none)).isBetween(0.0, asks(closed));
        assertThat(asks(closed)).isBetween(0.5, asks(open));
        assertThat(asks(open)).isBetween(1.5, 2.0);
        SortedMap<String, Double> overall = rubrics.overall(open);
        assertThat(overall).containsOnlyKeys("planner", "care-first", "questions");
        assertThat(overall.get("care-first"))
                .isCloseTo((3 * value(open, "empathy") + value(open, "appropriateness")) / 4, within(1e-4));
    }

    private static SortedMap<String, Double> scores(ScoringModel model, String client, String reply) {
        SortedMap<String, Double> scores = new TreeMap<>();
        SortedMap<String, Grade> grades =
                model.reply(client, reply, new Scratch()).rubric();
        grades.forEach((criterion, grade) -> scores.put(criterion, grade.score()));
        return scores;
    }

    private static double asks(SortedMap<String, Double> scores) {
        return value(scores, "asks");
    }

    private static double value(SortedMap<String, Double> scores, String criterion) {
        return Objects.requireNonNull(scores.get(criterion));
    }

    @Test
    void shouldNameEveryFaultOfEveryFile() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                name: planner
                scale: {lowest: 0, highest: 2}
                criteria:
                  - {code: empathy, title: E, question: "E?", anchors: {0: "no", 2: "yes"}}
                  - {code: brief, title: B, question: "B?", anchors: {0: "no", 2: "yes"}}
                """);
        Files.writeString(folder.resolve("a.jsonl"), """
                {"client": "Hm.", "response": "Yes.", "grades": {"brief": 3, "kind": 1}}

                {"client": "Hm.", "response": "Yes."}
                {"client": "Hm.", "response": "Yes.", "grades": {"brief": 2}}
                """);
        Files.writeString(folder.resolve("b.yaml"), "name: B\n");

        assertThatThrownBy(() -> RubricFolder.read(STANDARD, folder))
                .isInstanceOf(BreachException.class)
                .hasMessageContainingAll(
                        "a.yaml /name: is another rubric's: planner",
                        "a.yaml /criteria/0/code: empathy is on another scale in another rubric",
                        "a.yaml /criteria/1/code: brief is graded by no other rubric and needs 20 graded responses, but has 1",
                        "a.jsonl line 1 /grades/brief: 3 is beyond the scale",
                        "a.jsonl line 1 /grades/kind: is no criterion of planner",
                        "a.jsonl line 3",
                        "b.yaml");
    }
}
