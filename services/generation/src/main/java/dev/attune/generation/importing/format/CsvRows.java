package dev.attune.generation.importing.format;

import dev.attune.generation.conversation.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a stream of CSV with the physical lines where they begin. What is no row costs its first line alone: the
 * lines after it are read as rows again, so that a quote that is never closed does not take the rest of the stream.
 */
final class CsvRows {

    private final CsvLines lines;
    private @Nullable CSVFormat format;
    private @Nullable Iterator<CSVRecord> parser;

    CsvRows(CsvLines lines) {
        this.lines = lines;
    }

    /** A row, or what stands there instead of one. */
    sealed interface Row {

        /** Its first line. */
        long line();

        /** Its cells. */
        record Cells(long line, List<String> cells) implements Row {

            /** A cell; empty where the row ends before it. */
            String cell(int column) {
                return column < cells.size() ? cells.get(column) : "";
            }
        }

        /** No row. */
        record Broken(Parsed.Bad fault) implements Row {
            @Override
            public long line() {
                return fault.line();
            }
        }
    }

    /** The next row that is not blank; null at the end of the stream. */
    @Nullable
    Row next() throws IOException {
        while (true) {
            lines.begin();
            try {
                Iterator<CSVRecord> records = records();
                if (records == null || !records.hasNext()) {
                    return null;
                }
                List<String> cells = StreamSupport.stream(records.next().spliterator(), false)
                        .map(CsvLines::original)
                        .toList();
                if (lines.isNotUtf8()) {
                    return broken(Reason.NOT_UTF8, "holds bytes that are no UTF-8");
                }
                if (!cells.stream().allMatch(String::isBlank)) {
                    return new Row.Cells(lines.first(), cells);
                }
            } catch (UncheckedIOException | IllegalStateException e) {
                return notCsv();
            }
        }
    }

    private Row notCsv() throws IOException {
        IOException broken = lines.broken();
        if (broken != null) {
            throw broken;
        }
        parser = null;
        Row row = lines.isTooLong()
                ? broken(
                        Reason.LINE_TOO_LONG,
                        "a row has at most " + Records.MOST_BYTES + " bytes, or a quote is not closed")
                : broken(Reason.NOT_CSV, "is no row of CSV: a quote is not closed, or something follows on it");
        lines.takeBack();
        return row;
    }

    private Row broken(Reason reason, String detail) {
        return new Row.Broken(new Parsed.Bad(lines.first(), reason, null, detail));
    }

    private @Nullable Iterator<CSVRecord> records() throws IOException {
        if (parser == null) {
            if (format == null) {
                String header = lines.peek();
                if (header == null) {
                    return null;
                }
                format = CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter(header))
                        .setIgnoreEmptyLines(false)
                        .get();
            }
            parser =
                    CSVParser.builder().setReader(lines).setFormat(format).get().iterator();
        }
        return parser;
    }

    /** The sign that stands most often in the header outside of quotes; the comma where none does. */
    private static char delimiter(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return best;
    }

    private static int count(String header, char sign) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            quoted ^= header.charAt(i) == '"';
            count += !quoted && header.charAt(i) == sign ? 1 : 0;
        }
        return count;
    }
}
