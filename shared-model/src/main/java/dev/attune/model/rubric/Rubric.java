package dev.attune.model.rubric;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.attune.model.text.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * What a response is scored on, each criterion from 1 to 5. A rubric is immutable; another text is another rubric.
 *
 * @param name its name
 * @param hash the first twelve digits of its file's SHA-256
 * @param criteria what is scored, in the order of presentation
 */
public record Rubric(String name, String hash, List<Criterion> criteria) {

    private static final String FINANCE = "/verticals/finance/rubric.yaml";

    public Rubric {
        criteria = List.copyOf(criteria);
    }

    /**
     * One criterion.
     *
     * @param code its stable name on the wire
     * @param title its name for people
     * @param question what a rater asks of the response
     * @param anchors what a level means, by level
     */
    public record Criterion(String code, String title, String question, Map<Integer, String> anchors) {
        public Criterion {
            anchors = Map.copyOf(anchors);
        }
    }

    private record File(String name, List<Criterion> criteria) {}

    /** The rubric of the financial planner's vertical. */
    public static Rubric finance() {
        try (InputStream in = Rubric.class.getResourceAsStream(FINANCE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + FINANCE);
            }
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a rubric's YAML. */
    public static Rubric parse(byte[] yaml) throws IOException {
        File file = new YAMLMapper().readValue(yaml, File.class);
        return new Rubric(file.name(), ContentHash.of(yaml).substring(0, 12), file.criteria());
    }

    /** The immutable name: {@code name@hash}. */
    public String version() {
        return name + "@" + hash;
    }

    /** The criteria's codes, in the order of presentation. */
    public List<String> codes() {
        return criteria.stream().map(Criterion::code).toList();
    }
}
