package dev.attune.preference.pair;

/** Why a pair may not be learnt from. */
public enum Reason implements Coded {
    /** The prompt does not alternate from the user to the user, after an optional system message. */
    MALFORMED_PROMPT("malformed_prompt"),
    /** A response says nothing. */
    EMPTY("empty"),
    /** Both responses say the same. */
    IDENTICAL("identical"),
    /** As many judgments for the one as for the other. */
    TIE("tie"),
    /** Most raters found that neither may be learnt from. */
    BOTH_BAD("both_bad"),
    /** The ranking as a whole contradicts the raters of this very pair. */
    CONTRADICTED("contradicted"),
    /** Nobody judged the pair, and its probability is too near to one half. */
    UNDECIDED("undecided");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
