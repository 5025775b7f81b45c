package dev.attune.foundation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WordlessFailureTest {

    @Test
    void shouldTellKindAndPlaceButNoMessage() {
        Throwable failure =
                new IllegalStateException("the bill", new PgException("the drawer", "ERROR", "22P02", "the letter"));

        StringWriter out = new StringWriter();
        WordlessFailure.of(failure).printStackTrace(new PrintWriter(out, true));

        assertThat(out.toString())
                .startsWith("java.lang.IllegalStateException")
                .contains("Caused by: io.vertx.pgclient.PgException 22P02", "WordlessFailureTest.java")
                .doesNotContain("bill", "drawer", "letter");
    }
}
