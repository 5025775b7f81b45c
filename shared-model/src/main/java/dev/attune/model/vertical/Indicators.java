package dev.attune.model.vertical;

import jakarta.validation.constraints.Size;
import java.util.List;

/** The categories under which a client's telling words are quoted ({@code indicators.yaml}). */
public record Indicators(@Size(min = 6) List<Category> indicators) {

    /**
     * A category of telling words.
     *
     * @param code its stable name on the wire
     * @param title its name for people
     * @param definition what is quoted under it
     * @param cues phrases by which a rule finds it, in lower case
     */
    public record Category(
            String code,
            String title,
            String definition,
            @Size(min = 5) List<String> cues) {}
}
