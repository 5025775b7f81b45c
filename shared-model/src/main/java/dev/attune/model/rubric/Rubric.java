package dev.attune.model.rubric;

import dev.attune.model.strict.BreachException;
import dev.attune.model.strict.Breaches;
import dev.attune.model.strict.StrictFormat;
import dev.attune.model.text.ContentHash;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a response is scored on. A rubric is immutable; another text is another rubric.
 *
 * @param name its name
 * @param hash the first twelve digits of its file's SHA-256
 * @param scale the levels of each criterion
 * @param criteria what is scored, in the order of presentation
 */
public record Rubric(String name, String hash, Scale scale, List<Criterion> criteria) {

    private static final String FINANCE = "/verticals/finance/rubric.yaml";
    private static final int HASH_DIGITS = 12;
    private static final int MOST_LEVELS = 11;

    public Rubric {
        criteria = List.copyOf(criteria);
    }

    /** Whole levels, both ends included. */
    public record Scale(int lowest, int highest) {

        /** Where the file gives none. */
        static final Scale USUAL = new Scale(1, 5);

        /** How many levels there are. */
        public int levels() {
            return highest - lowest + 1;
        }
    }

    /**
     * One criterion.
     *
     * @param code its stable name on the wire
     * @param title its name for people
     * @param question what a rater asks of the response
     * @param weight how much it counts beside the others, above 0
     * @param anchors what a level means, by level; the ends always have one
     */
    public record Criterion(
            String code, String title, String question, double weight, SortedMap<Integer, String> anchors) {
        public Criterion {
            anchors = Collections.unmodifiableSortedMap(new TreeMap<>(anchors));
        }
    }

    /** The file: a weight is 1 and the scale 1 to 5 where they are left out. */
    private record File(
            @Pattern(regexp = "[a-z][a-z0-9-]{0,63}") String name,
            @Nullable Scale scale,
            @Size(min = 1, max = 32) List<Line> criteria) {

        private record Line(
                @Pattern(regexp = "[a-z][a-z0-9_]{0,63}") String code,
                String title,
                String question,
                @DecimalMin("0.001") @Nullable Double weight,
                @Size(min = 2) Map<@Pattern(regexp = "-?[0-9]{1,3}") String, String> anchors) {

            Criterion criterion() {
                SortedMap<Integer, String> levels = new TreeMap<>();
                anchors.forEach((level, meaning) -> levels.put(Integer.valueOf(level), meaning));
                return new Criterion(code, title, question, weight == null ? 1 : weight, levels);
            }
        }
    }

    /** The rubric of the financial planner's vertical. */
    public static Rubric finance() {
        try (InputStream in = Rubric.class.getResourceAsStream(FINANCE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + FINANCE);
            }
            return parse(FINANCE, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a rubric's YAML.
     *
     * @param name how a refusal calls it, the file's name say
     * @throws BreachException with every fault
     */
    public static Rubric parse(String name, byte[] yaml) {
        File file = StrictFormat.yaml(File.class).read(name, yaml);
        Rubric rubric = new Rubric(
                file.name(),
                ContentHash.of(yaml).substring(0, HASH_DIGITS),
                file.scale() == null ? Scale.USUAL : file.scale(),
                file.criteria().stream().map(File.Line::criterion).toList());
        Breaches breaches = new Breaches();
        rubric.check(breaches);
        if (!breaches.isEmpty()) {
            throw new BreachException(name, breaches.list());
        }
        return rubric;
    }

    private void check(Breaches breaches) {
        breaches.require(
                scale.levels() > 1 && scale.levels() <= MOST_LEVELS, "/scale", "needs 2 to " + MOST_LEVELS + " levels");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            String at = Breaches.child("/criteria", i);
            breaches.require(seen.add(criterion.code()), at + "/code", "is there twice: " + criterion.code());
            Set<Integer> levels = criterion.anchors().keySet();
            breaches.require(
                    levels.containsAll(List.of(scale.lowest(), scale.highest())),
                    at + "/anchors",
                    "must say what %d and %d mean".formatted(scale.lowest(), scale.highest()));
            Set<Integer> beyond = new TreeSet<>(levels);
            beyond.removeIf(level -> level >= scale.lowest() && level <= scale.highest());
            breaches.require(beyond.isEmpty(), at + "/anchors", "has levels beyond the scale: " + beyond);
        }
    }

    /** The immutable name: {@code name@hash}. */
    public String version() {
        return name + "@" + hash;
    }

    /** The criteria's codes, in the order of presentation. */
    public List<String> codes() {
        return criteria.stream().map(Criterion::code).toList();
    }

    /**
     * The mean of a response's scores, each criterion by its weight, on the rubric's scale.
     *
     * @param scores by criterion; those of other rubrics are not looked at
     * @return empty where a criterion of this rubric has no score
     */
    public OptionalDouble overall(Map<String, ? extends Number> scores) {
        double sum = 0;
        double weights = 0;
        for (Criterion criterion : criteria) {
            Number score = scores.get(criterion.code());
            if (score == null) {
                return OptionalDouble.empty();
            }
            sum += criterion.weight() * score.doubleValue();
            weights += criterion.weight();
        }
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weights);
    }
}
