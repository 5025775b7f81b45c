package dev.attune.standalone.fuzz;

import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * One way to spoil a request.
 *
 * @param weight how often it is taken, against the others
 * @param fits whether a draft can be spoilt so
 * @param spoil does it
 */
record Mutation(int weight, Predicate<Draft> fits, BiConsumer<Draft, Random> spoil) {}
