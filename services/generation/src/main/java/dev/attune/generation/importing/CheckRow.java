package dev.attune.generation.importing;

import dev.attune.generation.conversation.Breach;
import dev.attune.generation.conversation.ConversationDraft;
import dev.attune.generation.conversation.PrepareDraft;
import dev.attune.generation.importing.format.Parsed;
import dev.attune.generation.importing.format.Place;
import dev.attune.generation.importing.format.Reading;
import dev.attune.model.text.personal.PersonalDataCounts;

/** Turns what was read into a draft that keeps all rules, or into a refusal. */
final class CheckRow {

    private final boolean anonymise;

    /**
     * A check.
     *
     * @param anonymise whether drafts are anonymised
     */
    CheckRow(boolean anonymise) {
        this.anonymise = anonymise;
    }

    /** What a row is worth. */
    sealed interface Row {

        /** A conversation, with what was replaced in it. */
        record Good(ConversationDraft draft, PersonalDataCounts replaced) implements Row {}

        /** Nothing that can be taken. */
        record Bad(Refusal refusal) implements Row {}
    }

    Row check(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Good(var line, var reading) ->
                switch (PrepareDraft.prepare(reading.draft(), reading.people(), anonymise)) {
                    case PrepareDraft.Outcome.Good(var draft, var replaced) -> new Row.Good(draft, replaced);
                    case PrepareDraft.Outcome.Bad(var breaches) -> bad(line, breaches.getFirst(), reading);
                };
            case Parsed.Bad(var line, var reason, var field, var detail) ->
                new Row.Bad(Refusal.of(line, reason, field, detail));
        };
    }

    private static Row bad(long line, Breach breach, Reading reading) {
        Place place = reading.places().apply(breach.pointer());
        return new Row.Bad(Refusal.of(
                place.line() == null ? line : place.line(), breach.reason(), place.field(), breach.detail()));
    }
}
