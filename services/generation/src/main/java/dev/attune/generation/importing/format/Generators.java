package dev.attune.generation.importing.format;

/** Who is said to have made responses that came with the data. */
final class Generators {

    /** The data do not say who. */
    static final String IMPORTED = "imported";

    /** A person wrote it, in Attune's own format. */
    static final String AUTHOR = "author";

    private Generators() {}
}
