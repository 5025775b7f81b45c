package dev.attune.model.vertical;

import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody believes of money without saying so: the four money scripts (Klontz, Britt, Mentzer and Klontz 2011). */
public enum MoneyBelief {
    AVOIDANCE("avoidance"),
    WORSHIP("worship"),
    STATUS("status"),
    VIGILANCE("vigilance");

    private final String code;

    MoneyBelief(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    @JsonValue
    public String code() {
        return code;
    }
}
