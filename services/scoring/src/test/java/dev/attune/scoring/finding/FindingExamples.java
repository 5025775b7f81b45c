package dev.attune.scoring.finding;

import dev.attune.model.vertical.StrategySelector.Felt;
import dev.attune.model.vertical.StrategySelector.State;
import dev.attune.scoring.finding.Exchange.Reply;
import dev.attune.scoring.finding.Exchange.Stated;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Examples of exchanges with the codes that must be found, one a line; the first line of a file says what its columns are. */
final class FindingExamples {

    private static final State CALM = new State(List.of(new Felt("concern", 0.6)), 0.4);

    /** An exchange and the codes that must be found in it. */
    record FindingExample(String line, Set<String> expected, Exchange exchange) {}

    private FindingExamples() {}

    static List<FindingExample> read(String validator) throws IOException {
        try (InputStream in = FindingExamples.class.getResourceAsStream("/findings/" + validator + ".txt")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> example(validator, line))
                    .toList();
        }
    }

    private static FindingExample example(String validator, String line) {
        String[] part = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
        Set<String> expected = new TreeSet<>(list(part[0]));
        Exchange exchange = switch (validator) {
            case "coherence" ->
                exchange(state(part[1]), Objects.requireNonNull(state(part[2])), part[3], part[4], List.of(), null);
            case "strategy" ->
                exchange(null, Objects.requireNonNull(state(part[1])), part[3], part[4], list(part[2]), null);
            case "metadata" ->
                exchange(
                        null,
                        part.length > 7 ? Objects.requireNonNull(state(part[7])) : CALM,
                        part[5],
                        part[6],
                        List.of(),
                        new Stated(part[1], part[2], part[3].equals("-") ? null : part[3], list(part[4])));
            default ->
                exchange(null, CALM, part[1], part[2].replace("\\ud83d\\ude80", "\ud83d\ude80"), List.of(), null);
        };
        return new FindingExample(line, expected, exchange);
    }

    private static Exchange exchange(
            @Nullable State before,
            State now,
            String client,
            String reply,
            List<String> strategies,
            @Nullable Stated stated) {
        return new Exchange(
                List.of(), Spoken.of(client), before, now, List.of(new Reply(Spoken.of(reply), strategies)), stated);
    }

    private static @Nullable State state(String text) {
        String[] part = text.split(" ");
        return part.length < 2 ? null : new State(List.of(new Felt(part[0], 0.8)), Double.parseDouble(part[1]));
    }

    private static List<String> list(String text) {
        return text.equals("-")
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }
}
