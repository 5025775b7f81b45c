package dev.attune.model.vertical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.vertical.Strategies.Strategy;
import dev.attune.model.vertical.StrategySelector.Felt;
import dev.attune.model.vertical.StrategySelector.Selection;
import dev.attune.model.vertical.StrategySelector.State;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategySelectorTest {

    private final StrategySelector selector = new StrategySelector(Vertical.finance());

    @Test
    void shouldMeetStrongShameBeforeAnythingElse() {
        List<Selection> selected = select(0.8, new Felt("shame", 0.8), new Felt("fear", 0.4));

        assertThat(selected.getFirst().strategy()).isEqualTo("empathic-validation");
        assertThat(selected.getFirst().fits()).containsExactly("shame", "fear");
        assertThat(selected).extracting(Selection::strategy).doesNotContain("quantify-opportunity-cost");
    }

    @Test
    void shouldPutSafetyFirstInPanic() {
        assertThat(select(0.95, new Felt("panic", 0.9)).getFirst().strategy()).isEqualTo("safety-first");
    }

    @Test
    void shouldBreakDownWhatConfuses() {
        assertThat(select(0.5, new Felt("confusion", 0.7), new Felt("curiosity", 0.4)))
                .extracting(Selection::strategy)
                .startsWith("permission-before-teaching", "break-down-complexity");
    }

    @Test
    void shouldGiveTheSameInTheSameOrder() {
        State state = new State(List.of(new Felt("guilt", 0.7), new Felt("love", 0.5)), 0.6);

        assertThat(selector.select(state, 5))
                .isEqualTo(selector.select(state, 5))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void shouldNeverLetAStrategyLeadThatHarmsInThePrimaryEmotion() {
        for (Emotions.Emotion emotion : Vertical.finance().emotions().emotions()) {
            for (double intensity = 0; intensity <= 1; intensity += 0.1) {
                List<Selection> selected = select(intensity, new Felt(emotion.code(), 0.8));
                assertThat(selected)
                        .isSortedAccordingTo(
                                Comparator.comparingDouble(Selection::score).reversed())
                        .allSatisfy(selection -> {
                            Strategy strategy = Vertical.finance()
                                    .strategy(selection.strategy())
                                    .orElseThrow();
                            assertThat(strategy.harms().emotions()).doesNotContain(emotion.code());
                            assertThat(selection.score()).isBetween(0.0, 1.0);
                        });
            }
        }
    }

    private List<Selection> select(double intensity, Felt... felt) {
        return selector.select(new State(List.of(felt), intensity), Integer.MAX_VALUE);
    }
}
