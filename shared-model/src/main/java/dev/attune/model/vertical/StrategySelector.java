package dev.attune.model.vertical;

import dev.attune.model.vertical.Strategies.Strategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Selects strategies from a client's emotional state. A strategy's score is, over the emotions that it fits, the sum of
 * confidence times rank (1 for the emotion that it fits best, falling evenly to a half for the last), times how well the
 * intensity lies in its range (1 within, falling to 0 a half away). A strategy that harms in the primary emotion is left out; in
 * another emotion, that emotion's confidence is taken off. Deterministic: of equal scores the taxonomy's order decides.
 */
public final class StrategySelector {

    private static final double WORST_RANK = 0.5;
    private static final double REACH = 0.5;

    private final Vertical vertical;

    public StrategySelector(Vertical vertical) {
        this.vertical = vertical;
    }

    /**
     * A client's emotional state.
     *
     * @param emotions primary first
     * @param intensity 0 to 1
     */
    public record State(List<Felt> emotions, double intensity) {
        public State {
            emotions = List.copyOf(emotions);
        }
    }

    /**
     * An emotion of a state.
     *
     * @param emotion its code
     * @param confidence 0 to 1
     */
    public record Felt(String emotion, double confidence) {}

    /**
     * A strategy that was selected.
     *
     * @param strategy its code
     * @param score how well it fits, above 0
     * @param fits the emotions that spoke for it, strongest first
     */
    public record Selection(String strategy, double score, List<String> fits) {
        public Selection {
            fits = List.copyOf(fits);
        }
    }

    /**
     * The strategies that fit, best first.
     *
     * @param most how many at most
     */
    public List<Selection> select(State state, int most) {
        return vertical.strategies().strategies().stream()
                .map(strategy -> score(strategy, state))
                .filter(selection -> selection.score() > 0)
                .sorted(Comparator.comparingDouble(Selection::score).reversed())
                .limit(most)
                .toList();
    }

    private static Selection score(Strategy strategy, State state) {
        double score = 0;
        List<String> fits = new ArrayList<>();
        for (int i = 0; i < state.emotions().size(); i++) {
            Felt felt = state.emotions().get(i);
            if (strategy.harms().emotions().contains(felt.emotion())) {
                if (i == 0) {
                    return new Selection(strategy.code(), 0, List.of());
                }
                score -= felt.confidence();
            }
            int rank = strategy.fits().emotions().indexOf(felt.emotion());
            if (rank >= 0) {
                score += felt.confidence()
                        * weight(rank, strategy.fits().emotions().size());
                fits.add(felt.emotion());
            }
        }
        return new Selection(strategy.code(), score * closeness(strategy.fits(), state.intensity()), fits);
    }

    private static double weight(int rank, int ranks) {
        return ranks == 1 ? 1 : 1 - (1 - WORST_RANK) * rank / (ranks - 1);
    }

    private static double closeness(Strategies.Fit fit, double intensity) {
        double distance = Math.max(0, Math.max(fit.from() - intensity, intensity - fit.to()));
        return Math.max(0, 1 - distance / REACH);
    }
}
