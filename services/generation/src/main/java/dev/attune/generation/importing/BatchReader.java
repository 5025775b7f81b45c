package dev.attune.generation.importing;

import dev.attune.generation.conversation.Conversation;
import dev.attune.generation.conversation.Conversation.Origin;
import dev.attune.generation.conversation.ConversationFactory;
import dev.attune.generation.conversation.Reason;
import dev.attune.generation.importing.CheckRow.Row;
import dev.attune.generation.importing.format.Parsed;
import dev.attune.generation.importing.format.Records;
import dev.attune.generation.importing.stream.EndlessLineException;
import dev.attune.generation.importing.stream.GzipBombException;
import dev.attune.generation.importing.stream.Unpacked;
import dev.attune.model.text.personal.PersonalDataCounts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream batch by batch. It holds one record and one batch, whatever the stream's length; the batch ends at 200
 * conversations, at about 2 MiB of text with histories, or at 1,000 rows, whichever comes first. Blocks while the stream
 * does; not thread-safe, the calls may come from different threads one after the other.
 */
final class BatchReader {

    static final int MOST_CONVERSATIONS = 200;
    static final int MOST_ROWS = 1_000;
    static final long MOST_WEIGHT = 2L * 1024 * 1024;

    private final InputStream body;
    private final Function<InputStream, Records> format;
    private final CheckRow check;
    private final ConversationFactory factory;
    private final Import running;
    private @Nullable Records records;

    /**
     * A reader.
     *
     * @param format opens the plain bytes of the body
     */
    BatchReader(InputStream body, Function<InputStream, Records> format, ConversationFactory factory, Import running) {
        this.body = body;
        this.format = format;
        this.check = new CheckRow(running.anonymise());
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
                Parsed parsed = records().next();
                if (parsed == null) {
                    state = ImportState.DONE;
                    continue;
                }
                rows++;
                switch (check.check(parsed)) {
                    case Row.Good(var draft, var personal) -> {
                        Conversation conversation = factory.make(draft, origin(parsed.line()));
                        conversations.add(conversation);
                        replaced.put(conversation.id(), personal);
                        weight += conversation.weight();
                    }
                    case Row.Bad(var refusal) -> refusals.add(refusal);
                }
            } catch (IOException e) {
                state = ImportState.BROKEN;
                rows++;
                refusals.add(broken(e));
            }
        }
        return new Batch(rows, conversations, replaced, refusals, state);
    }

    /** Opened with the first batch, since already the first bytes may have to be waited for. */
    private Records records() throws IOException {
        if (records == null) {
            records = format.apply(Unpacked.open(body));
        }
        return records;
    }

    private Refusal broken(IOException cause) {
        long line = records == null ? 1 : records.line();
        return switch (cause) {
            case GzipBombException bomb ->
                Refusal.of(
                        line,
                        Reason.GZIP_BOMB,
                        null,
                        "the packed stream inflates without measure; nothing more is read");
            case EndlessLineException endless ->
                Refusal.of(line, Reason.LINE_TOO_LONG, null, "this line does not end; nothing more is read");
            default -> Refusal.of(line, Reason.BROKEN_STREAM, null, "the stream broke here; send it again, it is safe");
        };
    }

    private Origin origin(long line) {
        return new Origin(running.dataset(), running.source(), running.id(), line);
    }
}
