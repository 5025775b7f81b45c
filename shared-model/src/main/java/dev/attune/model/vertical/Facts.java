package dev.attune.model.vertical;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits, rates and rules that a text may name, each with its source ({@code facts-us-2026.yaml}). */
public record Facts(@Size(min = 1) List<Fact> facts) {

    /**
     * A fact.
     *
     * @param id how a turn cites it
     * @param statement what it says
     * @param value the figure, without a unit: an amount, a percentage, a number of years or a telephone number
     * @param unit what the figure counts
     * @param source the official publication
     * @param url where it stands
     * @param from the first day on which it holds
     * @param to the last; absent where no end is known
     */
    public record Fact(
            @Pattern(regexp = "^us-[a-z0-9-]+$") String id,
            String statement,
            @Pattern(regexp = "^[0-9][0-9.-]*$") String value,
            String unit,
            String source,
            @Pattern(regexp = "^https://") String url,
            LocalDate from,
            @Nullable LocalDate to) {}
}
