package dev.attune.model.vertical;

import jakarta.validation.constraints.Size;
import java.util.List;

/** What clients and advisors talk about ({@code topics.yaml}). */
public record Topics(@Size(min = 25, max = 25) List<Topic> topics) {

    /**
     * A topic.
     *
     * @param code its stable name on the wire
     * @param title its name for people
     * @param definition what belongs to it
     * @param cues words by which one knows it
     * @param examples sentences of clients
     * @param undercurrent what the talk is often about below the money
     * @param handOff which professional is asked when it goes beyond a planner
     */
    public record Topic(
            String code,
            String title,
            String definition,
            @Size(min = 5) List<String> cues,
            @Size(min = 2) List<String> examples,
            String undercurrent,
            String handOff) {}
}
