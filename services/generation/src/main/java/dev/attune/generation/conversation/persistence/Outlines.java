package dev.attune.generation.conversation.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.model.Json;
import dev.attune.model.coverage.Outline;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Outlines as the JSON of their column. */
public final class Outlines {

    private Outlines() {}

    /** The outline of a column's text; null where nothing stands there. */
    public static @Nullable Outline parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Json.mapper().readValue(text, Outline.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable String text(@Nullable Outline outline) {
        if (outline == null) {
            return null;
        }
        try {
            return Json.mapper().writeValueAsString(outline);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
