package dev.attune.generation.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;

/** A stream of rows that are made as they are read, so that it can be of any length. */
final class GeneratedRows extends InputStream {

    private final int rows;
    private final int distinct;
    private final String padding;
    private byte[] row = {};
    private int position;
    private int next;

    /**
     * Rows of the format of plain TRL preferences.
     *
     * @param rows how many
     * @param distinct after how many they begin again
     * @param length about how many bytes each has
     */
    GeneratedRows(int rows, int distinct, int length) {
        this.rows = rows;
        this.distinct = distinct;
        this.padding = "x".repeat(length - 70);
    }

    /** Begins later. */
    void skipRows(int count) {
        next += count;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (position == row.length) {
            if (next == rows) {
                return -1;
            }
            row = row(next++ % distinct);
            position = 0;
        }
        int count = Math.min(length, row.length - position);
        System.arraycopy(row, position, target, offset, count);
        position += count;
        return count;
    }

    private byte[] row(int number) {
        return "{\"prompt\":\"question %08d\",\"chosen\":\"%s\",\"rejected\":\"no\"}\n"
                .formatted(number, padding)
                .getBytes(UTF_8);
    }
}
