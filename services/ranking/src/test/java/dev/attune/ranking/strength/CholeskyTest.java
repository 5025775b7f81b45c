package dev.attune.ranking.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    private static final double[][] MATRIX = {{4, 12, -16}, {12, 37, -43}, {-16, -43, 98}};

    @Test
    void shouldSolve() {
        double[] solution = Cholesky.of(MATRIX).solve(new double[] {4 + 24 - 48, 12 + 74 - 129, -16 - 86 + 294});
        assertThat(solution).containsExactly(new double[] {1, 2, 3}, within(1e-9));
    }

    @Test
    void shouldInvert() {
        double[][] inverse = Cholesky.of(MATRIX).inverse();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += MATRIX[row][k] * inverse[k][column];
                }
                assertThat(sum).isCloseTo(row == column ? 1 : 0, within(1e-9));
            }
        }
    }

    @Test
    void shouldRefuseWhatIsNotPositiveDefinite() {
        assertThatThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {2, 1}})).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Cholesky.of(new double[][] {{Double.NaN}})).isInstanceOf(ArithmeticException.class);
    }
}
