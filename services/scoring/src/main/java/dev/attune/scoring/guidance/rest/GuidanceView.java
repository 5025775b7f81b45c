package dev.attune.scoring.guidance.rest;

import dev.attune.model.message.TurnScored.ClientState;
import dev.attune.scoring.guidance.Guidance;
import java.util.List;

/**
 * What to do about a client's message.
 *
 * @param model the model version, {@code name@hash}
 * @param emotions the client's emotions, surest first, with the words that spoke for them
 * @param strategies what to use and why, best first
 * @param avoid what not to do and why
 */
public record GuidanceView(
        String model,
        List<Guidance.Felt> emotions,
        ClientState state,
        List<Guidance.Advice> strategies,
        List<Guidance.Warning> avoid) {

    static GuidanceView from(String model, Guidance guidance) {
        return new GuidanceView(model, guidance.emotions(), guidance.state(), guidance.strategies(), guidance.avoid());
    }
}
