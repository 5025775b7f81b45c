package dev.attune.generation.generator;

/**
 * A candidate response.
 *
 * @param strategy the plan that it follows, such as {@code validate-first}
 * @param text what it says
 */
public record Draft(String strategy, String text) {}
