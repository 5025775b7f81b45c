package dev.attune.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void shouldKeepInnerApostrophesOfBothKinds() {
        assertThat(Tokens.of("I don\u2019t know, it's 'fine'")).containsExactly("i", "don't", "know", "it's", "fine");
    }

    @Test
    void shouldKeepWhatIsAskedAndShouted() {
        assertThat(Tokens.of("What if... no!? 401(k)")).containsExactly("what", "if", "no", "!", "?", "401", "k");
    }

    @Test
    void shouldTakeOtherScripts() {
        assertThat(Tokens.of("GRÜẞE aus Köln \uD83D\uDE00")).containsExactly("grüße", "aus", "köln", "\uD83D\uDE00");
    }

    @Test
    void shouldFindNothingInNothing() {
        assertThat(Tokens.of("")).isEmpty();
        assertThat(Tokens.of(" ,.; ")).isEmpty();
    }
}
