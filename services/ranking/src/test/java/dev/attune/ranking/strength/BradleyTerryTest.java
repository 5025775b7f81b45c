package dev.attune.ranking.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against published numbers, reached with a prior that is next to flat. */
class BradleyTerryTest {

    private static final double FLAT = 1e3;

    /** The example of Wikipedia's article on the model: A-B 2:3, A-D 1:4, B-C 5:3, C-D 1:3. */
    private static final double[][] WIKIPEDIA = {{0, 2, 0, 1}, {3, 0, 5, 0}, {0, 3, 0, 1}, {4, 0, 3, 0}};

    @Test
    void shouldFindTheMaximumLikelihoodOfTheWikipediaExample() {
        Posterior posterior = new BradleyTerry(new double[4], FLAT, WIKIPEDIA).posterior();
        assertThat(posterior.means())
                .containsExactly(new double[] {-0.446545, 0.042403, -0.415803, 0.819946}, within(1e-5));
    }

    @Test
    void shouldFindItsStandardErrors() {
        double[][] covariance =
                new BradleyTerry(new double[4], FLAT, WIKIPEDIA).posterior().covariance();
        double[] errors = {0.54807, 0.48178, 0.52040, 0.62134};
        double whole = Arrays.stream(covariance).flatMapToDouble(Arrays::stream).sum() / 16;
        for (int item = 0; item < 4; item++) {
            // The flat prior leaves the common level open; the published errors are those around a sum of zero.
            double ofRow = Arrays.stream(covariance[item]).sum() / 4;
            assertThat(Math.sqrt(covariance[item][item] - 2 * ofRow + whole)).isCloseTo(errors[item], within(1e-4));
        }
    }

    @Test
    void shouldFindTheCitationsOfStigler() {
        double[][] citations = {{0, 33, 320, 284}, {730, 0, 813, 276}, {498, 68, 0, 325}, {221, 17, 142, 0}};
        double[] means = new BradleyTerry(new double[4], FLAT, transposed(citations))
                .posterior()
                .means();
        double[] relative = Arrays.stream(means).map(mean -> mean - means[0]).toArray();
        assertThat(relative).containsExactly(new double[] {0, -2.949072, -0.479570, 0.268954}, within(1e-4));
    }

    @Test
    void shouldTakeTiesAsHalfWins() {
        int[][] pudding = {
            {1, 2, 22, 16, 19}, {1, 3, 19, 12, 16}, {2, 3, 19, 10, 19}, {1, 4, 23, 13, 18}, {2, 4, 19, 9, 23},
            {3, 4, 20, 15, 19}, {1, 5, 19, 18, 13}, {2, 5, 20, 12, 16}, {3, 5, 15, 17, 16}, {4, 5, 14, 16, 17},
            {1, 6, 21, 12, 18}, {2, 6, 20, 12, 22}, {3, 6, 18, 10, 13}, {4, 6, 19, 18, 14}, {5, 6, 21, 12, 11}
        };
        double[][] wins = new double[6][6];
        for (int[] row : pudding) {
            wins[row[0] - 1][row[1] - 1] = row[4] + row[3] / 2.0;
            wins[row[1] - 1][row[0] - 1] = row[2] + row[3] / 2.0;
        }
        double[] means = new BradleyTerry(new double[6], FLAT, wins).posterior().means();
        double sum = Arrays.stream(means).map(Math::exp).sum();
        double[] worths = Arrays.stream(means).map(mean -> Math.exp(mean) / sum).toArray();
        assertThat(worths)
                .containsExactly(
                        new double[] {0.146075, 0.171473, 0.163279, 0.165935, 0.161023, 0.192214}, within(1e-6));
    }

    @Test
    void shouldBeThePriorWithoutComparisons() {
        double[] prior = {0.7, -0.2, -0.5};
        Posterior posterior = new BradleyTerry(prior, 1.5, new double[3][3]).posterior();
        assertThat(posterior.means()).containsExactly(prior);
        assertThat(posterior.deviation(1)).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void shouldStayFiniteWhereOneAlwaysWins() {
        Posterior posterior = new BradleyTerry(new double[2], 1, new double[][] {{0, 1000}, {0, 0}}).posterior();
        assertThat(posterior.mean(0)).isBetween(1.0, 5.0);
        assertThat(posterior.mean(0)).isCloseTo(-posterior.mean(1), within(1e-9));
    }

    @Test
    void shouldClimbFromAPriorThatIsFarOff() {
        double[] prior = {40, -40};
        Posterior posterior = new BradleyTerry(prior, 10, new double[][] {{0, 0}, {200, 0}}).posterior();
        // At the mode the pull of the prior and the surprise of the losses are equal.
        double loss = Logistic.of(posterior.mean(1) - posterior.mean(0));
        assertThat((prior[0] - posterior.mean(0)) / 100).isCloseTo(200 * (1 - loss), within(1e-6));
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix.length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix.length; column++) {
                transposed[column][row] = matrix[row][column];
            }
        }
        return transposed;
    }
}
