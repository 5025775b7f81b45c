package dev.attune.generation.importing;

/**
 * What an import has brought so far.
 *
 * @param rows lines that were not blank: the sum of the next three
 * @param accepted new conversations
 * @param unchanged conversations that were there already
 * @param refused rows that were not taken
 * @param turns turns of the new conversations
 * @param responses responses to these turns, with those that were generated
 */
public record ImportCounts(long rows, long accepted, long unchanged, long refused, long turns, long responses) {

    /** Nothing yet. */
    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0);

    /** Both together. */
    public ImportCounts plus(ImportCounts more) {
        return new ImportCounts(
                rows + more.rows,
                accepted + more.accepted,
                unchanged + more.unchanged,
                refused + more.refused,
                turns + more.turns,
                responses + more.responses);
    }
}
