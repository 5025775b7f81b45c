package dev.attune.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NGramsTest {

    @Test
    void shouldNameWordsAndPairsOfWordsAndForgetWhichNumber() {
        Map<String, Double> grams = NGrams.of(List.of("i", "owe", "14"));
        assertThat(grams).containsOnlyKeys("w:i", "w:owe", "w:#", "w:i owe", "w:owe #");
        assertThat(grams.get("w:owe")).isCloseTo(1 / Math.sqrt(5), within(1e-12));
    }

    @Test
    void shouldHaveLengthOneHoweverLongTheText() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<String> tokens = new ArrayList<>();
            int size = 1 + random.nextInt(300);
            for (int i = 0; i < size; i++) {
                tokens.add("t" + random.nextInt(40));
            }
            double squares = NGrams.of(tokens).values().stream()
                    .mapToDouble(weight -> weight * weight)
                    .sum();
            assertThat(squares).isCloseTo(1.0, within(1e-9));
        }
    }

    @Test
    void shouldBeEmptyForATextWithoutWords() {
        assertThat(NGrams.of(List.of())).isEmpty();
    }
}
