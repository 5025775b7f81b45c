package dev.attune.generation.importing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.attune.generation.conversation.Breach;
import dev.attune.generation.conversation.ConversationDraft;
import dev.attune.generation.conversation.PrepareDraft;
import dev.attune.generation.conversation.Reason;
import dev.attune.generation.importing.format.Reading;
import dev.attune.generation.importing.format.RecordReader;
import dev.attune.generation.importing.format.RowFault;
import dev.attune.model.Json;
import dev.attune.model.text.personal.PersonalDataCounts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Turns a line into a draft that keeps all rules, or into a refusal; never throws for what the line holds. */
final class RowParser {

    private static final ObjectReader JSON =
            Json.mapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final RecordReader reader;
    private final boolean anonymise;

    /**
     * A parser.
     *
     * @param anonymise whether drafts are anonymised
     */
    RowParser(RecordReader reader, boolean anonymise) {
        this.reader = reader;
        this.anonymise = anonymise;
    }

    /** What a line holds. */
    sealed interface Row {

        /** A conversation, with what was replaced in it. */
        record Good(ConversationDraft draft, PersonalDataCounts replaced) implements Row {}

        /** Nothing that can be taken. */
        record Bad(Refusal refusal) implements Row {}
    }

    Row parse(long line, byte[] bytes) {
        JsonNode row = tree(bytes);
        if (row == null || row.isMissingNode()) {
            return bad(line, Reason.NOT_JSON, null, "is not one JSON value");
        }
        if (!row.isObject()) {
            return bad(line, Reason.WRONG_TYPE, null, "must be a JSON object");
        }
        try {
            Reading reading = reader.read(row);
            return switch (PrepareDraft.prepare(reading.draft(), anonymise)) {
                case PrepareDraft.Outcome.Good(var draft, var replaced) -> new Row.Good(draft, replaced);
                case PrepareDraft.Outcome.Bad(var breaches) -> bad(line, breaches.getFirst(), reading);
            };
        } catch (RowFault fault) {
            return bad(line, fault.reason(), fault.field(), fault.detail());
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

    private static Row bad(long line, Breach breach, Reading reading) {
        return bad(line, breach.reason(), reading.fields().apply(breach.pointer()), breach.detail());
    }

    private static Row bad(long line, Reason reason, @Nullable String field, String detail) {
        return new Row.Bad(Refusal.of(line, reason, field, detail));
    }
}
