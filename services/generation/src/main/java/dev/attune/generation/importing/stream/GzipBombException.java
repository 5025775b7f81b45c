package dev.attune.generation.importing.stream;

import java.io.IOException;

/** A packed stream holds so much more than it weighs that it is made to harm. */
public final class GzipBombException extends IOException {

    private static final long serialVersionUID = 1L;

    GzipBombException() {
        super("a packed stream inflates without measure");
    }
}
