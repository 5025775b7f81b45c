package dev.attune.generation.importing.format;

import dev.attune.generation.conversation.ConversationDraft;
import dev.attune.generation.conversation.ConversationDraft.Response;
import dev.attune.generation.conversation.ConversationDraft.Turn;
import dev.attune.generation.conversation.Reason;
import dev.attune.model.conversation.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A conversation whose messages come one by one with their speakers. Messages of one speaker after the other are one
 * message; what the advisor says before the client's first message is left out, since no model is asked before it; every
 * message of the client is a turn and the advisor's after it the answer. The first fault decides for all of it.
 */
final class Transcript {

    private static final Pattern OF_TURN = Pattern.compile("/turns/(\\d+)(/responses/.+)?.*");

    /** What a message costs beside its text. */
    private static final int OVERHEAD = 64;

    private final Place identified;
    private final @Nullable String id;
    private final long line;
    private final List<Said> messages = new ArrayList<>();
    private final Set<String> people = new HashSet<>();
    private Parsed.@Nullable Bad fault;
    private long weight;

    /**
     * A conversation.
     *
     * @param id the name that it has where it comes from; null for none
     * @param idField where the name stands
     * @param line where it begins
     */
    Transcript(@Nullable String id, String idField, long line) {
        this.id = id;
        this.identified = new Place(line, idField);
        this.line = line;
    }

    /**
     * A message.
     *
     * @param role who says it
     * @param text what
     * @param line where it begins
     * @param field where its text stands
     */
    record Said(Role role, String text, long line, String field) {

        private Place place() {
            return new Place(line, field);
        }
    }

    @Nullable
    String id() {
        return id;
    }

    long line() {
        return line;
    }

    boolean isFaulty() {
        return fault != null;
    }

    /** Notes that somebody of this name speaks. */
    void name(String person) {
        if (fault == null && people.add(person)) {
            weigh(person.length());
        }
    }

    void add(Said message) {
        if (fault == null) {
            messages.add(message);
            weigh(message.text().length());
        }
    }

    /** Puts the messages into another order. */
    void sort(Comparator<Said> order) {
        messages.sort(order);
    }

    /** Makes it worthless; what it holds is let go. */
    void fail(Parsed.Bad because) {
        if (fault == null) {
            fault = because;
            messages.clear();
            people.clear();
        }
    }

    private void weigh(int length) {
        weight += length + OVERHEAD;
        if (weight > Records.MOST_BYTES) {
            fail(new Parsed.Bad(
                    line, Reason.LINE_TOO_LONG, null, "a conversation has at most " + Records.MOST_BYTES + " bytes"));
        }
    }

    /** What it is in the end. */
    Parsed finish() {
        if (fault != null) {
            return fault;
        }
        List<Said> joined = joined();
        Said system = !joined.isEmpty() && joined.getFirst().role() == Role.SYSTEM ? joined.removeFirst() : null;
        Said late = joined.stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .findFirst()
                .orElse(null);
        if (late != null) {
            return new Parsed.Bad(
                    late.line(),
                    Reason.NOT_ALTERNATING,
                    late.field(),
                    "a system message stands at the beginning alone");
        }
        if (!joined.isEmpty() && joined.getFirst().role() == Role.ASSISTANT) {
            joined.removeFirst();
        }
        if (joined.isEmpty()) {
            return new Parsed.Bad(line, Reason.NO_HUMAN_FIRST, null, "holds no message of the client");
        }
        ConversationDraft draft =
                new ConversationDraft(id, system == null ? null : system.text(), List.of(), turns(joined));
        return new Parsed.Good(line, new Reading(draft, pointer -> place(pointer, system, joined), people));
    }

    private List<Said> joined() {
        List<Said> joined = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < messages.size(); i++) {
            Said first = messages.get(i);
            text.setLength(0);
            text.append(first.text());
            while (i + 1 < messages.size() && messages.get(i + 1).role() == first.role()) {
                i++;
                text.append('\n').append(messages.get(i).text());
            }
            joined.add(new Said(first.role(), text.toString(), first.line(), first.field()));
        }
        return joined;
    }

    private static List<Turn> turns(List<Said> said) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < said.size(); i += 2) {
            List<Response> responses = i + 1 < said.size()
                    ? List.of(new Response(said.get(i + 1).text(), Generators.IMPORTED))
                    : List.of();
            turns.add(new Turn(said.get(i).text(), responses, List.of()));
        }
        return turns;
    }

    private Place place(String pointer, @Nullable Said system, List<Said> said) {
        if (pointer.equals("/system") && system != null) {
            return system.place();
        }
        if (pointer.equals("/id")) {
            return identified;
        }
        Matcher turn = OF_TURN.matcher(pointer);
        if (!turn.matches()) {
            return new Place(line, null);
        }
        int message = 2 * Integer.parseInt(turn.group(1)) + (turn.group(2) == null ? 0 : 1);
        return message < said.size() ? said.get(message).place() : new Place(line, null);
    }
}
