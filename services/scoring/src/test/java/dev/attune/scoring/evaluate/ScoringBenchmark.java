package dev.attune.scoring.evaluate;

import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.rubric.Rubric;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.evaluate.EvaluationJob.Columns;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.feature.Scratch;
import dev.attune.scoring.learn.tribuo.LibLinearLearner;
import dev.attune.scoring.model.Examples;
import dev.attune.scoring.model.LinearTrainer;
import dev.attune.scoring.model.ScoringModel;
import dev.attune.scoring.model.ScoringModel.ClientReading;
import dev.attune.scoring.model.ScoringModel.ReplyReading;
import dev.attune.scoring.model.TrainingSet;
import dev.attune.scoring.rubric.Rubrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many texts a second one thread scores, features included; with {@code -prof gc}, the bytes that are allocated for each. To be run
 * by the profile {@code benchmark}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
public class ScoringBenchmark {

    /** All labels of a file, as {@code attune evaluate} learns them. */
    @State(Scope.Thread)
    public static class Labels {

        /** A TSV file without a header: texts, then labels; else the corpus. */
        @Param("")
        String file = "";

        @Param("false")
        boolean wordsOnly;

        private List<LabelledRow> rows = List.of();
        private Method.Learnt learnt = row -> new double[0];
        private int next;

        @Setup
        public void learn() throws IOException {
            rows = file.isEmpty()
                    ? corpus()
                    : LabelledFile.read(Path.of(file), new Columns("0", "1", null, null, null));
            learnt = new MultiLabelMethod(new LibLinearLearner(), rows, wordsOnly).learn(rows);
        }

        private static List<LabelledRow> corpus() {
            return SeedCorpus.finance().conversations().stream()
                    .flatMap(conversation -> conversation.turns().stream()
                            .map(turn -> new LabelledRow(
                                    turn.client(),
                                    "",
                                    "",
                                    String.join(
                                            ",",
                                            turn.emotions().stream()
                                                    .map(emotion -> emotion.emotion())
                                                    .toList()),
                                    String.valueOf(conversation.id()))))
                    .toList();
        }

        LabelledRow row() {
            next = next + 1 == rows.size() ? 0 : next + 1;
            return rows.get(next);
        }
    }

    /** The service's own model, on the corpus. */
    @State(Scope.Thread)
    public static class Service {

        private final Scratch scratch = new Scratch();
        private final TrainingSet set = new Examples(
                        Vertical.finance(), Lexicon.bundled(), Rubrics.of(Rubric.finance()))
                .of(SeedCorpus.finance().conversations(), List.of());
        private final ScoringModel model = new LinearTrainer(new LibLinearLearner(), Lexicon.bundled()).train(set);
        private int next;

        TrainingSet.Turn turn() {
            next = next + 1 == set.turns().size() ? 0 : next + 1;
            return set.turns().get(next);
        }
    }

    /** Tells all labels of a text. */
    @Benchmark
    public double[] labels(Labels labels) {
        return labels.learnt.tell(labels.row());
    }

    /** Reads a client's message: emotions, intensity, place. */
    @Benchmark
    public ClientReading client(Service service) {
        return service.model.client(service.turn().client(), service.scratch);
    }

    /** Reads the first response to it: strategies, criteria, utility, change. */
    @Benchmark
    public ReplyReading reply(Service service) {
        TrainingSet.Turn turn = service.turn();
        return service.model.reply(turn.client(), turn.responses().getFirst().text(), service.scratch);
    }
}
