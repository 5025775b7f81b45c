package dev.attune.scoring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.model.Json;
import dev.attune.scoring.evaluate.EvaluationJob.Columns;
import dev.attune.scoring.evaluate.EvaluationJob.Task;
import dev.attune.scoring.learn.tribuo.LibLinearLearner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole evaluations of files whose labels follow from their words, and one whose labels follow from nothing. */
class EvaluationTest {

    private static final LibLinearLearner LEARNER = new LibLinearLearner();
    private static final List<String> GLAD = List.of("glad", "happy", "joyful", "merry");
    private static final List<String> SAD = List.of("sad", "gloomy", "tearful", "blue");
    private static final List<String> FILLERS =
            List.of("today", "about", "money", "again", "the", "bill", "with", "house", "my", "friend");

    @TempDir
    Path folder;

    private final Random random = new Random(11);

    @Test
    void shouldLearnLabelsFromTabsWithoutAHeader() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            boolean glad = random.nextBoolean();
            boolean sad = random.nextInt(3) == 0;
            String labels = glad && sad ? "0,1" : glad ? "0" : sad ? "1" : "2";
            // A quotation mark is a character like any other here.
            lines.add("\"" + text(glad ? word(GLAD) : "", sad ? word(SAD) : "") + "\t" + labels + "\tid" + i);
        }
        Path train = write("train.tsv", lines.subList(0, 200));
        Path test = write("test.tsv", lines.subList(200, 300));

        Evaluation evaluation = evaluate(Task.MULTILABEL, train, test, new Columns("0", "1", null, null, null));

        assertThat(evaluation.rows()).isEqualTo(100);
        assertThat(evaluation.quality().macroF1()).isGreaterThan(0.9);
        assertThat(evaluation.quality().microF1()).isGreaterThan(0.9);
        assertThat(evaluation.quality().perLabel()).containsOnlyKeys("0", "1", "2");
        assertThat(evaluation.textsPerSecond()).isPositive();
        assertThat(Json.mapper().valueToTree(evaluation).properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "macroF1", "microF1", "accuracy", "perLabel", "trainSeconds", "textsPerSecond", "rows");
    }

    @Test
    void shouldLearnLevelsFromCsvAndHoldGroupsOut() throws IOException {
        List<String> lines = new ArrayList<>(List.of("level,who,said,asked"));
        for (int i = 0; i < 200; i++) {
            int level = random.nextInt(3);
            lines.add(level + ",g" + i / 4 + ",\"" + text(level > 0 ? word(GLAD) : "", level > 1 ? word(SAD) : "")
                    + "\",\"why, you?\"");
        }
        Path train = write("train.csv", lines);

        Evaluation evaluation = evaluate(Task.ORDINAL, train, null, new Columns("said", "level", "asked", null, "who"));

        assertThat(evaluation.rows()).isEqualTo(200);
        assertThat(evaluation.quality().macroF1()).isGreaterThan(0.85);
        assertThat(evaluation.quality().qwk()).isGreaterThan(0.85);
        assertThat(evaluation.quality().mae()).isLessThan(0.2);
    }

    @Test
    void shouldLearnNumbersFromZippedJsonLines() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            double number = random.nextInt(2) + random.nextInt(2) / 2.0;
            lines.append("{\"t\":\"%s\",\"y\":%s}%n"
                    .formatted(text(number >= 1 ? "glad" : "", number % 1 > 0 ? "blue" : ""), number));
        }
        Path train = folder.resolve("train.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(train))) {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }

        Evaluation evaluation = evaluate(Task.REGRESSION, train, null, new Columns("t", "y", null, null, null));

        assertThat(evaluation.quality().spearman()).isGreaterThan(0.85);
        assertThat(evaluation.quality().mae()).isLessThan(0.2);
        assertThat(evaluation.quality().macroF1()).isNull();
    }

    @Test
    void shouldLearnPreferencesThatASwapMirrorsExactly() {
        List<LabelledRow> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean left = random.nextBoolean();
            rows.add(new LabelledRow(
                    text(word(left ? GLAD : SAD)), "", text(word(left ? SAD : GLAD)), left ? "a1" : "a2", "g" + i % 9));
        }
        Method method = new PairwiseMethod(LEARNER, false);

        Method.Learnt learnt = method.learn(rows);

        List<double[]> told = rows.stream().map(learnt::tell).toList();
        assertThat(method.measure(rows, told).accuracy()).isGreaterThan(0.95);
        for (int i = 0; i < rows.size(); i++) {
            LabelledRow row = rows.get(i);
            double swapped = learnt.tell(new LabelledRow(row.right(), "", row.text(), "right", row.group()))[0];
            double logit = Math.log(told.get(i)[0] / (1 - told.get(i)[0]));
            assertThat(Math.log(swapped / (1 - swapped)))
                    .isCloseTo(-logit, org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    @Test
    void shouldFindNothingWhereThereIsNothing() throws IOException {
        List<String> lines = new ArrayList<>(List.of("text\tside\tother"));
        for (int i = 0; i < 400; i++) {
            lines.add(text(word(GLAD)) + "\t" + (random.nextBoolean() ? "left" : "right") + "\t" + text(word(SAD)));
        }
        Evaluation evaluation = evaluate(
                Task.PAIRWISE, write("noise.tsv", lines), null, new Columns("text", "side", null, "other", null));
        assertThat(evaluation.quality().accuracy()).isBetween(0.38, 0.62);
    }

    @Test
    void shouldNameWhatIsAtFault() throws IOException {
        Path file = write("a.tsv", List.of("text\tlabel", "one\tx", "two\ty"));
        Columns columns = new Columns("text", "label", null, null, null);
        assertThatThrownBy(() -> evaluate(Task.ORDINAL, file, null, columns)).hasMessage("'x' is no number");
        assertThatThrownBy(() -> evaluate(Task.PAIRWISE, file, null, columns)).hasMessageContaining("pairs need one");
        assertThatThrownBy(() -> evaluate(Task.MULTILABEL, file, null, new Columns("words", "label", null, null, null)))
                .hasMessageContaining("record 1 has no column 'words'");
        assertThatThrownBy(() -> evaluate(Task.MULTILABEL, folder.resolve("b.tsv"), null, columns))
                .hasMessageContaining("cannot be read");
        Path broken = write("a.jsonl", List.of("{\"text\":\"one\",\"label\":\"x\"}", "{\"text\":"));
        assertThatThrownBy(() -> evaluate(Task.MULTILABEL, broken, null, columns))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("a.jsonl line 2 is no JSON");
        Path other = write("a.txt", List.of("x"));
        assertThatThrownBy(() -> evaluate(Task.MULTILABEL, other, null, columns))
                .hasMessageContaining("none of .tsv, .csv and .jsonl");
    }

    private Evaluation evaluate(Task task, Path train, @Nullable Path test, Columns columns) throws IOException {
        return Evaluation.of(new EvaluationJob(task, train, test, columns, false), LEARNER);
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    private String word(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private String text(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        for (int i = 0; i < 5; i++) {
            all.add(random.nextInt(all.size() + 1), word(FILLERS));
        }
        return String.join(" ", all);
    }
}
