package dev.attune.generation.conversation;

import dev.attune.generation.conversation.ConversationDraft.Preference;
import dev.attune.generation.conversation.ConversationDraft.Response;
import dev.attune.generation.conversation.ConversationDraft.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that every conversation keeps, whichever way it comes. */
public final class ContentRules {

    /** The longest text, in bytes of UTF-8. */
    public static final int MAX_TEXT_BYTES = 32 * 1024;

    /** The longest turn with its history and its answers, in bytes of UTF-8. */
    public static final int MAX_TURN_BYTES = 256 * 1024;

    /** Each turn is stored and sent with its whole history, so their number is bounded too. */
    public static final int MAX_TURNS = 200;

    /** The most answers to one turn. */
    public static final int MAX_RESPONSES = 32;

    /** The longest external id and the longest name of a generator, in characters. */
    public static final int MAX_NAME_LENGTH = 200;

    private final List<Breach> breaches = new ArrayList<>();

    private ContentRules() {}

    /** Every rule that the draft breaks, in the order of the text; empty where it is good. */
    public static List<Breach> check(ConversationDraft draft) {
        ContentRules rules = new ContentRules();
        rules.checkHead(draft);
        rules.checkTurns(draft);
        return List.copyOf(rules.breaches);
    }

    private void checkHead(ConversationDraft draft) {
        if (draft.externalId() != null) {
            checkName(draft.externalId(), "/id");
        }
        if (draft.system() != null) {
            checkText(draft.system(), Reason.EMPTY_MESSAGE, "/system");
        }
        for (int i = 0; i < draft.opening().size(); i++) {
            checkText(draft.opening().get(i).content(), Reason.EMPTY_MESSAGE, "/opening/" + i);
        }
    }

    private void checkTurns(ConversationDraft draft) {
        List<Turn> turns = draft.turns();
        if (turns.isEmpty()) {
            add(Reason.MISSING_FIELD, "/turns", "a conversation has at least one turn");
        } else if (turns.size() > MAX_TURNS) {
            add(Reason.TOO_LONG, "/turns", "a conversation has at most " + MAX_TURNS + " turns");
            return;
        }
        long said = bytes(draft.system())
                + draft.opening().stream()
                        .mapToLong(message -> bytes(message.content()))
                        .sum();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            String pointer = "/turns/" + i;
            checkTurn(turn, said, pointer);
            if (turn.responses().isEmpty() && i + 1 < turns.size()) {
                add(Reason.MISSING_RESPONSE, pointer + "/responses", "the next turn replies to what was said here");
            }
            said += bytes(turn.client())
                    + (turn.responses().isEmpty()
                            ? 0
                            : bytes(turn.responses().getFirst().text()));
        }
    }

    private void checkTurn(Turn turn, long said, String pointer) {
        checkText(turn.client(), Reason.EMPTY_PROMPT, pointer + "/client");
        if (turn.responses().size() > MAX_RESPONSES) {
            add(Reason.TOO_LONG, pointer + "/responses", "a turn has at most " + MAX_RESPONSES + " responses");
            return;
        }
        Map<String, Integer> texts = new HashMap<>();
        for (int i = 0; i < turn.responses().size(); i++) {
            checkResponse(turn.responses().get(i), i, texts, pointer + "/responses/" + i);
        }
        checkPreferences(turn, pointer + "/preferences/");
        long bytes = said
                + bytes(turn.client())
                + turn.responses().stream()
                        .mapToLong(response -> bytes(response.text()))
                        .sum();
        if (bytes > MAX_TURN_BYTES) {
            add(Reason.TOO_LONG, pointer, "a turn with its history has at most " + MAX_TURN_BYTES + " bytes of UTF-8");
        }
    }

    private void checkResponse(Response response, int index, Map<String, Integer> texts, String pointer) {
        checkText(response.text(), Reason.EMPTY_ANSWER, pointer + "/text");
        checkName(response.generator(), pointer + "/generator");
        Integer same = texts.putIfAbsent(response.text(), index);
        if (same != null && !response.text().isBlank()) {
            add(Reason.IDENTICAL_ANSWERS, pointer + "/text", "says the same as response " + same);
        }
    }

    private void checkPreferences(Turn turn, String pointer) {
        int responses = turn.responses().size();
        Set<Preference> seen = new HashSet<>();
        for (int i = 0; i < turn.preferences().size(); i++) {
            Preference preference = turn.preferences().get(i);
            if (outside(preference.chosen(), responses) || outside(preference.rejected(), responses)) {
                add(Reason.BAD_PREFERENCE, pointer + i, "names a response that is not there; they count from 0");
            } else if (preference.chosen() == preference.rejected()) {
                add(Reason.BAD_PREFERENCE, pointer + i, "prefers a response to itself");
            } else if (!seen.add(preference)) {
                add(Reason.BAD_PREFERENCE, pointer + i, "is said twice");
            }
        }
    }

    private static boolean outside(int index, int size) {
        return index < 0 || index >= size;
    }

    private void checkText(String text, Reason whenEmpty, String pointer) {
        TextCheck check = TextCheck.of(text);
        if (text.isBlank()) {
            add(whenEmpty, pointer, "is empty");
        }
        if (!check.storable()) {
            add(Reason.INVALID_TEXT, pointer, "holds the character NUL or half of a surrogate pair");
        }
        if (check.bytes() > MAX_TEXT_BYTES) {
            add(Reason.TOO_LONG, pointer, "has at most " + MAX_TEXT_BYTES + " bytes of UTF-8");
        }
    }

    private void checkName(String name, String pointer) {
        if (name.length() > MAX_NAME_LENGTH) {
            add(Reason.TOO_LONG, pointer, "has at most " + MAX_NAME_LENGTH + " characters");
        }
        if (name.isBlank() || !TextCheck.of(name).storable() || name.chars().anyMatch(Character::isISOControl)) {
            add(Reason.INVALID_TEXT, pointer, "is empty or holds control characters");
        }
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : TextCheck.of(text).bytes();
    }

    private void add(Reason reason, String pointer, String detail) {
        breaches.add(new Breach(reason, pointer, detail));
    }
}
