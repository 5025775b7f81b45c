package dev.attune.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void shouldEndAtMarksWithWhatClosesAQuotation() {
        assertThat(Sentences.of("She said \"obviously.\" Then: what now?! Call (please). It's $3.50 a day."))
                .containsExactly("She said \"obviously.\"", "Then: what now?!", "Call (please).", "It's $3.50 a day.");
    }

    @Test
    void shouldGoOnAfterAbbreviationsInitialsAndQuotedQuestions() {
        assertThat(Sentences.of("Ask Dr. Ruiz at 7 a.m. on the 3rd. \"What house?\" she asked. J. Smith signed."))
                .containsExactly(
                        "Ask Dr. Ruiz at 7 a.m. on the 3rd.", "\"What house?\" she asked.", "J. Smith signed.");
        assertThat(Sentences.of("So do I. We open at 7 a.m. Come early."))
                .containsExactly("So do I.", "We open at 7 a.m.", "Come early.");
    }

    @Test
    void shouldHaveNoSentenceInABlankText() {
        assertThat(Sentences.of(" \n ")).isEmpty();
    }

    @Test
    void shouldGiveBackTheTextWhenJoined() {
        Random random = new Random(7);
        String letters = "ab. ?!\"')A\n 3Mr";
        for (int i = 0; i < 2_000; i++) {
            String text = IntStream.range(0, random.nextInt(60))
                    .mapToObj(j -> String.valueOf(letters.charAt(random.nextInt(letters.length()))))
                    .collect(Collectors.joining());
            List<String> sentences = Sentences.of(text);
            assertThat(String.join(" ", sentences)).isEqualTo(text.strip().replaceAll("\\s+", " "));
        }
    }
}
