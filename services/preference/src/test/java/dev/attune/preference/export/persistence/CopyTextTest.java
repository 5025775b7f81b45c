package dev.attune.preference.export.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTextTest {

    @Test
    void shouldPartFieldsByTabs() {
        assertThat(decode("a\tb\t\tc\n")).containsExactly("a", "b", "", "c");
        assertThat(decode("a")).containsExactly("a");
        assertThat(decode("\n")).containsExactly("");
        assertThat(decode("\t\n")).containsExactly("", "");
    }

    @Test
    void shouldTellNullFromText() {
        assertThat(decode("\\N\ta\t\\N\n")).containsExactly(null, "a", null);
        assertThat(decode("\\\\N\tN\n")).containsExactly("\\N", "N");
    }

    @Test
    void shouldResolveEveryEscape() {
        assertThat(decode("a\\tb\\nc\\rd\\be\\ff\\vg\\\\h\n")).containsExactly("a\tb\nc\rd\be\ff\u000Bg\\h");
        assertThat(decode("\\\\n\t\\\\\\n\n")).containsExactly("\\n", "\\\n");
        assertThat(decode("ends in a backslash\\\\\n")).containsExactly("ends in a backslash\\");
    }

    @Test
    void shouldKeepEveryCharacter() {
        assertThat(decode("Zürich \u2028 \uD83D\uDE00 \"quoted\"\n"))
                .containsExactly("Zürich \u2028 \uD83D\uDE00 \"quoted\"");
    }

    private static List<String> decode(String row) {
        return CopyText.decode(row.getBytes(UTF_8));
    }
}
