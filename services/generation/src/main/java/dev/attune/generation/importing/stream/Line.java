package dev.attune.generation.importing.stream;

/** One line of a stream; blank ones are passed over. */
public sealed interface Line {

    /** Its place in the stream, from 1; blank lines count. */
    long number();

    /**
     * A line that fits.
     *
     * @param number its place
     * @param bytes without the end of the line
     */
    record Whole(long number, byte[] bytes) implements Line {}

    /** A line that does not fit; it was skipped without being held. */
    record TooLong(long number) implements Line {}
}
