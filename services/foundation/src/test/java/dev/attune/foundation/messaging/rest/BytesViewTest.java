package dev.attune.foundation.messaging.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesViewTest {

    @Test
    void shouldShowTextAsText() {
        assertThat(BytesView.of("{\"näher\":\"🙂\"}".getBytes(UTF_8)))
                .isEqualTo(new BytesView("utf-8", "{\"näher\":\"🙂\"}"));
        assertThat(BytesView.of(new byte[0])).isEqualTo(new BytesView("utf-8", ""));
    }

    @Test
    void shouldShowOtherBytesInBase64() {
        assertThat(BytesView.of(new byte[] {(byte) 0xff, 0, (byte) 0xfe})).isEqualTo(new BytesView("base64", "/wD+"));
        // A text that ends within a character is no text.
        assertThat(BytesView.of(new byte[] {'a', (byte) 0xc3})).isEqualTo(new BytesView("base64", "YcM="));
    }

    @Test
    void shouldShowNothingOfNothing() {
        assertThat(BytesView.from(null)).isNull();
    }
}
