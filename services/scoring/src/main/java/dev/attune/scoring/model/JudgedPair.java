package dev.attune.scoring.model;

/**
 * Two responses to a turn that people judged.
 *
 * @param conversation the conversation; what is of one conversation is never on both sides of a split
 * @param client what the client said
 * @param left one response
 * @param right the other
 * @param leftWins how much of the judgments was for the left one, each weighing its degree, a tie half for each
 * @param rightWins and for the right one
 */
public record JudgedPair(
        String conversation, String client, String left, String right, double leftWins, double rightWins) {}
