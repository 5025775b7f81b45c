package dev.attune.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Worked by hand. */
class MetricsTest {

    @Test
    void shouldCountLabels() {
        boolean[][] told = {{true, false}, {true, true}, {false, false}, {true, false}};
        boolean[][] actual = {{true, false}, {false, true}, {true, false}, {true, true}};

        Metrics.Labelling labelling = Metrics.labelling(told, actual, List.of("a", "b"));

        // a: 2 hits of 3 tellings and 3 rows; b: 1 hit of 1 telling and 2 rows.
        assertThat(labelling.perLabel())
                .containsEntry("a", new Metrics.LabelQuality(2.0 / 3, 2.0 / 3, 2.0 / 3, 3))
                .containsEntry("b", new Metrics.LabelQuality(1, 0.5, 2.0 / 3, 2));
        assertThat(labelling.macro()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(labelling.micro()).isCloseTo(6.0 / 9, within(1e-12));
        assertThat(labelling.accuracy()).isEqualTo(0.25);
    }

    @Test
    void shouldBeZeroWhereThereIsNothing() {
        Metrics.Labelling labelling =
                Metrics.labelling(new boolean[][] {{false}}, new boolean[][] {{false}}, List.of("a"));
        assertThat(labelling.macro()).isZero();
        assertThat(labelling.micro()).isZero();
        assertThat(labelling.accuracy()).isEqualTo(1);
        assertThat(Metrics.spearman(new double[] {1, 1}, new double[] {1, 2})).isZero();
        assertThat(Metrics.quadraticKappa(new double[] {1, 1}, new double[] {1, 1}))
                .isZero();
    }

    @Test
    void shouldRankWithTies() {
        double[] one = {1, 2, 2, 4};
        assertThat(Metrics.spearman(one, new double[] {10, 20, 20, 40})).isCloseTo(1, within(1e-12));
        assertThat(Metrics.spearman(one, new double[] {4, 3, 3, 1})).isCloseTo(-1, within(1e-12));
        // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 of sqrt(4.5 * 5).
        assertThat(Metrics.spearman(one, new double[] {1, 2, 3, 4})).isCloseTo(4.5 / Math.sqrt(22.5), within(1e-12));
        assertThat(Metrics.meanAbsoluteError(one, new double[] {1, 3, 2, 2})).isEqualTo(0.75);
    }

    /** The short form against the definition: what two readers who draw at random from their own levels would disagree. */
    @Test
    void shouldWeighDistancesByTheirSquares() {
        assertThat(Metrics.quadraticKappa(new double[] {1, 2, 3}, new double[] {1, 3, 5}))
                .isCloseTo(1 - (5 / 3.0) / (39 / 9.0), within(1e-12));
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            double[] one = random.ints(20, 1, 6).asDoubleStream().toArray();
            double[] other = random.ints(20, 1, 6).asDoubleStream().toArray();
            double observed = 0;
            double expected = 0;
            for (int i = 0; i < 20; i++) {
                observed += Math.pow(one[i] - other[i], 2) / 20;
                for (int j = 0; j < 20; j++) {
                    expected += Math.pow(one[i] - other[j], 2) / 400;
                }
            }
            assertThat(Metrics.quadraticKappa(one, other)).isCloseTo(1 - observed / expected, within(1e-9));
        }
    }

    @Test
    void shouldChooseTheThresholdWithTheBestF1() {
        double[] scores = {0.9, 0.8, 0.4, 0.3, 0.1};
        assertThat(Thresholds.bestF1(scores, new boolean[] {true, true, false, false, false}))
                .isCloseTo(0.6, within(1e-12));
        assertThat(Thresholds.bestF1(scores, new boolean[] {true, true, true, true, true}))
                .isLessThan(0.1);
    }
}
