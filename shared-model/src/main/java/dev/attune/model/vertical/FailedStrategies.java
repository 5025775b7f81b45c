package dev.attune.model.vertical;

import jakarta.validation.constraints.Size;
import java.util.List;

/** What not to do ({@code failed-strategies.yaml}). */
public record FailedStrategies(@Size(min = 14) List<FailedStrategy> failedStrategies) {

    /**
     * A way in which well-meant replies fail.
     *
     * @param code its stable name on the wire
     * @param title its name for people
     * @param definition what the advisor does
     * @param why what it does to the client
     * @param cues how one sees it in a reply
     * @param examples sentences of advisors who do it
     * @param hurts criteria of the rubric that it costs most
     * @param instead strategies to use in its place
     */
    public record FailedStrategy(
            String code,
            String title,
            String definition,
            String why,
            @Size(min = 2) List<String> cues,
            @Size(min = 2) List<String> examples,
            @Size(min = 1) List<String> hurts,
            @Size(min = 1) List<String> instead) {}
}
