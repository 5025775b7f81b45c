package dev.attune.scoring.feature;

/** A client's message, read by itself. */
public record ClientMessage(String text) implements Document {

    @Override
    public String context() {
        return "";
    }
}
