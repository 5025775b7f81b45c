package dev.attune.generation.importing.format;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.attune.generation.conversation.Reason;
import dev.attune.generation.importing.stream.Line;
import dev.attune.generation.importing.stream.Lines;
import dev.attune.model.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of JSON Lines. */
final class JsonRows implements Records {

    private static final ObjectReader JSON =
            Json.mapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Lines lines;
    private final JsonRowReader reader;

    JsonRows(Lines lines, JsonRowReader reader) {
        this.lines = lines;
        this.reader = reader;
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public @Nullable Parsed next() throws IOException {
        return switch (lines.next()) {
            case null -> null;
            case Line.Whole(var number, var bytes) -> parse(number, bytes);
            case Line.TooLong(var number) ->
                new Parsed.Bad(number, Reason.LINE_TOO_LONG, null, "a line has at most " + MOST_BYTES + " bytes");
        };
    }

    private Parsed parse(long line, byte[] bytes) {
        JsonNode row = tree(bytes);
        if (row == null || row.isMissingNode()) {
            return new Parsed.Bad(line, Reason.NOT_JSON, null, "is not one JSON value");
        }
        if (!row.isObject()) {
            return new Parsed.Bad(line, Reason.WRONG_TYPE, null, "must be a JSON object");
        }
        try {
            return new Parsed.Good(line, reader.read(row));
        } catch (RowFault fault) {
            return Parsed.Bad.of(line, fault);
        }
    }

    private static @Nullable JsonNode tree(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            // Bytes that are no UTF-8 come as a plain one, all other faults as exceptions of Jackson.
            return null;
        }
    }
}
