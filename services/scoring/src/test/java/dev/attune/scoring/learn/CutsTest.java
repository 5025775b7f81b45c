package dev.attune.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CutsTest {

    @Test
    void shouldStretchWhatAModelShrank() {
        Random random = new Random(4);
        double[] grades = new double[500];
        double[] numbers = new double[500];
        for (int i = 0; i < grades.length; i++) {
            grades[i] = 1 + random.nextInt(5);
            numbers[i] = 3 + 0.4 * (grades[i] - 3) + 0.3 * random.nextGaussian();
        }
        Cuts cuts = Cuts.tune(numbers, grades, 1, 5);
        double[] told = new double[500];
        double[] plain = new double[500];
        for (int i = 0; i < told.length; i++) {
            told[i] = Math.rint(cuts.grade(numbers[i]));
            plain[i] = Math.rint(numbers[i]);
        }
        assertThat(Metrics.quadraticKappa(told, grades)).isGreaterThan(Metrics.quadraticKappa(plain, grades) + 0.1);
        assertThat(cuts.cuts()).isSorted().hasSize(4);
    }

    @Test
    void shouldGrowWithTheNumberAndStayWithinTheScale() {
        Cuts cuts = new Cuts(1, new double[] {2, 2.5, 3.5, 4});
        double before = 0;
        for (double number = -10; number < 20; number += 0.01) {
            double grade = cuts.grade(number);
            assertThat(grade).isBetween(1.0, 5.0).isGreaterThanOrEqualTo(before);
            before = grade;
        }
        assertThat(cuts.grade(2.5)).isCloseTo(2.5, within(1e-9));
        assertThat(cuts.grade(3)).isCloseTo(3, within(1e-9));
        assertThat(cuts.grade(2.2)).isCloseTo(1.9, within(1e-9));
    }

    @Test
    void shouldTakeNoGradesOrOneAlone() {
        assertThat(Cuts.tune(new double[0], new double[0], 1, 5).grade(3)).isBetween(1.0, 5.0);
        assertThat(Cuts.tune(new double[] {3, 3}, new double[] {4, 4}, 1, 5).grade(3))
                .isBetween(1.0, 5.0);
    }
}
