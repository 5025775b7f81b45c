package dev.attune.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.message.TurnScored.EmotionScore;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmotionChoiceTest {

    @Test
    void shouldTellTheConfidentOnesFirst() {
        assertThat(EmotionChoice.of(Map.of("fear", 0.4, "shame", 0.8, "hope", 0.29)))
                .containsExactly(new EmotionScore("shame", 0.8), new EmotionScore("fear", 0.4));
    }

    @Test
    void shouldTellAtLeastOneAndAtMostFive() {
        assertThat(EmotionChoice.of(Map.of("fear", 0.1, "shame", 0.05))).containsExactly(new EmotionScore("fear", 0.1));
        assertThat(EmotionChoice.of(Map.of("a", 0.9, "b", 0.9, "c", 0.9, "d", 0.9, "e", 0.9, "f", 0.9)))
                .extracting(EmotionScore::emotion)
                .containsExactly("a", "b", "c", "d", "e");
        assertThat(EmotionChoice.of(Map.of())).isEmpty();
    }
}
