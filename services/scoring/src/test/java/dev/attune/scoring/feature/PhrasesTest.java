package dev.attune.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.attune.model.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {

    @ParameterizedTest
    @CsvSource({
        "can't lose, You can’t lose here., true",
        "can't lose, You can lose here., false",
        "safe|sure bet, It is a SURE bet!, true",
        "safe|sure bet, It is a bet., false",
        "is guarant*, That is guaranteed., true",
        "guarant* growth, It is guaranteed growth., true",
        "guarant* growth, It is guaranteed., false",
        "returns of #, returns of 8% a year, true",
        "returns of #, returns of many, false",
        "# percent, about 8 percent, true",
        "# percent, a percent, false",
        "will ... double, it will in a year double, true",
        "will ... double, it will double, true",
        "will ... double, it will in one more year double, false",
        "will ..., I will, true"
    })
    void findsWhatItDescribes(String pattern, String text, boolean found) {
        Phrases<String> phrases = new Phrases<>();
        phrases.add(pattern, "x");
        assertThat(phrases.in(Tokens.of(text))).hasSize(found ? 1 : 0);
    }

    @Test
    void tellsWhere() {
        Phrases<String> phrases = new Phrases<>();
        phrases.add("no risk", "promise");
        phrases.add("no ... all", "other");
        assertThat(phrases.in(List.of("there", "is", "no", "risk", "at", "all")))
                .containsExactly(new Phrases.Hit<>("promise", 2, 4), new Phrases.Hit<>("other", 2, 6));
    }

    @Test
    void findsEveryBeginningOfAWord() {
        Phrases<String> phrases = new Phrases<>();
        phrases.add("an*", "an");
        phrases.add("anger", "anger");
        phrases.add("ang* ... bill", "both");
        phrases.add("b*", "b");
        assertThat(phrases.in(List.of("angry", "anxious", "a", "bill")))
                .containsExactlyInAnyOrder(
                        new Phrases.Hit<>("an", 0, 1),
                        new Phrases.Hit<>("both", 0, 4),
                        new Phrases.Hit<>("an", 1, 2),
                        new Phrases.Hit<>("b", 3, 4));
    }

    @Test
    void beginsWithNoGap() {
        Phrases<String> phrases = new Phrases<>();
        assertThatIllegalArgumentException().isThrownBy(() -> phrases.add("... growth", "x"));
    }

    /** Held against a search that tries every place. */
    @Property
    void findsTheShortestFormAfterAGap(
            @ForAll @Size(max = 14) List<@Chars({'a', 'b', 'c'}) @StringLength(1) String> tokens,
            @ForAll @CharRange(from = 'a', to = 'c') char first,
            @ForAll @CharRange(from = 'a', to = 'c') char second,
            @ForAll @CharRange(from = 'a', to = 'c') char third) {
        Phrases<String> phrases = new Phrases<>();
        phrases.add(first + " ... " + second + "|c " + third, "x");
        List<Phrases.Hit<String>> expected = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            for (int gap = 0; tokens.get(at).charAt(0) == first && gap <= 3; gap++) {
                int next = at + 1 + gap;
                if (next + 1 < tokens.size()
                        && (tokens.get(next).charAt(0) == second
                                || tokens.get(next).equals("c"))
                        && tokens.get(next + 1).charAt(0) == third) {
                    expected.add(new Phrases.Hit<>("x", at, next + 2));
                    break;
                }
            }
        }
        assertThat(phrases.in(tokens)).isEqualTo(expected);
    }
}
