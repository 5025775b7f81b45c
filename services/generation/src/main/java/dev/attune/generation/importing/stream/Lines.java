package dev.attune.generation.importing.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines in constant memory: it holds one block of the stream and the line that it is in, up to the
 * longest line allowed. A longer one is skipped, but not for ever. Not thread-safe; the calls may come from different
 * threads one after the other.
 */
public final class Lines {

    private static final int BLOCK = 64 * 1024;
    /** A line that is so many times too long does not end any more. */
    private static final int ENDLESS = 8;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int longest;
    private final byte[] block = new byte[BLOCK];
    private ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int end;
    private boolean overflow;
    private long length;
    private long number;

    /**
     * Lines of a stream.
     *
     * @param longest bytes that a line may have
     */
    public Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The number of the line that was read last, or was begun when the stream broke. */
    public long number() {
        return number;
    }

    /**
     * The next line that is not blank; null at the end of the stream.
     *
     * @throws IOException when the stream breaks; what was read of the line is lost
     */
    public @Nullable Line next() throws IOException {
        Line next = nextOrBlank();
        while (next instanceof Line.Whole(var place, var bytes) && isBlank(bytes)) {
            next = nextOrBlank();
        }
        return next;
    }

    /**
     * The next line, blank or not; null at the end of the stream.
     *
     * @throws IOException when the stream breaks; what was read of the line is lost
     */
    public @Nullable Line nextOrBlank() throws IOException {
        number++;
        boolean ended = !readLine();
        if (overflow) {
            return new Line.TooLong(number);
        }
        byte[] bytes = take();
        if (ended && bytes.length == 0) {
            number--;
            return null;
        }
        return new Line.Whole(number, bytes);
    }

    /** Collects up to the next line feed; false when the stream ended before one. */
    private boolean readLine() throws IOException {
        line.reset();
        overflow = false;
        length = 0;
        while (true) {
            if (position == end && !fill()) {
                return false;
            }
            int start = position;
            while (position < end && block[position] != '\n') {
                position++;
            }
            append(start, position - start);
            if (position < end) {
                position++;
                return true;
            }
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        end = 0;
        int read = in.read(block, 0, block.length);
        end = Math.max(read, 0);
        return read >= 0;
    }

    private void append(int start, int count) throws IOException {
        length += count;
        if (length <= longest) {
            line.write(block, start, count);
            return;
        }
        if (!overflow) {
            overflow = true;
            line = new ByteArrayOutputStream();
        }
        if (length > (long) longest * ENDLESS) {
            throw new EndlessLineException();
        }
    }

    private byte[] take() {
        byte[] bytes = line.toByteArray();
        if (bytes.length > BLOCK) {
            // One huge line must not keep its room for the rest of the stream.
            line = new ByteArrayOutputStream();
        }
        int from = number == 1 && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        int to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
