package dev.attune.ranking.comparison;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Gives chance to those who need it; raters must not be able to foresee the sides. */
final class Randomness {

    private Randomness() {}

    @Produces
    @Singleton
    static RandomGenerator generator() {
        return new SecureRandom();
    }
}
