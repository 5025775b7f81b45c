package dev.attune.scoring.learn.tribuo;

import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.SolverType;
import dev.attune.scoring.feature.SparseVector;
import dev.attune.scoring.learn.LinearLearner;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.regression.liblinear.LibLinearRegressionTrainer;

/**
 * Learns by Tribuo's liblinear (dual coordinate descent; Yu, Huang and Lin 2011; Ho and Lin 2012). Tribuo's trainers copy a whole
 * data set for each model; here all models share one copy of the vectors, which is what its trainers make of a data set.
 */
public final class LibLinearLearner implements LinearLearner {

    private static final int MOST_ITERATIONS = 100;
    private static final double TOLERANCE = 0.1;
    private static final double INSENSITIVITY = 0.05;
    private static final long SEED = 20_261_127L;
    /** Logit of the only class that there is. */
    private static final double CERTAIN = 10;

    private static final int POSITIVE = 1;
    private static final int NEGATIVE = 0;

    @Override
    public Examples over(List<SparseVector> examples, int features) {
        return new Nodes(
                examples.stream().map(example -> nodes(example, features)).toArray(FeatureNode[][]::new), features);
    }

    /** liblinear counts features from 1; the last one is always there and carries the bias. */
    private static FeatureNode[] nodes(SparseVector example, int features) {
        int size = example.ids().length;
        FeatureNode[] nodes = new FeatureNode[size + 1];
        for (int i = 0; i < size; i++) {
            nodes[i] = new FeatureNode(example.ids()[i] + 1, example.values()[i]);
        }
        nodes[size] = new FeatureNode(features + 1, 1);
        return nodes;
    }

    private record Nodes(FeatureNode[][] nodes, int features) implements Examples {

        @Override
        public LinearModel binary(int[] rows, boolean[] positive, double cost, double positiveWeight) {
            long positives = IntStream.of(rows).filter(row -> positive[row]).count();
            if (positives == 0 || positives == rows.length) {
                return new LinearModel(new float[features], positives == 0 ? -CERTAIN : CERTAIN);
            }
            double[] targets = IntStream.of(rows)
                    .mapToDouble(row -> positive[row] ? POSITIVE : NEGATIVE)
                    .toArray();
            Parameter parameter = parameter(SolverType.L2R_LR_DUAL, cost);
            parameter.setWeights(new double[] {1, positiveWeight}, new int[] {NEGATIVE, POSITIVE});
            Model model = new Classifier().fit(parameter, features + 1, picked(rows), targets);
            return model(model, model.getLabels()[0] == POSITIVE ? 1 : -1);
        }

        @Override
        public LinearModel numbers(int[] rows, double[] targets, double cost) {
            Parameter parameter = parameter(SolverType.L2R_L2LOSS_SVR_DUAL, cost);
            parameter.setP(INSENSITIVITY);
            double[] picked =
                    IntStream.of(rows).mapToDouble(row -> targets[row]).toArray();
            return model(new Regression().fit(parameter, features + 1, picked(rows), picked), 1);
        }

        private static Parameter parameter(SolverType solver, double cost) {
            Parameter parameter = new Parameter(solver, cost, MOST_ITERATIONS, TOLERANCE);
            parameter.setRandom(new Random(SEED));
            return parameter;
        }

        private FeatureNode[][] picked(int[] rows) {
            return IntStream.of(rows).mapToObj(row -> nodes[row]).toArray(FeatureNode[][]::new);
        }

        private LinearModel model(Model model, int sign) {
            double[] inner = model.getFeatureWeights();
            float[] weights = new float[features];
            for (int feature = 0; feature < features; feature++) {
                weights[feature] = (float) (sign * inner[feature]);
            }
            return new LinearModel(weights, sign * inner[features]);
        }
    }

    /** Opens the part of Tribuo's trainer that comes after the copying. */
    private static final class Classifier extends LibLinearClassificationTrainer {
        Model fit(Parameter parameter, int features, FeatureNode[][] examples, double[] targets) {
            return trainModels(parameter, features, examples, new double[][] {targets})
                    .getFirst();
        }
    }

    /** The same for numbers. */
    private static final class Regression extends LibLinearRegressionTrainer {
        Model fit(Parameter parameter, int features, FeatureNode[][] examples, double[] targets) {
            return trainModels(parameter, features, examples, new double[][] {targets})
                    .getFirst();
        }
    }
}
