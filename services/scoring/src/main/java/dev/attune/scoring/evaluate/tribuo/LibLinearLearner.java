package dev.attune.scoring.evaluate.tribuo;

import dev.attune.scoring.evaluate.LinearLearner;
import dev.attune.scoring.evaluate.SparseVector;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.liblinear.LibLinearRegressionTrainer;
import org.tribuo.regression.liblinear.LinearRegressionType;

/** Learns by Tribuo's liblinear (dual coordinate descent; Yu, Huang and Lin 2011; Ho and Lin 2012), and takes its weights over. */
public final class LibLinearLearner implements LinearLearner {

    private static final Label POSITIVE = new Label("yes");
    private static final Label NEGATIVE = new Label("no");
    private static final String NUMBER = "number";
    private static final int MOST_ITERATIONS = 100;
    private static final double TOLERANCE = 0.1;
    private static final double INSENSITIVITY = 0.05;
    private static final long SEED = 20_261_127L;

    static {
        // It tells of every training.
        Logger.getLogger("org.tribuo").setLevel(Level.WARNING);
    }

    @Override
    public LinearModel binary(
            List<SparseVector> examples, boolean[] positive, int features, double cost, double positiveWeight) {
        String[] names = names(features);
        MutableDataset<Label> dataset = dataset(new LabelFactory());
        for (int i = 0; i < examples.size(); i++) {
            dataset.add(example(positive[i] ? POSITIVE : NEGATIVE, examples.get(i), names));
        }
        LibLinearClassificationTrainer trainer = new LibLinearClassificationTrainer(
                new LinearClassificationType(LinearClassificationType.LinearType.L2R_LR_DUAL),
                cost,
                MOST_ITERATIONS,
                TOLERANCE,
                SEED);
        trainer.setLabelWeights(Map.of(POSITIVE, (float) positiveWeight, NEGATIVE, 1f));
        LibLinearModel<Label> model = trainer.train(dataset);
        de.bwaldvogel.liblinear.Model inner = model.getInnerModels().getFirst();
        boolean first = inner.getLabels()[0] == model.getOutputIDInfo().getID(POSITIVE);
        return weights(inner.getFeatureWeights(), first ? 1 : -1, model.getFeatureIDMap(), features);
    }

    @Override
    public LinearModel numbers(List<SparseVector> examples, double[] targets, int features, double cost) {
        String[] names = names(features);
        MutableDataset<Regressor> dataset = dataset(new RegressionFactory());
        for (int i = 0; i < examples.size(); i++) {
            dataset.add(example(new Regressor(NUMBER, targets[i]), examples.get(i), names));
        }
        LibLinearModel<Regressor> model = new LibLinearRegressionTrainer(
                        new LinearRegressionType(LinearRegressionType.LinearType.L2R_L2LOSS_SVR_DUAL),
                        cost,
                        MOST_ITERATIONS,
                        TOLERANCE,
                        INSENSITIVITY,
                        SEED)
                .train(dataset);
        return weights(model.getInnerModels().getFirst().getFeatureWeights(), 1, model.getFeatureIDMap(), features);
    }

    private static LinearModel weights(double[] inner, int sign, ImmutableFeatureMap map, int features) {
        float[] weights = new float[features];
        for (int id = 0; id < map.size(); id++) {
            weights[Integer.parseInt(map.get(id).getName())] = (float) (sign * inner[id]);
        }
        return new LinearModel(weights, inner.length > map.size() ? sign * inner[map.size()] : 0);
    }

    private static <T extends Output<T>> Example<T> example(T output, SparseVector vector, String[] names) {
        return new ArrayExample<>(
                output,
                IntStream.of(vector.ids()).mapToObj(id -> names[id]).toArray(String[]::new),
                IntStream.range(0, vector.values().length)
                        .mapToDouble(i -> vector.values()[i])
                        .toArray());
    }

    private static String[] names(int features) {
        return IntStream.range(0, features).mapToObj(Integer::toString).toArray(String[]::new);
    }

    private static <T extends Output<T>> MutableDataset<T> dataset(OutputFactory<T> factory) {
        return new MutableDataset<>(new SimpleDataSourceProvenance("evaluation", factory), factory);
    }
}
