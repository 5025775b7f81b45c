package dev.attune.generation.importing.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.attune.generation.importing.stream.Line;
import dev.attune.generation.importing.stream.Lines;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands a parser of CSV one physical line at a time and not before it asks, so that it is known which lines a row is made
 * of, and so that they can be read once more where they are no row. A row has at most 8 MiB.
 */
final class CsvLines extends Reader {

    /**
     * Stand for what the parser would take for an end of the line and for a sign of its own, and what UTF-8 never holds.
     */
    private static final char CARRIAGE_RETURN = '\uDC0D';

    private static final char NO_CHARACTER = '\uDC0E';

    /** What a line costs beside its bytes. */
    private static final int OVERHEAD = 64;

    /** How much is read twice at most, lest a stream of broken rows be read over and over. */
    private static final long MOST_AGAIN = 8L * Records.MOST_BYTES;

    private final Lines lines;
    private final Deque<Line> again = new ArrayDeque<>();
    private final List<Line> row = new ArrayList<>();
    private String current = "";
    private int position;
    private long size;
    private long repeated;
    private boolean tooLong;
    private boolean notUtf8;
    private @Nullable IOException broken;

    CsvLines(Lines lines) {
        this.lines = lines;
    }

    /** The next row begins with the next line. */
    void begin() {
        row.clear();
        size = 0;
        tooLong = false;
        notUtf8 = false;
    }

    /** The line that the row begins with; 0 where nothing was read. */
    long first() {
        return row.isEmpty() ? 0 : row.getFirst().number();
    }

    /** The line that was read last, or was begun when the stream broke. */
    long number() {
        return lines.number();
    }

    /** Whether the row did not end where a row must have ended. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Whether the row holds bytes that are no text. */
    boolean isNotUtf8() {
        return notUtf8;
    }

    /** What the stream broke with; null where it did not. */
    @Nullable
    IOException broken() {
        return broken;
    }

    /** The line of the header as it stands; it is handed to the parser all the same. Null for an empty stream. */
    @Nullable
    String peek() throws IOException {
        Line line = lines.next();
        if (line == null) {
            return null;
        }
        again.addFirst(line);
        return line instanceof Line.Whole(var number, var bytes) ? new String(bytes, UTF_8) : "";
    }

    /** Hands out once more what followed on the row's first line. */
    void takeBack() {
        current = "";
        position = 0;
        repeated += size;
        if (repeated <= MOST_AGAIN) {
            row.subList(Math.min(1, row.size()), row.size()).reversed().forEach(again::addFirst);
        }
    }

    /** The text of a cell as it stood in the stream. */
    static String original(String cell) {
        return cell.replace(CARRIAGE_RETURN, '\r').replace(NO_CHARACTER, '\uFFFE');
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (position == current.length() && !advance()) {
            return -1;
        }
        int count = Math.min(length, current.length() - position);
        current.getChars(position, position + count, target, offset);
        position += count;
        return count;
    }

    private boolean advance() throws IOException {
        Line line = again.isEmpty() ? nextOfStream() : again.removeFirst();
        if (line == null) {
            return false;
        }
        row.add(line);
        switch (line) {
            case Line.TooLong skipped -> tooLong = true;
            case Line.Whole(var number, var bytes) -> {
                size += bytes.length + OVERHEAD;
                tooLong = size > Records.MOST_BYTES;
                current = tooLong ? "" : text(bytes);
            }
        }
        position = 0;
        if (tooLong) {
            throw new IOException("a row of CSV does not end");
        }
        return true;
    }

    private @Nullable Line nextOfStream() throws IOException {
        try {
            return lines.nextOrBlank();
        } catch (IOException e) {
            broken = e;
            throw e;
        }
    }

    private String text(byte[] bytes) {
        String text;
        try {
            CharBuffer decoded = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            text = decoded.toString();
        } catch (CharacterCodingException e) {
            notUtf8 = true;
            text = new String(bytes, UTF_8);
        }
        return text.replace('\r', CARRIAGE_RETURN).replace('\uFFFE', NO_CHARACTER) + "\n";
    }

    @Override
    public void close() {
        // The stream belongs to whoever opened it.
    }
}
