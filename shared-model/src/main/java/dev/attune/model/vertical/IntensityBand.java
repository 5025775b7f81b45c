package dev.attune.model.vertical;

import com.fasterxml.jackson.annotation.JsonValue;

/** Three bands of intensity: low under 0.4, medium under 0.7, high from there. */
public enum IntensityBand {
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high");

    private static final double MEDIUM_FROM = 0.4;
    private static final double HIGH_FROM = 0.7;

    private final String code;

    IntensityBand(String code) {
        this.code = code;
    }

    /**
     * The band of an intensity.
     *
     * @param intensity 0 to 1
     */
    public static IntensityBand of(double intensity) {
        if (intensity < MEDIUM_FROM) {
            return LOW;
        }
        return intensity < HIGH_FROM ? MEDIUM : HIGH;
    }

    /** The name on the wire. */
    @JsonValue
    public String code() {
        return code;
    }
}
