package dev.attune.generation.importing;

import dev.attune.generation.conversation.Conversation;
import dev.attune.generation.conversation.Conversation.Origin;
import dev.attune.generation.conversation.ConversationFactory;
import dev.attune.generation.conversation.Reason;
import dev.attune.generation.importing.RowParser.Row;
import dev.attune.generation.importing.stream.Line;
import dev.attune.generation.importing.stream.Lines;
import dev.attune.generation.importing.stream.Unpacked;
import dev.attune.model.text.personal.PersonalDataCounts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream batch by batch. It holds one line and one batch, whatever the stream's length; the batch ends at 200
 * conversations, at about 2 MiB of text with histories, or at 1,000 rows, whichever comes first. Blocks while the stream
 * does; not thread-safe, the calls may come from different threads one after the other.
 */
final class BatchReader {

    static final int MOST_CONVERSATIONS = 200;
    static final int MOST_ROWS = 1_000;
    static final long MOST_WEIGHT = 2L * 1024 * 1024;
    static final int LONGEST_LINE = 8 * 1024 * 1024;

    private final InputStream body;
    private final RowParser parser;
    private final ConversationFactory factory;
    private final Import running;
    private @Nullable Lines lines;

    BatchReader(InputStream body, RowParser parser, ConversationFactory factory, Import running) {
        this.body = body;
        this.parser = parser;
        this.factory = factory;
        this.running = running;
    }

    /** The next rows, perhaps none at the end; after a batch that is not running any more there is no other. */
    Batch next() {
        List<Conversation> conversations = new ArrayList<>();
        Map<UUID, PersonalDataCounts> replaced = new HashMap<>();
        List<Refusal> refusals = new ArrayList<>();
        long rows = 0;
        long weight = 0;
        ImportState state = ImportState.RUNNING;
        while (state == ImportState.RUNNING
                && rows < MOST_ROWS
                && conversations.size() < MOST_CONVERSATIONS
                && weight < MOST_WEIGHT) {
            try {
                Line line = lines().next();
                if (line == null) {
                    state = ImportState.DONE;
                    continue;
                }
                rows++;
                switch (read(line)) {
                    case Row.Good(var draft, var personal) -> {
                        Conversation conversation = factory.make(draft, origin(line.number()));
                        conversations.add(conversation);
                        replaced.put(conversation.id(), personal);
                        weight += conversation.weight();
                    }
                    case Row.Bad(var refusal) -> refusals.add(refusal);
                }
            } catch (IOException e) {
                state = ImportState.BROKEN;
                rows++;
                refusals.add(broken());
            }
        }
        return new Batch(rows, conversations, replaced, refusals, state);
    }

    private Row read(Line line) {
        return switch (line) {
            case Line.Whole(var number, var bytes) -> parser.parse(number, bytes);
            case Line.TooLong(var number) ->
                new Row.Bad(Refusal.of(
                        number, Reason.LINE_TOO_LONG, null, "a line has at most " + LONGEST_LINE + " bytes"));
        };
    }

    /** Opened with the first batch, since already the first bytes may have to be waited for. */
    private Lines lines() throws IOException {
        if (lines == null) {
            lines = new Lines(Unpacked.open(body), LONGEST_LINE);
        }
        return lines;
    }

    private Refusal broken() {
        long line = lines == null ? 1 : lines.number();
        return Refusal.of(line, Reason.BROKEN_STREAM, null, "the stream broke here; send it again, it is safe");
    }

    private Origin origin(long line) {
        return new Origin(running.dataset(), running.source(), running.id(), line);
    }
}
