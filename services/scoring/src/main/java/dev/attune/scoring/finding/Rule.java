package dev.attune.scoring.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule as its author writes it: blocks of patterns, one a line, as {@link dev.attune.scoring.feature.Phrases} takes them.
 *
 * @param code what a breach is called
 * @param severity how bad it is: note, warning or breach
 * @param why what is wrong with it, a sentence for people
 * @param says a sentence of the reply breaches the rule where it says one of these; null where the client's message alone decides
 * @param unless and says none of these
 * @param client the client's message must say one of these; null for any message
 * @param absent the reply says none of these anywhere; null for any reply
 */
record Rule(
        String code,
        String severity,
        String why,
        @Nullable String says,
        @Nullable String unless,
        @Nullable String client,
        @Nullable String absent) {

    Severity level() {
        return Severity.valueOf(severity.toUpperCase(Locale.ROOT));
    }

    static List<String> lines(@Nullable String patterns) {
        return patterns == null
                ? List.of()
                : Arrays.stream(patterns.split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
