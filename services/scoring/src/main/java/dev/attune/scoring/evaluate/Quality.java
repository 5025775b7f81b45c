package dev.attune.scoring.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.attune.scoring.learn.Metrics.LabelQuality;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The quality of what was told; what does not fit the task is null and left out.
 *
 * @param macroF1 the mean F1 of the labels, 0 to 1
 * @param microF1 F1 over all decisions
 * @param accuracy the share of rows that are exactly right
 * @param perLabel by label
 * @param mae the mean distance from the number or level
 * @param spearman the rank correlation
 * @param qwk the quadratic-weighted kappa
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Quality(
        @Nullable Double macroF1,
        @Nullable Double microF1,
        @Nullable Double accuracy,
        @Nullable Map<String, LabelQuality> perLabel,
        @Nullable Double mae,
        @Nullable Double spearman,
        @Nullable Double qwk) {}
