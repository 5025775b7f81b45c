package dev.attune.generation.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.attune.generation.conversation.ConversationDraft;
import dev.attune.generation.conversation.ConversationDraft.Turn;
import dev.attune.generation.importing.CheckRow.Row;
import dev.attune.generation.importing.format.Speakers;
import dev.attune.generation.importing.format.TestReaders;
import java.util.List;
import java.util.stream.Collectors;

/** Reads transcripts and tells what came out in one line each, for tests. */
final class TranscriptTexts {

    private TranscriptTexts() {}

    static List<String> read(String format, Speakers speakers, String stream) {
        return read(format, speakers, stream.getBytes(UTF_8));
    }

    /** Of a good one {@code id|system|client>answer|…}, of a bad one {@code line reason field}. */
    static List<String> read(String format, Speakers speakers, byte[] stream) {
        return TestReaders.read(TestReaders.of(format), speakers, stream).stream()
                .map(new CheckRow(false)::check)
                .map(TranscriptTexts::describe)
                .toList();
    }

    private static String describe(Row row) {
        return switch (row) {
            case Row.Good(var draft, var replaced) -> describe(draft);
            case Row.Bad(var refusal) -> refusal.line() + " " + refusal.reason() + " " + refusal.field();
        };
    }

    static String describe(ConversationDraft draft) {
        return draft.externalId() + "|" + draft.system() + "|"
                + draft.turns().stream().map(TranscriptTexts::describe).collect(Collectors.joining("|"));
    }

    private static String describe(Turn turn) {
        return turn.responses().isEmpty()
                ? turn.client()
                : turn.client() + ">" + turn.responses().getFirst().text();
    }
}
