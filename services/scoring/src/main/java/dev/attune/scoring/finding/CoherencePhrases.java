package dev.attune.scoring.finding;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * How changes of state show in words, as patterns of {@link dev.attune.scoring.feature.Phrases}.
 *
 * @param reason something happened
 * @param change the client says that the state changed
 * @param alarm words of panic
 * @param celebration words of a reply that celebrates
 */
public record CoherencePhrases(List<String> reason, List<String> change, List<String> alarm, List<String> celebration) {

    private record File(String reason, String change, String alarm, String celebration) {}

    public CoherencePhrases {
        reason = List.copyOf(reason);
        change = List.copyOf(change);
        alarm = List.copyOf(alarm);
        celebration = List.copyOf(celebration);
    }

    /** Reads them from a resource on the class path. */
    public static CoherencePhrases of(String resource) {
        try (InputStream in = CoherencePhrases.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + resource);
            }
            File file = new YAMLMapper().readValue(in, File.class);
            return new CoherencePhrases(
                    Rule.lines(file.reason()),
                    Rule.lines(file.change()),
                    Rule.lines(file.alarm()),
                    Rule.lines(file.celebration()));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
