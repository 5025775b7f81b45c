package dev.attune.generation.importing.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.attune.generation.conversation.Reason;
import dev.attune.generation.importing.format.Transcript.Said;
import dev.attune.generation.importing.stream.Line;
import dev.attune.generation.importing.stream.Lines;
import dev.attune.model.conversation.Role;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of a chat log. A messenger's own lines and lines that belong to no message are told one by one; the
 * messages around them are taken.
 */
final class ChatLogRecords implements Records {

    private static final String SPEAKER = "speaker";
    private static final String TEXT = "text";

    private final Lines lines;
    private final Speakers speakers;
    private @Nullable String id;
    private @Nullable Transcript current;
    private @Nullable OpenMessage open;
    private boolean stamped;
    private boolean ended;

    ChatLogRecords(Lines lines, Speakers speakers) {
        this.lines = lines;
        this.speakers = speakers;
    }

    /** A message that may go on with the next line. */
    private record OpenMessage(Role role, long line, StringBuilder text) {}

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public @Nullable Parsed next() throws IOException {
        Parsed parsed = null;
        while (parsed == null && !ended) {
            Line line = lines.nextOrBlank();
            parsed = switch (line) {
                case null -> {
                    ended = true;
                    yield border(null);
                }
                case Line.TooLong(var number) ->
                    fail(new Parsed.Bad(
                            number, Reason.LINE_TOO_LONG, null, "a line has at most " + MOST_BYTES + " bytes"));
                case Line.Whole(var number, var bytes) -> take(number, bytes);
            };
        }
        return parsed;
    }

    private @Nullable Parsed take(long number, byte[] bytes) {
        String line;
        try {
            line = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return fail(new Parsed.Bad(number, Reason.NOT_UTF8, null, "holds bytes that are no UTF-8"));
        }
        ChatLogLine read = ChatLogSyntax.read(line, speakers);
        if (read instanceof ChatLogLine.Border(var next)) {
            return border(next);
        }
        if (current != null && current.isFaulty()) {
            return null;
        }
        return switch (read) {
            case ChatLogLine.Message message when startsHere(message) -> begin(number, message);
            case ChatLogLine.OfMessenger messenger
            when current == null || stamped || messenger.named() -> ofMessenger(number);
            default -> goOn(number, line);
        };
    }

    /** Where one message has a time all have one, so that a line without is no message; else a name must tell. */
    private boolean startsHere(ChatLogLine.Message message) {
        return current == null || (stamped ? message.stamped() : message.named());
    }

    private @Nullable Parsed begin(long number, ChatLogLine.Message message) {
        close();
        Role role = speakers.role(message.speaker()).orElse(null);
        if (role == Role.SYSTEM) {
            return ofMessenger(number);
        }
        Transcript transcript = current;
        if (transcript == null) {
            transcript = new Transcript(id, "conversation", number);
            current = transcript;
            stamped = message.stamped();
        }
        if (role == null) {
            transcript.fail(Parsed.Bad.of(number, speakers.unknown(message.speaker(), SPEAKER)));
        } else {
            open = new OpenMessage(role, number, new StringBuilder(message.text()));
        }
        return null;
    }

    private Parsed ofMessenger(long number) {
        close();
        return new Parsed.Bad(number, Reason.SYSTEM_LINE, null, "is the messenger's own line and no message");
    }

    private @Nullable Parsed goOn(long number, String line) {
        OpenMessage message = open;
        if (message != null) {
            message.text().append('\n').append(line);
            if (message.text().length() > MOST_BYTES) {
                close();
            }
            return null;
        }
        return line.isBlank()
                ? null
                : new Parsed.Bad(
                        number, Reason.MISSING_FIELD, SPEAKER, "belongs to no message: no speaker stands before");
    }

    /** The conversation up to here, if there is one. */
    private @Nullable Parsed border(@Nullable String next) {
        close();
        Transcript finished = current;
        current = null;
        id = next;
        if (finished == null) {
            return null;
        }
        speakers.people().forEach(finished::name);
        return finished.finish();
    }

    private void close() {
        OpenMessage message = open;
        open = null;
        Transcript transcript = current;
        if (message == null || transcript == null) {
            return;
        }
        String text = message.text().toString().strip();
        if (text.isEmpty()) {
            transcript.fail(new Parsed.Bad(message.line(), Reason.EMPTY_MESSAGE, TEXT, "is empty"));
        } else {
            transcript.add(new Said(message.role(), text, message.line(), TEXT));
        }
    }

    /** A line that cannot be read takes its conversation with it, since it may be any part of it. */
    private @Nullable Parsed fail(Parsed.Bad fault) {
        if (current == null) {
            return fault;
        }
        open = null;
        current.fail(fault);
        return null;
    }
}
