package dev.attune.generation.importing.format;

import dev.attune.generation.conversation.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which column of a CSV file means what; names are taken without regard to case, blanks, hyphens and underscores. */
final class CsvColumns {

    private static final Map<Meaning, List<String>> NAMES = Map.of(
            Meaning.CONVERSATION,
                    List.of(
                            "conversationid",
                            "conversation",
                            "chatid",
                            "chat",
                            "threadid",
                            "thread",
                            "sessionid",
                            "session",
                            "dialogueid",
                            "dialogid",
                            "ticketid"),
            Meaning.ROLE, List.of("role", "sendertype", "speakerrole"),
            Meaning.SPEAKER, List.of("speaker", "speakername", "sender", "sendername", "author", "from", "name"),
            Meaning.TEXT, List.of("text", "message", "content", "body", "utterance"),
            Meaning.ORDER, List.of("turn", "order", "index", "sequence", "seq", "position", "turnid", "messageindex"),
            Meaning.TIME, List.of("timestamp", "time", "datetime", "date", "createdat", "sentat"),
            Meaning.CLIENT, List.of("client", "customer", "user", "human", "prompt", "question"),
            Meaning.ADVISOR,
                    List.of("advisor", "adviser", "agent", "assistant", "planner", "response", "answer", "reply"));

    private final Map<Meaning, Column> columns;

    private CsvColumns(Map<Meaning, Column> columns) {
        this.columns = columns;
    }

    /** What a column can hold. */
    enum Meaning {
        CONVERSATION,
        ROLE,
        SPEAKER,
        TEXT,
        ORDER,
        TIME,
        CLIENT,
        ADVISOR
    }

    /**
     * A column.
     *
     * @param index its place, from 0
     * @param name as the header has it
     */
    record Column(int index, String name) {}

    /**
     * The columns of a header.
     *
     * @throws RowFault where columns are missing that are needed
     */
    static CsvColumns of(List<String> header) throws RowFault {
        Map<String, Column> byName = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            byName.putIfAbsent(plain(header.get(i)), new Column(i, header.get(i).strip()));
        }
        Map<Meaning, Column> columns = new HashMap<>();
        NAMES.forEach((meaning, names) -> names.stream()
                .filter(byName::containsKey)
                .findFirst()
                .ifPresent(name -> columns.put(meaning, byName.get(name))));
        CsvColumns found = new CsvColumns(columns);
        if (!found.areExchanges()) {
            found.require(Meaning.TEXT, "text");
            if (!columns.containsKey(Meaning.ROLE)) {
                found.require(Meaning.SPEAKER, "speaker");
            }
            found.require(Meaning.CONVERSATION, "conversation");
        }
        return found;
    }

    /** Whether a row is what both say, the client and the advisor, and not one message. */
    boolean areExchanges() {
        return !columns.containsKey(Meaning.TEXT)
                && columns.containsKey(Meaning.CLIENT)
                && columns.containsKey(Meaning.ADVISOR);
    }

    Optional<Column> find(Meaning meaning) {
        return Optional.ofNullable(columns.get(meaning));
    }

    /** A column that is there. */
    Column get(Meaning meaning) {
        return find(meaning).orElseThrow();
    }

    private void require(Meaning meaning, String name) throws RowFault {
        if (!columns.containsKey(meaning)) {
            throw new RowFault(
                    Reason.MISSING_FIELD, name, "no column of the header means this; the first row must be a header");
        }
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }
}
