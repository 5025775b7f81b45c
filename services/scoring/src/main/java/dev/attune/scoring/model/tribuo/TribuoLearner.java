package dev.attune.scoring.model.tribuo;

import dev.attune.scoring.model.Learner;
import dev.attune.scoring.model.ScoringModel;
import dev.attune.scoring.model.TrainingSet;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.tribuo.Model;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.sgd.objectives.BinaryCrossEntropy;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/**
 * Learns three linear models side by side by stochastic gradient descent, each one example at a time on one thread from
 * a fixed seed, so that the same examples give the same weights. Rates and numbers of epochs were chosen on held-out conversations: more
 * epochs at lower rates take longer and are no better on strangers.
 */
@Singleton
public final class TribuoLearner implements Learner {

    /** To be raised with every change of what is trained, or how. */
    private static final String VERSION = "tribuo-4.3.2/2";

    private static final long SEED = 20_261_120L;
    private static final int SILENT = -1;
    private static final int ONE_BY_ONE = 1;
    private static final double EMOTION_RATE = 1.0;
    private static final int EMOTION_EPOCHS = 10;
    private static final double RUBRIC_RATE = 0.3;
    private static final int RUBRIC_EPOCHS = 6;
    private static final double PAIR_RATE = 0.3;
    private static final int PAIR_EPOCHS = 2;

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public ScoringModel train(TrainingSet examples) {
        CompletableFuture<Model<MultiLabel>> emotions = CompletableFuture.supplyAsync(() -> emotions(examples));
        CompletableFuture<Model<Regressor>> rubric = CompletableFuture.supplyAsync(() -> rubric(examples));
        LinearSGDModel pairs = pairs(examples);
        return new TribuoModel(emotions.join(), rubric.join(), pairs);
    }

    @Override
    public ScoringModel restore(byte[] bytes) {
        return ModelArchive.read(bytes);
    }

    private static Model<MultiLabel> emotions(TrainingSet examples) {
        return new org.tribuo.multilabel.sgd.linear.LinearSGDTrainer(
                        new BinaryCrossEntropy(), optimiser(EMOTION_RATE), EMOTION_EPOCHS, SILENT, ONE_BY_ONE, SEED)
                .train(TribuoExamples.emotions(examples));
    }

    private static Model<Regressor> rubric(TrainingSet examples) {
        return new org.tribuo.regression.sgd.linear.LinearSGDTrainer(
                        new SquaredLoss(), optimiser(RUBRIC_RATE), RUBRIC_EPOCHS, SILENT, ONE_BY_ONE, SEED)
                .train(TribuoExamples.rubric(examples));
    }

    private static LinearSGDModel pairs(TrainingSet examples) {
        return new org.tribuo.classification.sgd.linear.LinearSGDTrainer(
                        new LogMulticlass(), optimiser(PAIR_RATE), PAIR_EPOCHS, SILENT, ONE_BY_ONE, SEED)
                .train(TribuoExamples.pairs(examples));
    }

    private static StochasticGradientOptimiser optimiser(double rate) {
        return new AdaGrad(rate, 0.1);
    }
}
