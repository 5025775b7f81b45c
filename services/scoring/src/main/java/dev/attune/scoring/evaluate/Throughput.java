package dev.attune.scoring.evaluate;

import com.sun.management.ThreadMXBean;
import dev.attune.scoring.learn.LinearLearner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How fast a multi-label model tells of the texts of a file, against {@code fasttext predict} (word pairs, 100 dimensions) on the same
 * file, turn about.
 *
 * @param texts how many texts the file has
 * @param allFeatures texts a second of one thread with all features, the median of the runs
 * @param wordsOnly the same without runs of characters
 * @param bytesPerText how much memory was allocated for a text, with all features
 * @param fasttext lines a second of fastText on one thread; null where it is not installed
 * @param ratio all features to fastText
 * @param wordsOnlyRatio words to fastText
 */
public record Throughput(
        int texts,
        double allFeatures,
        double wordsOnly,
        double bytesPerText,
        @Nullable Double fasttext,
        @Nullable Double ratio,
        @Nullable Double wordsOnlyRatio) {

    private static final int ROUNDS = 5;
    private static final Duration MEASURED = Duration.ofSeconds(3);
    /** A file of fastText's is repeated, so that reading its model weighs little. */
    private static final int REPEATS = 30;

    /** Trains on one file and tells of the other. */
    public static Throughput of(EvaluationJob job, LinearLearner learner) throws IOException {
        Path test = job.test();
        if (test == null || job.task() != EvaluationJob.Task.MULTILABEL) {
            throw new EvaluationException("the comparison is of multi-label models, and needs a test file");
        }
        List<LabelledRow> train = LabelledFile.read(job.train(), job.columns());
        List<LabelledRow> rows = LabelledFile.read(test, job.columns());
        List<LabelledRow> both = Stream.concat(train.stream(), rows.stream()).toList();
        Method.Learnt all = new MultiLabelMethod(learner, both, false).learn(train);
        Method.Learnt words = new MultiLabelMethod(learner, both, true).learn(train);
        Path folder = Files.createTempDirectory("attune-throughput");
        try {
            FastText fasttext = FastText.train(folder, train, rows);
            double[] ofAll = new double[ROUNDS];
            double[] ofWords = new double[ROUNDS];
            double[] ofFastText = new double[ROUNDS];
            double bytes = 0;
            speed(all, rows);
            speed(words, rows);
            for (int round = 0; round < ROUNDS; round++) {
                long before = allocated();
                long texts = 0;
                ofAll[round] = speed(all, rows);
                texts = Math.round(ofAll[round] * MEASURED.toNanos() / 1e9);
                bytes = (double) (allocated() - before) / texts;
                ofFastText[round] = fasttext == null ? 0 : fasttext.linesPerSecond();
                ofWords[round] = speed(words, rows);
            }
            Double reference = fasttext == null ? null : median(ofFastText);
            return new Throughput(
                    rows.size(),
                    median(ofAll),
                    median(ofWords),
                    bytes,
                    reference,
                    reference == null ? null : median(ofAll) / reference,
                    reference == null ? null : median(ofWords) / reference);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                ? threads.getCurrentThreadAllocatedBytes()
                : 0;
    }

    private static double speed(Method.Learnt learnt, List<LabelledRow> rows) {
        long start = System.nanoTime();
        long count = 0;
        double sink = 0;
        while (System.nanoTime() - start < MEASURED.toNanos()) {
            for (LabelledRow row : rows) {
                sink += learnt.tell(row)[0];
            }
            count += rows.size();
        }
        if (Double.isNaN(sink)) {
            throw new IllegalStateException("a score is not a number");
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The reference, as it is installed. */
    private record FastText(Path model, Path lines, int count) {

        static @Nullable FastText train(Path folder, List<LabelledRow> train, List<LabelledRow> rows)
                throws IOException {
            Path examples = folder.resolve("train.txt");
            List<String> lines = new ArrayList<>();
            for (LabelledRow row : train) {
                StringBuilder line = new StringBuilder();
                for (String label : row.labels().split(",")) {
                    line.append("__label__").append(label.strip()).append(' ');
                }
                lines.add(line.append(plain(row.text())).toString());
            }
            Files.write(examples, lines);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < REPEATS; i++) {
                rows.forEach(row -> texts.add(plain(row.text())));
            }
            Path asked = Files.write(folder.resolve("test.txt"), texts);
            Path model = folder.resolve("model");
            try {
                run(List.of(
                        "fasttext",
                        "supervised",
                        "-input",
                        examples.toString(),
                        "-output",
                        model.toString(),
                        "-wordNgrams",
                        "2",
                        "-dim",
                        "100",
                        "-loss",
                        "ova",
                        "-thread",
                        "2",
                        "-verbose",
                        "0"));
            } catch (IOException e) {
                return null;
            }
            return new FastText(folder.resolve("model.bin"), asked, texts.size());
        }

        private static String plain(String text) {
            return text.replace('\n', ' ').replace('\r', ' ');
        }

        double linesPerSecond() {
            long start = System.nanoTime();
            try {
                run(List.of("fasttext", "predict", model.toString(), lines.toString(), "3"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return count / ((System.nanoTime() - start) / 1e9);
        }

        private static void run(List<String> command) throws IOException {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                    process.destroyForcibly();
                    throw new IOException("fasttext did not end well");
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
