package dev.attune.generation.importing.stream;

import java.io.IOException;

/** A line is longer than anything that is worth waiting for the end of. */
public final class EndlessLineException extends IOException {

    private static final long serialVersionUID = 1L;

    EndlessLineException() {
        super("a line does not end");
    }
}
