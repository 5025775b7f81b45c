package dev.attune.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void shouldCountSentences() {
        assertThat(Words.of("").sentences()).isEqualTo(1);
        assertThat(Words.of("no stop at all").sentences()).isEqualTo(1);
        assertThat(Words.of("I owe $14.50. Is that bad?! Yes...").sentences()).isEqualTo(3);
        assertThat(Words.of("one line\n\nanother line").sentences()).isEqualTo(2);
    }

    @Test
    void shouldTellNumbersFromWords() {
        assertThat(Words.isNumber("401k")).isTrue();
        assertThat(Words.isNumber("iso")).isFalse();
    }

    @Test
    void shouldKeepEveryTokenButTheVocabularyOnce() {
        Words words = Words.of("Sorry, sorry. Don\u2019t ask?");
        assertThat(words.tokens()).containsExactly("sorry", "sorry", "don't", "ask", "?");
        assertThat(words.vocabulary()).containsExactlyInAnyOrder("sorry", "don't", "ask", "?");
        assertThat(words.count("sorry")).isEqualTo(2);
    }
}
