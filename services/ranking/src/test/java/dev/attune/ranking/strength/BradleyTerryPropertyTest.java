package dev.attune.ranking.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BradleyTerryPropertyTest {

    @Property(tries = 200)
    void shouldNotDependOnTheOrderOfTheItems(@ForAll @IntRange(min = 2, max = 7) int size, @ForAll long seed) {
        Case some = Case.random(size, seed);
        int[] permutation = permutation(size, seed);
        double[] prior = new double[size];
        double[][] wins = new double[size][size];
        for (int i = 0; i < size; i++) {
            prior[permutation[i]] = some.prior[i];
            for (int j = 0; j < size; j++) {
                wins[permutation[i]][permutation[j]] = some.wins[i][j];
            }
        }
        Posterior plain = some.posterior();
        Posterior permuted = new BradleyTerry(prior, some.deviation, wins).posterior();
        for (int i = 0; i < size; i++) {
            assertThat(permuted.mean(permutation[i])).isCloseTo(plain.mean(i), within(1e-8));
            assertThat(permuted.deviation(permutation[i])).isCloseTo(plain.deviation(i), within(1e-8));
        }
    }

    @Property(tries = 200)
    void shouldMirror(@ForAll @IntRange(min = 2, max = 7) int size, @ForAll long seed) {
        Posterior posterior = Case.random(size, seed).posterior();
        Probability one = posterior.beats(0, 1);
        Probability other = posterior.beats(1, 0);
        assertThat(one.value()).isCloseTo(1 - other.value(), within(1e-12));
        assertThat(one.low()).isCloseTo(1 - other.high(), within(1e-12));
        assertThat(one.high()).isCloseTo(1 - other.low(), within(1e-12));
        assertThat(one.value()).isBetween(one.low(), one.high());
    }

    @Property(tries = 200)
    void shouldRiseWithEveryWin(@ForAll @IntRange(min = 2, max = 7) int size, @ForAll long seed) {
        Case some = Case.random(size, seed);
        Posterior before = some.posterior();
        some.wins[0][1] += 1;
        Posterior after = some.posterior();
        assertThat(after.mean(0)).isGreaterThan(before.mean(0));
        assertThat(after.mean(1)).isLessThan(before.mean(1));
        assertThat(after.mean(0) - after.mean(1)).isGreaterThan(before.mean(0) - before.mean(1));
    }

    @Property(tries = 200)
    void shouldKeepTheSumOfThePrior(@ForAll @IntRange(min = 2, max = 7) int size, @ForAll long seed) {
        Case some = Case.random(size, seed);
        assertThat(Arrays.stream(some.posterior().means()).sum())
                .isCloseTo(Arrays.stream(some.prior).sum(), within(1e-9));
    }

    private static int[] permutation(int size, long seed) {
        int[] permutation = new int[size];
        Arrays.setAll(permutation, item -> item);
        Random random = new Random(seed);
        for (int item = size - 1; item > 0; item--) {
            int other = random.nextInt(item + 1);
            int kept = permutation[item];
            permutation[item] = permutation[other];
            permutation[other] = kept;
        }
        return permutation;
    }

    private record Case(double[] prior, double deviation, double[][] wins) {

        static Case random(int size, long seed) {
            Random random = new Random(seed);
            double[] prior = random.doubles(size, -3, 3).toArray();
            double[][] wins = new double[size][size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    wins[i][j] = i == j || random.nextBoolean() ? 0 : random.nextInt(9) / 2.0;
                }
            }
            return new Case(prior, random.nextDouble(0.2, 5), wins);
        }

        Posterior posterior() {
            return new BradleyTerry(prior, deviation, wins).posterior();
        }
    }
}
