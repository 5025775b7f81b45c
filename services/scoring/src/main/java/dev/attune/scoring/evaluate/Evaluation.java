package dev.attune.scoring.evaluate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.attune.scoring.evaluate.EvaluationJob.Columns;
import dev.attune.scoring.learn.Folds;
import dev.attune.scoring.learn.LinearLearner;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trains on labelled rows and tests on others.
 *
 * @param quality how good it was on the rows it had not seen
 * @param trainSeconds how long the training took, of all parts together where parts were held out
 * @param textsPerSecond how many rows a second one thread tells of after warm-up, from the text on
 * @param rows how many rows were tested
 */
public record Evaluation(@JsonUnwrapped Quality quality, double trainSeconds, double textsPerSecond, int rows) {

    private static final int PARTS = 5;
    private static final long WARM_UP = Duration.ofSeconds(2).toNanos();
    private static final long MEASURED = Duration.ofSeconds(2).toNanos();

    /**
     * Does a job. Without a test file each part of the rows is held out in turn: each group by itself where there are few, else
     * fifths of the groups.
     *
     * @throws EvaluationException where files or labels do not fit the task
     */
    public static Evaluation of(EvaluationJob job, LinearLearner learner) throws IOException {
        Columns columns = job.columns();
        if ((job.task() == EvaluationJob.Task.PAIRWISE) != (columns.right() != null)) {
            throw new EvaluationException("a right column is for pairs, and pairs need one");
        }
        List<LabelledRow> train = LabelledFile.read(job.train(), columns);
        List<LabelledRow> test = job.test() == null ? List.of() : LabelledFile.read(job.test(), columns);
        Method method = switch (job.task()) {
            case MULTILABEL -> new MultiLabelMethod(learner, both(train, test), job.wordsOnly());
            case ORDINAL -> new OrdinalMethod(learner, both(train, test), job.wordsOnly());
            case REGRESSION -> new RegressionMethod(learner, job.wordsOnly());
            case PAIRWISE -> new PairwiseMethod(learner, job.wordsOnly());
        };
        return job.test() == null ? heldOut(method, train) : tested(method, train, test);
    }

    private static List<LabelledRow> both(List<LabelledRow> train, List<LabelledRow> test) {
        return Stream.concat(train.stream(), test.stream()).toList();
    }

    private static Evaluation tested(Method method, List<LabelledRow> train, List<LabelledRow> test) {
        long start = System.nanoTime();
        Method.Learnt learnt = method.learn(train);
        double seconds = seconds(start);
        List<double[]> told = test.stream().map(learnt::tell).toList();
        return new Evaluation(method.measure(test, told), seconds, speed(learnt, test), test.size());
    }

    private static Evaluation heldOut(Method method, List<LabelledRow> rows) {
        Folds folds = Folds.byGroup(rows.stream().map(LabelledRow::group).toList(), PARTS);
        if (folds.count() < 2) {
            throw new EvaluationException("all rows are of one group, so that there is nothing to hold out");
        }
        List<double[]> told = new ArrayList<>(Collections.nCopies(rows.size(), new double[0]));
        double seconds = 0;
        double speed = 0;
        for (int held = 0; held < folds.count(); held++) {
            long start = System.nanoTime();
            Method.Learnt learnt = method.learn(pick(rows, folds.outside(held)));
            seconds += seconds(start);
            for (int row : folds.inside(held)) {
                told.set(row, learnt.tell(rows.get(row)));
            }
            speed = held == 0 ? speed(learnt, pick(rows, folds.inside(held))) : speed;
        }
        return new Evaluation(method.measure(rows, told), seconds, speed, rows.size());
    }

    private static List<LabelledRow> pick(List<LabelledRow> rows, int[] picked) {
        return IntStream.of(picked).mapToObj(rows::get).toList();
    }

    private static double speed(Method.Learnt learnt, List<LabelledRow> rows) {
        run(learnt, rows, WARM_UP);
        return run(learnt, rows, MEASURED);
    }

    private static double run(Method.Learnt learnt, List<LabelledRow> rows, long nanos) {
        long start = System.nanoTime();
        long count = 0;
        double sink = 0;
        while (System.nanoTime() - start < nanos) {
            for (LabelledRow row : rows) {
                sink += learnt.tell(row)[0];
            }
            count += rows.size();
        }
        if (Double.isNaN(sink)) {
            throw new IllegalStateException("a score is not a number");
        }
        return count / seconds(start);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
