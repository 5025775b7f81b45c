package dev.attune.generation.importing.format;

import dev.attune.generation.conversation.Reason;
import dev.attune.generation.importing.format.CsvColumns.Column;
import dev.attune.generation.importing.format.CsvColumns.Meaning;
import dev.attune.generation.importing.format.CsvRows.Row;
import dev.attune.generation.importing.format.Transcript.Said;
import dev.attune.model.conversation.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one conversation. Numbers of their order sort them; without such, times do where all of them are ISO 8601;
 * else they stand as they are.
 */
final class CsvConversation {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,9})?");

    private final CsvColumns columns;
    private final Speakers speakers;
    private final Transcript transcript;
    private final Map<Long, BigDecimal> order = new HashMap<>();
    private final Map<Long, Instant> times = new HashMap<>();
    private boolean timed = true;

    CsvConversation(@Nullable String id, long line, CsvColumns columns, Speakers speakers) {
        this.columns = columns;
        this.speakers = speakers;
        String field = columns.find(Meaning.CONVERSATION).map(Column::name).orElse("conversation");
        this.transcript = new Transcript(id, field, line);
    }

    @Nullable
    String id() {
        return transcript.id();
    }

    void fail(Reason reason, @Nullable String field, String detail) {
        transcript.fail(new Parsed.Bad(transcript.line(), reason, field, detail));
    }

    void add(Row.Cells row) {
        if (transcript.isFaulty()) {
            return;
        }
        try {
            place(row);
            if (columns.areExchanges()) {
                say(Role.USER, row, columns.get(Meaning.CLIENT));
                say(Role.ASSISTANT, row, columns.get(Meaning.ADVISOR));
            } else {
                Column text = columns.get(Meaning.TEXT);
                Role role = role(row);
                if (row.cell(text.index()).isBlank()) {
                    throw new RowFault(Reason.EMPTY_MESSAGE, text.name(), "is empty");
                }
                say(role, row, text);
            }
        } catch (RowFault fault) {
            transcript.fail(Parsed.Bad.of(row.line(), fault));
        }
    }

    Parsed finish() {
        speakers.people().forEach(transcript::name);
        if (!order.isEmpty()) {
            transcript.sort(Comparator.comparing(said -> order.getOrDefault(said.line(), BigDecimal.ZERO)));
        } else if (timed && !times.isEmpty()) {
            transcript.sort(Comparator.comparing(said -> times.getOrDefault(said.line(), Instant.EPOCH)));
        }
        return transcript.finish();
    }

    private void say(Role role, Row.Cells row, Column column) {
        String text = row.cell(column.index());
        if (!text.isBlank()) {
            transcript.add(new Said(role, text, row.line(), column.name()));
        }
    }

    /** The column of the role decides; where it is there, the speaker's is a name. */
    private Role role(Row.Cells row) throws RowFault {
        Optional<Column> role = columns.find(Meaning.ROLE);
        Optional<Column> speaker = columns.find(Meaning.SPEAKER);
        Column deciding = role.or(() -> speaker).orElseThrow();
        String name = row.cell(deciding.index());
        if (name.isBlank()) {
            throw new RowFault(Reason.MISSING_FIELD, deciding.name(), "is empty");
        }
        if (role.isPresent() && speaker.isPresent()) {
            String person = row.cell(speaker.get().index()).strip();
            if (!person.isEmpty()
                    && Speakers.canBeName(person)
                    && speakers.role(person).isEmpty()) {
                transcript.name(person);
            }
        }
        return speakers.role(name).orElseThrow(() -> speakers.unknown(name, deciding.name()));
    }

    private void place(Row.Cells row) throws RowFault {
        Optional<Column> turn = columns.find(Meaning.ORDER);
        if (turn.isPresent()) {
            String number = row.cell(turn.get().index()).strip();
            if (!NUMBER.matcher(number).matches()) {
                throw new RowFault(Reason.WRONG_TYPE, turn.get().name(), "must be a number");
            }
            order.put(row.line(), new BigDecimal(number));
        } else if (columns.find(Meaning.TIME).isPresent() && timed) {
            Instant time = time(row.cell(columns.get(Meaning.TIME).index()).strip());
            timed = time != null;
            if (time != null) {
                times.put(row.line(), time);
            }
        }
    }

    private static @Nullable Instant time(String text) {
        String iso = text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException noOffset) {
            try {
                return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException noTime) {
                return null;
            }
        }
    }
}
