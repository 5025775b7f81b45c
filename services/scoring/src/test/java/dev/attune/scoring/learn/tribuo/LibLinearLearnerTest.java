package dev.attune.scoring.learn.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.scoring.feature.SparseVector;
import dev.attune.scoring.learn.LinearLearner.LinearModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class LibLinearLearnerTest {

    private static final int FEATURES = 30;
    private static final Label YES = new Label("yes");
    private static final Label NO = new Label("no");

    private final Random random = new Random(3);
    private final List<SparseVector> examples = new ArrayList<>();
    private final boolean[] positive = new boolean[200];
    private final int[] all = IntStream.range(0, positive.length).toArray();

    LibLinearLearnerTest() {
        for (int i = 0; i < positive.length; i++) {
            int[] ids = IntStream.range(0, FEATURES)
                    .filter(id -> id == 0 || random.nextInt(4) == 0)
                    .toArray();
            float[] values = new float[ids.length];
            double sum = 0;
            for (int j = 0; j < ids.length; j++) {
                values[j] = random.nextFloat();
                sum += values[j] * (ids[j] % 2 == 0 ? 1 : -1);
            }
            examples.add(new SparseVector(ids, values));
            positive[i] = sum + random.nextGaussian() / 5 > 0.2;
        }
    }

    @Test
    void shouldLearnWhatTribuosTrainerLearns() {
        LinearModel ours = new LibLinearLearner().over(examples, FEATURES).binary(all, positive, 1, 2);

        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("test", labels), labels);
        for (int i = 0; i < positive.length; i++) {
            Example<Label> example = new ArrayExample<>(positive[i] ? YES : NO);
            SparseVector vector = examples.get(i);
            for (int j = 0; j < vector.ids().length; j++) {
                example.add(new org.tribuo.Feature(Integer.toString(vector.ids()[j]), vector.values()[j]));
            }
            dataset.add(example);
        }
        LibLinearClassificationTrainer trainer = new LibLinearClassificationTrainer(
                new LinearClassificationType(LinearType.L2R_LR_DUAL), 1, 1000, 1e-6, 5);
        trainer.setLabelWeights(Map.of(YES, 2f, NO, 1f));
        LibLinearModel<Label> theirs = trainer.train(dataset);
        var inner = theirs.getInnerModels().getFirst();
        int sign = inner.getLabels()[0] == theirs.getOutputIDInfo().getID(YES) ? 1 : -1;

        // Ours stops sooner, at a tenth: near the one optimum that both seek.
        for (int id = 0; id < theirs.getFeatureIDMap().size(); id++) {
            int feature = Integer.parseInt(theirs.getFeatureIDMap().get(id).getName());
            assertThat(ours.weights()[feature])
                    .isCloseTo((float) (sign * inner.getFeatureWeights()[id]), within(0.02f));
        }
        assertThat(ours.bias()).isCloseTo(sign * inner.getFeatureWeights()[FEATURES], within(0.02));
    }

    @Test
    void shouldLearnTheSameAgainAndFromPartsAsFromAPartAlone() {
        LibLinearLearner learner = new LibLinearLearner();
        int[] some = IntStream.range(0, 100).toArray();
        LinearModel part = learner.over(examples, FEATURES).binary(some, positive, 1, 1);
        LinearModel alone = learner.over(examples.subList(0, 100), FEATURES).binary(some, positive, 1, 1);
        assertThat(part.weights()).isEqualTo(alone.weights());
        assertThat(part.bias()).isEqualTo(alone.bias());
    }

    @Test
    void shouldBeSureOfTheOnlyClass() {
        LinearModel never = new LibLinearLearner().over(examples, FEATURES).binary(all, new boolean[200], 1, 1);
        assertThat(never.score(examples.getFirst())).isEqualTo(-10);
    }

    @Test
    void shouldLearnNumbers() {
        double[] targets = new double[200];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = 3 * examples.get(i).values()[0] - 1;
        }
        LinearModel model = new LibLinearLearner().over(examples, FEATURES).numbers(all, targets, 10);
        assertThat(model.score(examples.getFirst())).isCloseTo(targets[0], within(0.2));
    }
}
