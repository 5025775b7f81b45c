package dev.attune.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GramCountsTest {

    private final GramCounts counts = new GramCounts();

    @Test
    void shouldCountWordsPairsAndRunsOfCharacters() {
        // Words a, b and their length; pairs (start a), (a b), (b end). Runs of " a ": " a", " a ", "a " and those of "
        // b ".
        assertThat(blocks("a b", 0)).containsEntry(0, 6).containsEntry(1, 6);
        assertThat(grams("so so so")).containsValue(3);
        assertThat(blocks("a b", 1)).containsOnlyKeys(3, 4);
    }

    @Test
    void shouldNotTellCaseButInShouting() {
        assertThat(grams("I am Sad.")).isEqualTo(grams("i Am sad."));
        assertThat(grams("SAD").keySet())
                .containsAll(grams("sad").keySet())
                .hasSize(grams("sad").size() + 1);
        assertThat(grams("don\u2019t")).isEqualTo(grams("don't"));
    }

    @Test
    void shouldCountNegatedWordsTwice() {
        int plain = words("very happy now");
        assertThat(words("never happy now")).isEqualTo(plain + 2);
        assertThat(words("never. happy now")).isEqualTo(plain + 2);
        assertThat(grams("not happy").keySet()).isNotEqualTo(grams("hot happy").keySet());
    }

    @Test
    void shouldTakeAnyText() {
        for (String text : List.of(
                "",
                " \t\n",
                "\ud83d\ude00\ud83d\ude00\ud83d\ude00",
                "\ud83d",
                "\u0627\u0644\u0645\u0627\u0644 \u05db\u05e1\u05e3",
                "a\u0000b\u0007",
                "<b>&amp;</b>",
                "x".repeat(1_000_000),
                "word ".repeat(200_000))) {
            assertThat(grams(text))
                    .isNotEmpty()
                    .allSatisfy((gram, count) -> assertThat(count).isPositive());
            assertThat(grams(text)).isEqualTo(grams(text));
        }
        assertThat(grams("\ud83d\ude00")).isNotEqualTo(grams("\ud83d\ude01"));
    }

    private Map<Long, Integer> grams(String text) {
        counts.clear();
        counts.add(text, 0, true, false);
        Map<Long, Integer> grams = new HashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            grams.put((long) counts.block(i) << 32 | counts.hash(i) & 0xffffffffL, counts.count(i));
        }
        assertThat(grams).as("each once").hasSize(counts.size());
        return grams;
    }

    private int words(String text) {
        return blocks(text, 0).getOrDefault(GramCounts.WORDS, 0);
    }

    /** How many different n-grams of each block. */
    private Map<Integer, Integer> blocks(String text, int part) {
        counts.clear();
        counts.add(text, part, true, false);
        Map<Integer, Integer> blocks = new HashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            blocks.merge(counts.block(i), 1, Integer::sum);
        }
        return blocks;
    }
}
