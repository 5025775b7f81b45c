package dev.attune.generation.conversation;

import dev.attune.generation.conversation.ConversationDraft.Turn;
import dev.attune.model.text.personal.Anonymiser;
import dev.attune.model.text.personal.PersonalDataCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is done with every draft before anything else: it is checked and, where its dataset anonymises, anonymised.
 * Computes only; nothing after it sees the original.
 */
public final class PrepareDraft {

    private PrepareDraft() {}

    /** What became of the draft. */
    public sealed interface Outcome {

        /**
         * It can be taken.
         *
         * @param draft as it may be kept
         * @param replaced what was replaced in it
         */
        record Good(ConversationDraft draft, PersonalDataCounts replaced) implements Outcome {}

        /** It breaks rules, at least one. */
        record Bad(List<Breach> breaches) implements Outcome {
            public Bad {
                breaches = List.copyOf(breaches);
            }
        }
    }

    /** Checks the draft, and anonymises it if that is asked for. */
    public static Outcome prepare(ConversationDraft draft, boolean anonymise) {
        return prepare(draft, Set.of(), anonymise);
    }

    /**
     * Checks the draft, and anonymises it if that is asked for.
     *
     * @param people names of those who speak in it, as far as they are known
     */
    public static Outcome prepare(ConversationDraft draft, Set<String> people, boolean anonymise) {
        List<Breach> breaches = ContentRules.check(draft);
        if (!breaches.isEmpty()) {
            return new Outcome.Bad(breaches);
        }
        return anonymise ? anonymised(draft, people) : new Outcome.Good(draft, PersonalDataCounts.NONE);
    }

    /** Answers that differed in a number's form alone may have become the same, so the rules are asked again. */
    private static Outcome anonymised(ConversationDraft draft, Set<String> people) {
        List<Breach> personal = personalNames(draft, people);
        if (!personal.isEmpty()) {
            return new Outcome.Bad(personal);
        }
        AnonymiseDraft.Result result = AnonymiseDraft.anonymise(draft, people);
        List<Breach> breaches = ContentRules.check(result.draft());
        return breaches.isEmpty() ? new Outcome.Good(result.draft(), result.replaced()) : new Outcome.Bad(breaches);
    }

    /** An identifier cannot be replaced without losing what it is for, so one that names a person is refused. */
    private static List<Breach> personalNames(ConversationDraft draft, Set<String> people) {
        List<Breach> breaches = new ArrayList<>();
        if (draft.externalId() != null && (isPersonal(draft.externalId()) || names(draft.externalId(), people))) {
            breaches.add(breach("/id"));
        }
        for (int i = 0; i < draft.turns().size(); i++) {
            Turn turn = draft.turns().get(i);
            for (int j = 0; j < turn.responses().size(); j++) {
                if (isPersonal(turn.responses().get(j).generator())) {
                    breaches.add(breach("/turns/" + i + "/responses/" + j + "/generator"));
                }
            }
        }
        return breaches;
    }

    /** Nobody can tell digits alone from a running number. */
    private static boolean isPersonal(String name) {
        return !name.chars().allMatch(Character::isDigit) && Anonymiser.holdsPattern(name);
    }

    private static boolean names(String id, Set<String> people) {
        String lower = id.toLowerCase(Locale.ROOT);
        return people.stream()
                .flatMap(person -> Arrays.stream(person.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")))
                .anyMatch(word -> word.length() > 2 && lower.contains(word));
    }

    private static Breach breach(String pointer) {
        return new Breach(Reason.PERSONAL_DATA, pointer, "looks like personal data; use a name that tells of nobody");
    }
}
