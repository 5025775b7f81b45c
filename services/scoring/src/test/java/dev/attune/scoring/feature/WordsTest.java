package dev.attune.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.text.Tokens;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void shouldCountSentences() {
        assertThat(words("").sentences()).isEqualTo(1);
        assertThat(words("no stop at all").sentences()).isEqualTo(1);
        assertThat(words("I owe $14.50. Is that bad?! Yes...").sentences()).isEqualTo(3);
        assertThat(words("one line\n\nanother line").sentences()).isEqualTo(2);
    }

    @Test
    void shouldTellNumbersFromWords() {
        assertThat(Words.isNumber("401k")).isTrue();
        assertThat(Words.isNumber("iso")).isFalse();
    }

    @Test
    void shouldKeepEveryTokenButTheVocabularyOnce() {
        Words words = words("Sorry, sorry. Don\u2019t ask?");
        assertThat(words.tokens()).containsExactly("sorry", "sorry", "don't", "ask", "?");
        assertThat(IntStream.range(0, 5).filter(words::isFirst)).containsExactly(0, 2, 3, 4);
        assertThat(words.count("sorry")).isEqualTo(2);
    }

    @Property
    void shouldHaveTheTokensOfTheTokeniserWhateverWasReadBefore(
            @ForAll @Size(max = 6) List<@StringLength(max = 40) String> texts) {
        Words words = new Words(new Spelling());
        for (String text : texts) {
            words.read(text);
            assertThat(words.tokens()).isEqualTo(Tokens.of(text));
        }
    }

    /** Few letters, so that the texts share words. */
    @Property
    void shouldKnowWhatTwoTextsShare(
            @ForAll @Chars({'a', 'B', 'b', ' ', '1', '?'}) @StringLength(max = 60) String one,
            @ForAll @Chars({'a', 'B', 'b', ' ', '1', '?'}) @StringLength(max = 60) String other) {
        Spelling spelling = new Spelling();
        Words words = new Words(spelling);
        Words others = new Words(spelling);
        words.read("a b 1 a b 1 ? of another text");
        words.read(one);
        others.read(other);
        List<String> tokens = Tokens.of(one);
        List<String> theirs = Tokens.of(other);
        for (int at = 0; at < theirs.size(); at++) {
            assertThat(words.has(others, at)).isEqualTo(tokens.contains(theirs.get(at)));
            boolean run =
                    at + 3 <= theirs.size() && Collections.indexOfSubList(tokens, theirs.subList(at, at + 3)) >= 0;
            assertThat(words.hasRun(others, at)).isEqualTo(run);
            assertThat(others.isFirst(at)).isEqualTo(theirs.indexOf(theirs.get(at)) == at);
        }
    }

    @Test
    void shouldKnowMoreWordsThanAScratchRemembers() {
        Scratch scratch = new Scratch();
        String many = IntStream.range(0, 20_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        for (int round = 0; round < 3; round++) {
            scratch.read(new Reply(many, "w19999 is what I said"));
            assertThat(scratch.text().tokens()).hasSize(20_000).endsWith("w19999");
            assertThat(scratch.context().has(scratch.text(), 19_999)).isTrue();
            assertThat(scratch.context().has(scratch.text(), 0)).isFalse();
        }
    }

    private static Words words(String text) {
        Words words = new Words(new Spelling());
        words.read(text);
        return words;
    }
}
