package dev.attune.ranking.strength;

/**
 * The Cholesky decomposition of a small, dense, symmetric, positive definite matrix: the lower triangular factor whose
 * product with its transpose is the matrix.
 */
final class Cholesky {

    private final double[][] factor;

    private Cholesky(double[][] factor) {
        this.factor = factor;
    }

    /**
     * Decomposes the matrix, of which the lower triangle is read.
     *
     * @throws ArithmeticException where it is not positive definite
     */
    static Cholesky of(double[][] matrix) {
        int size = matrix.length;
        double[][] factor = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    rest -= factor[row][k] * factor[column][k];
                }
                factor[row][column] = row == column ? root(rest) : rest / factor[column][column];
            }
        }
        return new Cholesky(factor);
    }

    private static double root(double pivot) {
        if (!(pivot > 0)) {
            throw new ArithmeticException("the matrix is not positive definite");
        }
        return Math.sqrt(pivot);
    }

    /** The vector that the matrix maps to this one. */
    double[] solve(double[] vector) {
        int size = factor.length;
        double[] solution = vector.clone();
        for (int row = 0; row < size; row++) {
            for (int k = 0; k < row; k++) {
                solution[row] -= factor[row][k] * solution[k];
            }
            solution[row] /= factor[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int k = row + 1; k < size; k++) {
                solution[row] -= factor[k][row] * solution[k];
            }
            solution[row] /= factor[row][row];
        }
        return solution;
    }

    /** The inverse of the matrix. */
    double[][] inverse() {
        int size = factor.length;
        double[][] inverse = new double[size][];
        for (int row = 0; row < size; row++) {
            double[] unit = new double[size];
            unit[row] = 1;
            inverse[row] = solve(unit);
        }
        return inverse;
    }
}
