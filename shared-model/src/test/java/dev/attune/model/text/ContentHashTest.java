package dev.attune.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void shouldGiveTheKnownHash() {
        // FIPS 180-4's example message "abc".
        assertThat(ContentHash.of("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void shouldTellApartWhereThePartsEnd() {
        assertThat(ContentHash.ofParts(List.of("ab", "c"))).isNotEqualTo(ContentHash.ofParts(List.of("a", "bc")));
        assertThat(ContentHash.ofParts(List.of("a", "b"))).isEqualTo(ContentHash.ofParts(List.of("a", "b")));
    }
}
