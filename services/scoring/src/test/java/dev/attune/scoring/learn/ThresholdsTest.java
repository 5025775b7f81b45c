package dev.attune.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    @Test
    void shouldCutWhereF1IsBest() {
        double threshold =
                Thresholds.bestF1(new double[] {0.9, 0.8, 0.3, 0.2}, new boolean[] {true, true, false, false});
        assertThat(threshold).isBetween(0.3, 0.8);
    }

    @Test
    void shouldFindOneThresholdForAll() {
        double threshold = Thresholds.commonF1(
                List.of(new double[] {0.9, 0.1}, new double[] {0.7, 0.2}),
                List.of(new boolean[] {true, false}, new boolean[] {true, false}));
        assertThat(threshold).isBetween(0.2, 0.7);
    }

    @Test
    void shouldGainOverAllWhatIsLostByNoLabel() {
        Random random = new Random(9);
        int rows = 2000;
        double[] common = new double[rows];
        double[] rare = new double[rows];
        boolean[] isCommon = new boolean[rows];
        boolean[] isRare = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            isCommon[row] = random.nextInt(2) == 0;
            isRare[row] = random.nextInt(50) == 0;
            common[row] = (isCommon[row] ? 0.6 : 0) + random.nextGaussian();
            rare[row] = (isRare[row] ? 0.6 : 0) + random.nextGaussian();
        }
        List<double[]> scores = List.of(common, rare);
        List<boolean[]> positive = List.of(isCommon, isRare);
        double[] alone = {Thresholds.bestF1(common, isCommon), Thresholds.bestF1(rare, isRare)};
        double[] together = Thresholds.together(scores, positive, 1);

        assertThat(microF1(scores, positive, together)).isGreaterThanOrEqualTo(microF1(scores, positive, alone));
        // A rare label that is told too often costs all decisions more than itself.
        assertThat(together[1]).isGreaterThanOrEqualTo(alone[1]);
        assertThat(Thresholds.together(scores, positive, 0)).containsExactly(alone);
    }

    private static double microF1(List<double[]> scores, List<boolean[]> positive, double[] thresholds) {
        int hits = 0;
        int all = 0;
        for (int label = 0; label < thresholds.length; label++) {
            for (int row = 0; row < scores.get(label).length; row++) {
                boolean told = scores.get(label)[row] > thresholds[label];
                boolean is = positive.get(label)[row];
                hits += told && is ? 1 : 0;
                all += (told ? 1 : 0) + (is ? 1 : 0);
            }
        }
        return 2.0 * hits / all;
    }
}
