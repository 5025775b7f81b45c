package dev.attune.generation.importing.format;

import dev.attune.generation.conversation.Reason;
import dev.attune.model.conversation.Role;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who is the client and who the advisor in transcripts that name the speakers: those who were told, then the usual
 * words, with a number behind them or not.
 */
public final class Speakers {

    /** The usual words alone. */
    public static final Speakers USUAL = new Speakers(Set.of(), Set.of(), false);

    private static final Set<String> CLIENT = Set.of("client", "customer", "user", "human", "caller", "visitor");
    private static final Set<String> ADVISOR = Set.of(
            "advisor",
            "adviser",
            "agent",
            "assistant",
            "planner",
            "counselor",
            "counsellor",
            "coach",
            "consultant",
            "representative",
            "rep",
            "bot",
            "ai",
            "elena",
            "elena morales");
    private static final Set<String> SYSTEM = Set.of("system", "developer");
    private static final Pattern NUMBER = Pattern.compile("[ #]*\\d{1,9}$");
    private static final Pattern MARKS = Pattern.compile("[\u200e\u200f\u202a-\u202e\ufeff]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f]+");
    private static final int LONGEST = 200;
    private static final int LONGEST_QUOTED = 60;

    private final Set<String> clients;
    private final Set<String> advisors;
    private final Set<String> people;
    private final boolean secret;

    private Speakers(Set<String> clients, Set<String> advisors, boolean secret) {
        this.clients = lower(clients);
        this.advisors = lower(advisors);
        this.secret = secret;
        Set<String> told = new HashSet<>(clients);
        told.addAll(advisors);
        told.removeIf(name -> usual(lower(name)).isPresent());
        people = Set.copyOf(told);
    }

    /**
     * Speakers by name, beside the usual words.
     *
     * @param clients names of clients
     * @param advisors names of advisors
     */
    public static Speakers of(Set<String> clients, Set<String> advisors) {
        return new Speakers(clients, advisors, false);
    }

    /** The same, for data whose names must not be repeated anywhere, refusals included. */
    public Speakers inSecret() {
        return new Speakers(clients, advisors, true);
    }

    /** Whether somebody was told to be both. */
    public boolean contradict() {
        return clients.stream().anyMatch(advisors::contains);
    }

    /** Names that were told and are no usual words. */
    Set<String> people() {
        return people;
    }

    /** The part of a speaker, whatever the case; empty where nobody knows. */
    Optional<Role> role(String speaker) {
        if (!canBeName(speaker)) {
            return Optional.empty();
        }
        String name = lower(speaker);
        if (clients.contains(name)) {
            return Optional.of(Role.USER);
        }
        return advisors.contains(name) ? Optional.of(Role.ASSISTANT) : usual(name);
    }

    /** Whether it is as short as names are. */
    static boolean canBeName(String speaker) {
        return speaker.length() <= LONGEST;
    }

    /** The fault of a speaker whom nobody knows. */
    RowFault unknown(String speaker, String field) {
        String whom = secret ? "the name of the speaker" : "the speaker \"" + quoted(speaker) + "\"";
        return new RowFault(
                Reason.UNKNOWN_SPEAKER,
                field,
                whom + " is neither a client's nor an advisor's; say who it is with ?client= or ?advisor=");
    }

    private static Optional<Role> usual(String name) {
        String word = NUMBER.matcher(name).replaceFirst("");
        if (CLIENT.contains(word)) {
            return Optional.of(Role.USER);
        }
        if (ADVISOR.contains(word)) {
            return Optional.of(Role.ASSISTANT);
        }
        return SYSTEM.contains(word) ? Optional.of(Role.SYSTEM) : Optional.empty();
    }

    private static Set<String> lower(Set<String> names) {
        return names.stream().map(Speakers::lower).collect(Collectors.toUnmodifiableSet());
    }

    private static String lower(String name) {
        String plain = MARKS.matcher(name).replaceAll("");
        return BLANKS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String speaker) {
        String plain = speaker.codePoints()
                .filter(c -> !Character.isISOControl(c) && (c > 0xFFFF || !Character.isSurrogate((char) c)))
                .limit(LONGEST_QUOTED)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.strip();
    }
}
