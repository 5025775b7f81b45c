package dev.attune.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.text.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {

    @Test
    void shouldCountPhrasesOfSeveralWordsWhicheverApostropheIsTyped() throws IOException {
        Lexicon lexicon = Lexicon.parse(
                "calming: [\"don't worry\", relax]\npressure: [you should, should]".getBytes(StandardCharsets.UTF_8));
        assertThat(hits(lexicon, Tokens.of("Don\u2019t worry. You should relax, don't worry about worry.")))
                .containsExactly(3, 2);
        assertThat(lexicon.lists()).containsExactly("calming", "pressure");
        assertThat(hits(lexicon, Tokens.of("nothing of it"))).containsOnly(0);
    }

    @Test
    void shouldNameItsContent() {
        assertThat(Lexicon.bundled().hash()).isEqualTo(Lexicon.bundled().hash()).hasSize(64);
        assertThat(Lexicon.bundled().lists())
                .contains("pressure", "minimising", "permission", "jargon", "emotion-shame", "emotion-fear");
    }

    private static int[] hits(Lexicon lexicon, List<String> tokens) {
        int[] hits = new int[lexicon.lists().size()];
        lexicon.visit(tokens, (list, from, to) -> hits[list]++);
        return hits;
    }
}
