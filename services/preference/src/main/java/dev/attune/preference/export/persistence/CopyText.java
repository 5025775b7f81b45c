package dev.attune.preference.export.persistence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes the text format of PostgreSQL's {@code COPY}: fields parted by tabs, escapes by backslash. */
final class CopyText {

    private CopyText() {}

    /**
     * The fields of one row.
     *
     * @param row in UTF-8, with or without its line feed
     * @return the fields in their order; null for the database's null
     */
    static List<@Nullable String> decode(byte[] row) {
        int end = row.length > 0 && row[row.length - 1] == '\n' ? row.length - 1 : row.length;
        List<@Nullable String> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= end; i++) {
            // A tab within a field is escaped, so a bare one always parts two.
            if (i == end || row[i] == '\t') {
                fields.add(field(row, start, i));
                start = i + 1;
            }
        }
        return fields;
    }

    private static @Nullable String field(byte[] row, int start, int end) {
        if (end - start == 2 && row[start] == '\\' && row[start + 1] == 'N') {
            return null;
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            if (row[i] == '\\' && i + 1 < end) {
                i++;
                text.write(unescaped(row[i]));
            } else {
                text.write(row[i]);
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static int unescaped(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            default -> letter;
        };
    }
}
