package dev.attune.preference.pair;

/** Whose word a pair's order rests on. */
public enum Origin implements Coded {
    /** Raters judged exactly this pair here. */
    HUMAN("human"),
    /** The imported data had an order of exactly this pair. */
    IMPORTED("imported"),
    /** Nobody judged the pair; the ranking's probability decides. */
    AUTOMATED("automated");

    private final String code;

    Origin(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
