package dev.attune.generation.importing.format;

import dev.attune.generation.conversation.Reason;
import dev.attune.generation.importing.format.CsvColumns.Column;
import dev.attune.generation.importing.format.CsvColumns.Meaning;
import dev.attune.generation.importing.format.CsvRows.Row;
import dev.attune.generation.importing.stream.Lines;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of a stream of CSV: rows with the same id one after the other. Rows that come back to an id later are
 * refused, since the stream may be longer than what can be held until then.
 */
final class CsvRecords implements Records {

    private final CsvLines lines;
    private final CsvRows rows;
    private final Speakers speakers;
    private final SeenIds seen = new SeenIds();
    private @Nullable CsvColumns columns;
    private @Nullable CsvConversation current;
    private int width;
    private boolean hole;
    private boolean ended;

    CsvRecords(Lines lines, Speakers speakers) {
        this.lines = new CsvLines(lines);
        this.rows = new CsvRows(this.lines);
        this.speakers = speakers;
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public @Nullable Parsed next() throws IOException {
        Parsed parsed = null;
        while (parsed == null && !ended) {
            Row row = rows.next();
            if (row == null) {
                ended = true;
                parsed = current == null ? null : current.finish();
                current = null;
            } else if (columns == null) {
                parsed = readHeader(row);
            } else {
                parsed = take(row, columns);
            }
        }
        return parsed;
    }

    /** Without a good header no row says anything, so that nothing more is read. */
    private Parsed.@Nullable Bad readHeader(Row row) {
        try {
            switch (row) {
                case Row.Broken(var fault) -> {
                    ended = true;
                    return fault;
                }
                case Row.Cells cells -> {
                    columns = CsvColumns.of(cells.cells());
                    width = cells.cells().size();
                    return null;
                }
            }
        } catch (RowFault fault) {
            ended = true;
            return Parsed.Bad.of(row.line(), fault);
        }
    }

    private @Nullable Parsed take(Row row, CsvColumns header) {
        return switch (row) {
            case Row.Broken(var fault) -> missing(fault);
            case Row.Cells cells -> {
                if (cells.cells().stream().skip(width).anyMatch(cell -> !cell.isBlank())) {
                    yield missing(new Parsed.Bad(
                            row.line(), Reason.NOT_CSV, null, "has more cells than the header's " + width));
                }
                yield take(cells, header);
            }
        };
    }

    /** Nobody knows which conversation it belongs to: to none, unless the rows around it belong to one. */
    private Parsed missing(Parsed.Bad fault) {
        hole = true;
        return fault;
    }

    private @Nullable Parsed take(Row.Cells row, CsvColumns header) {
        Optional<Column> column = header.find(Meaning.CONVERSATION);
        String id = column.map(conversation -> row.cell(conversation.index()).strip())
                .orElse(null);
        if (id != null && id.isEmpty()) {
            return missing(new Parsed.Bad(
                    row.line(), Reason.MISSING_FIELD, column.get().name(), "is empty"));
        }
        CsvConversation before = current;
        if (before != null && id != null && id.equals(before.id())) {
            if (hole) {
                before.fail(Reason.NOT_CSV, null, "a row in the midst of this conversation cannot be read");
            }
            hole = false;
            before.add(row);
            return null;
        }
        hole = false;
        current = begin(id, row, header);
        return before == null ? null : before.finish();
    }

    private CsvConversation begin(@Nullable String id, Row.Cells row, CsvColumns header) {
        CsvConversation conversation = new CsvConversation(id, row.line(), header, speakers);
        if (id != null && !seen.add(id)) {
            conversation.fail(
                    Reason.SCATTERED_CONVERSATION,
                    header.get(Meaning.CONVERSATION).name(),
                    "rows of this conversation stand further above, with others between; sort the file by conversation");
        }
        conversation.add(row);
        return conversation;
    }
}
