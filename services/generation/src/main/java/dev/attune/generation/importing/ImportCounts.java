package dev.attune.generation.importing;

import dev.attune.model.text.personal.PersonalDataCounts;

/**
 * What an import has brought so far.
 *
 * @param rows records, which are lines that are not blank or whole conversations: the sum of the next three
 * @param accepted new conversations
 * @param unchanged conversations that were there already
 * @param refused rows that were not taken
 * @param turns turns of the new conversations
 * @param responses responses to these turns, with those that were generated
 * @param anonymised personal data that were replaced in the new conversations
 */
public record ImportCounts(
        long rows,
        long accepted,
        long unchanged,
        long refused,
        long turns,
        long responses,
        PersonalDataCounts anonymised) {

    /** Nothing yet. */
    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, PersonalDataCounts.NONE);

    /** Both together. */
    public ImportCounts plus(ImportCounts more) {
        return new ImportCounts(
                rows + more.rows,
                accepted + more.accepted,
                unchanged + more.unchanged,
                refused + more.refused,
                turns + more.turns,
                responses + more.responses,
                anonymised.plus(more.anonymised));
    }
}
