package dev.attune.preference.pair;

/** Whether a pair may be learnt from. */
public enum PairState implements Coded {
    ELIGIBLE("eligible"),
    /** Kept, with the reason, but never exported. */
    QUARANTINED("quarantined");

    private final String code;

    PairState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
