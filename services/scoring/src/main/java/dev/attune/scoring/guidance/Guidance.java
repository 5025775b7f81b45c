package dev.attune.scoring.guidance;

import dev.attune.model.message.TurnScored.ClientState;
import dev.attune.scoring.model.ScoringModel.Reason;
import java.util.List;

/**
 * What to do about a client's message.
 *
 * @param emotions the client's emotions, surest first
 * @param state the client's state
 * @param strategies what to use, best first
 * @param avoid what not to do
 */
public record Guidance(List<Felt> emotions, ClientState state, List<Advice> strategies, List<Warning> avoid) {

    public Guidance {
        emotions = List.copyOf(emotions);
        strategies = List.copyOf(strategies);
        avoid = List.copyOf(avoid);
    }

    /**
     * An emotion in the message.
     *
     * @param emotion the taxonomy's code
     * @param confidence 0 to 1
     * @param words what spoke for it, strongest first
     * @param response the empathetic response that fits it
     */
    public record Felt(String emotion, double confidence, List<Reason> words, String response) {
        public Felt {
            words = List.copyOf(words);
        }
    }

    /**
     * A strategy to use.
     *
     * @param strategy the taxonomy's code
     * @param score how well it fits, above 0
     * @param fits the emotions that speak for it
     * @param reason when it fits
     * @param definition what the advisor does
     * @param example a sentence of an advisor who does it
     */
    public record Advice(
            String strategy, double score, List<String> fits, String reason, String definition, String example) {
        public Advice {
            fits = List.copyOf(fits);
        }
    }

    /**
     * A tactic to avoid.
     *
     * @param tactic a strategy that harms here, or a well-meant failure, by the taxonomy's code
     * @param reason what it does to this client
     * @param instead what would serve, of the strategies to use
     */
    public record Warning(String tactic, String reason, List<String> instead) {
        public Warning {
            instead = List.copyOf(instead);
        }
    }
}
