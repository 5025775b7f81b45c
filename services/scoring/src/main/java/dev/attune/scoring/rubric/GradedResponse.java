package dev.attune.scoring.rubric;

import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An example of what a rubric's levels look like, one line of the file beside it.
 *
 * @param client what the client said
 * @param response what was answered
 * @param grades criterion to level; criteria that nobody graded are left out
 * @param group examples of one group are never on both sides of a split; null for one of its own
 */
public record GradedResponse(
        String client,
        String response,
        @Size(min = 1) Map<String, Integer> grades,
        @Nullable String group) {
    public GradedResponse {
        grades = Map.copyOf(grades);
    }
}
