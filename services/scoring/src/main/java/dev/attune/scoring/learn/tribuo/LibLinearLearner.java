package dev.attune.scoring.learn.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Model;
import dev.attune.scoring.feature.SparseVector;
import dev.attune.scoring.learn.LinearLearner;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tribuo.Trainer;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.regression.liblinear.LibLinearRegressionTrainer;
import org.tribuo.regression.liblinear.LinearRegressionType;

/**
 * Learns by Tribuo's liblinear (dual coordinate descent; Yu, Huang and Lin 2011; Ho and Lin 2012). Tribuo's trainers copy a whole
 * data set for each model; here all models share one copy of the vectors, which is what its trainers make of a data set.
 */
@Singleton
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
                examples.stream().map(example -> nodes(example, features)).toArray(FeatureNode[][]::new),
                features,
                null);
    }

    @Override
    public Map<String, String> binaryProvenance(double cost) {
        return settings(new Classifier(LinearType.L2R_LR_DUAL, cost));
    }

    @Override
    public Map<String, String> numbersProvenance(double cost) {
        return settings(new Regression(cost));
    }

    private static Map<String, String> settings(Trainer<?> trainer) {
        Map<String, String> settings = new TreeMap<>();
        for (Pair<String, Provenance> setting : trainer.getProvenance()) {
            settings.put(setting.getA(), setting.getB().toString());
        }
        return settings;
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

    private record Nodes(FeatureNode[][] nodes, int features, float @Nullable [] scales) implements Examples {

        @Override
        public LinearModel binary(int[] rows, boolean[] positive, double cost, double positiveWeight) {
            return classes(new Classifier(LinearType.L2R_LR_DUAL, cost), rows, positive, positiveWeight);
        }

        @Override
        public LinearModel separating(int[] rows, boolean[] positive, double cost, double positiveWeight) {
            return classes(new Classifier(LinearType.L2R_L2LOSS_SVC_DUAL, cost), rows, positive, positiveWeight);
        }

        private LinearModel classes(Classifier classifier, int[] rows, boolean[] positive, double positiveWeight) {
            long positives = IntStream.of(rows).filter(row -> positive[row]).count();
            if (positives == 0 || positives == rows.length) {
                return new LinearModel(new float[features], positives == 0 ? -CERTAIN : CERTAIN);
            }
            double[] targets = IntStream.of(rows)
                    .mapToDouble(row -> positive[row] ? POSITIVE : NEGATIVE)
                    .toArray();
            Model model = classifier.fit(positiveWeight, features + 1, picked(rows), targets);
            return model(model, model.getLabels()[0] == POSITIVE ? 1 : -1);
        }

        @Override
        public LinearModel numbers(int[] rows, double[] targets, double cost) {
            if (rows.length == 0) {
                return new LinearModel(new float[features], 0);
            }
            double[] picked =
                    IntStream.of(rows).mapToDouble(row -> targets[row]).toArray();
            return model(new Regression(cost).fit(features + 1, picked(rows), picked), 1);
        }

        @Override
        public Examples scaled(float[] by) {
            return new Nodes(nodes, features, by);
        }

        private FeatureNode[][] picked(int[] rows) {
            return IntStream.of(rows).mapToObj(row -> scaled(nodes[row])).toArray(FeatureNode[][]::new);
        }

        private FeatureNode[] scaled(FeatureNode[] example) {
            if (scales == null) {
                return example;
            }
            FeatureNode[] scaled = new FeatureNode[example.length];
            int last = example.length - 1;
            for (int i = 0; i < last; i++) {
                int index = example[i].getIndex();
                scaled[i] = new FeatureNode(index, example[i].getValue() * scales[index - 1]);
            }
            scaled[last] = example[last];
            return scaled;
        }

        private LinearModel model(Model model, int sign) {
            double[] inner = model.getFeatureWeights();
            float[] weights = new float[features];
            for (int feature = 0; feature < features; feature++) {
                double weight = scales == null ? inner[feature] : inner[feature] * scales[feature];
                weights[feature] = (float) (sign * weight);
            }
            return new LinearModel(weights, sign * inner[features]);
        }
    }

    /** Opens the part of Tribuo's trainer that comes after the copying. */
    private static final class Classifier extends LibLinearClassificationTrainer {

        Classifier(LinearType type, double cost) {
            super(new LinearClassificationType(type), cost, MOST_ITERATIONS, TOLERANCE, SEED);
        }

        Model fit(double positiveWeight, int features, FeatureNode[][] examples, double[] targets) {
            libLinearParams.setRandom(new Random(SEED));
            libLinearParams.setWeights(new double[] {1, positiveWeight}, new int[] {NEGATIVE, POSITIVE});
            return trainModels(libLinearParams, features, examples, new double[][] {targets})
                    .getFirst();
        }
    }

    /** The same for numbers. */
    private static final class Regression extends LibLinearRegressionTrainer {

        Regression(double cost) {
            super(
                    new LinearRegressionType(LinearRegressionType.LinearType.L2R_L2LOSS_SVR_DUAL),
                    cost,
                    MOST_ITERATIONS,
                    TOLERANCE,
                    INSENSITIVITY,
                    SEED);
        }

        Model fit(int features, FeatureNode[][] examples, double[] targets) {
            libLinearParams.setRandom(new Random(SEED));
            return trainModels(libLinearParams, features, examples, new double[][] {targets})
                    .getFirst();
        }
    }
}
