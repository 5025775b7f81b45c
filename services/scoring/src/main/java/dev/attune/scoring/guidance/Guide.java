package dev.attune.scoring.guidance;

import dev.attune.model.message.TurnScored.ClientState;
import dev.attune.model.vertical.Emotions.Emotion;
import dev.attune.model.vertical.Strategies.Strategy;
import dev.attune.model.vertical.StrategySelector;
import dev.attune.model.vertical.StrategySelector.Selection;
import dev.attune.model.vertical.StrategySelector.State;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Scratch;
import dev.attune.scoring.guidance.Guidance.Advice;
import dev.attune.scoring.guidance.Guidance.Felt;
import dev.attune.scoring.guidance.Guidance.Warning;
import dev.attune.scoring.model.ScoringModel;
import dev.attune.scoring.model.ScoringModel.ClientReading;
import dev.attune.scoring.score.TextScorer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Says what to do about a client's message, from its emotions and the taxonomy. It computes, so never on an event loop. */
@Singleton
public class Guide {

    private static final int STRATEGIES = 4;
    private static final double UNPLEASANT = 0;

    private final Vertical vertical;
    private final StrategySelector selector;

    Guide(Vertical vertical) {
        this.vertical = vertical;
        this.selector = new StrategySelector(vertical);
    }

    /** What to do about this message. */
    public Guidance guide(ScoringModel model, String client) {
        Scratch scratch = new Scratch();
        ClientReading reading = model.client(client, scratch);
        State state = TextScorer.state(reading);
        List<Selection> selected = selector.select(state, STRATEGIES);
        return new Guidance(
                state.emotions().stream()
                        .map(felt -> new Felt(
                                felt.emotion(),
                                felt.confidence(),
                                model.cues(felt.emotion(), client, scratch).stream()
                                        .filter(reason -> reason.weight() > 0)
                                        .toList(),
                                vertical.emotion(felt.emotion())
                                        .map(Emotion::response)
                                        .orElse("")))
                        .toList(),
                new ClientState(
                        reading.intensity(),
                        reading.vad().valence(),
                        reading.vad().arousal(),
                        reading.vad().dominance()),
                selected.stream().map(this::advice).toList(),
                warnings(state, selected, reading.vad().valence()));
    }

    private Advice advice(Selection selection) {
        Strategy strategy = vertical.strategy(selection.strategy()).orElseThrow();
        return new Advice(
                strategy.code(),
                selection.score(),
                selection.fits(),
                strategy.fits().when(),
                strategy.definition(),
                strategy.examples().getFirst());
    }

    /** Strategies that harm in one of the emotions; and where the client is not well, the failures that the selected strategies replace. */
    private List<Warning> warnings(State state, List<Selection> selected, double valence) {
        List<String> use = selected.stream().map(Selection::strategy).toList();
        List<Warning> warnings = new ArrayList<>();
        for (Strategy strategy : vertical.strategies().strategies()) {
            boolean harms = state.emotions().stream()
                    .anyMatch(felt -> strategy.harms().emotions().contains(felt.emotion()));
            if (harms && !use.contains(strategy.code())) {
                warnings.add(new Warning(strategy.code(), strategy.harms().when(), use));
            }
        }
        if (valence < UNPLEASANT) {
            vertical.failedStrategies().failedStrategies().forEach(failure -> {
                List<String> instead =
                        failure.instead().stream().filter(use::contains).toList();
                if (!instead.isEmpty()) {
                    warnings.add(new Warning(failure.code(), failure.why(), instead));
                }
            });
        }
        return warnings;
    }
}
