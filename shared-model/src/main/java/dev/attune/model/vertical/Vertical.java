package dev.attune.model.vertical;

import dev.attune.model.rubric.Rubric;
import dev.attune.model.strict.BreachException;
import dev.attune.model.strict.StrictFormat;
import dev.attune.model.text.ContentHash;
import dev.attune.model.vertical.Emotions.Emotion;
import dev.attune.model.vertical.Facts.Fact;
import dev.attune.model.vertical.Personas.Archetype;
import dev.attune.model.vertical.Strategies.Strategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that makes the platform speak of one trade, read from a folder. Immutable; another text is another version.
 *
 * @param name the folder's name
 * @param hash the first twelve digits of the SHA-256 of its taxonomy files
 */
public record Vertical(
        String name,
        String hash,
        Emotions emotions,
        Strategies strategies,
        FailedStrategies failedStrategies,
        Topics topics,
        Personas personas,
        Indicators indicators,
        Facts facts,
        CorpusTargets targets,
        Rubric rubric) {

    private static final int HASH_DIGITS = 12;

    /** Read when it is first asked for. */
    private static final class Finance {
        static final Vertical VERTICAL = load(VerticalFolder.ofClassPath("finance"));
    }

    /** The financial planner's vertical, which comes with the project. */
    public static Vertical finance() {
        return Finance.VERTICAL;
    }

    /**
     * Reads a vertical from a folder of files.
     *
     * @throws BreachException with every fault of every file, by file and key
     */
    public static Vertical load(Path folder) {
        return load(VerticalFolder.of(folder));
    }

    private static Vertical load(VerticalFolder folder) {
        Reading reading = new Reading(folder);
        Optional<Emotions> emotions = reading.file("emotions.yaml", Emotions.class);
        Optional<Strategies> strategies = reading.file("strategies.yaml", Strategies.class);
        Optional<FailedStrategies> failed = reading.file("failed-strategies.yaml", FailedStrategies.class);
        Optional<Topics> topics = reading.file("topics.yaml", Topics.class);
        Optional<Personas> personas = reading.file("personas.yaml", Personas.class);
        Optional<Indicators> indicators = reading.file("indicators.yaml", Indicators.class);
        Optional<Facts> facts = reading.file("facts-us-2026.yaml", Facts.class);
        Optional<CorpusTargets> targets = reading.file("coverage.yaml", CorpusTargets.class);
        reading.end();
        Vertical vertical = new Vertical(
                folder.name(),
                reading.hash(),
                emotions.orElseThrow(),
                strategies.orElseThrow(),
                failed.orElseThrow(),
                topics.orElseThrow(),
                personas.orElseThrow(),
                indicators.orElseThrow(),
                facts.orElseThrow(),
                targets.orElseThrow(),
                Rubric.parse("rubric.yaml", folder.read("rubric.yaml")));
        VerticalReferences.check(vertical);
        return vertical;
    }

    /** The files of one folder; gathers what is wrong with each before it complains of any. */
    private static final class Reading {

        private final VerticalFolder folder;
        private final List<String> texts = new ArrayList<>();
        private final List<BreachException> refusals = new ArrayList<>();

        Reading(VerticalFolder folder) {
            this.folder = folder;
        }

        <T extends Record> Optional<T> file(String name, Class<T> type) {
            byte[] bytes = folder.read(name);
            texts.add(ContentHash.of(bytes));
            try {
                return Optional.of(StrictFormat.yaml(type).read(name, bytes));
            } catch (BreachException e) {
                refusals.add(e);
                return Optional.empty();
            }
        }

        void end() {
            if (!refusals.isEmpty()) {
                throw BreachException.all(refusals);
            }
        }

        String hash() {
            return ContentHash.ofParts(texts).substring(0, HASH_DIGITS);
        }
    }

    /** The immutable name: {@code name@hash}. */
    public String version() {
        return name + "@" + hash;
    }

    /** The emotion of a code. */
    public Optional<Emotion> emotion(String code) {
        return emotions.emotions().stream()
                .filter(emotion -> emotion.code().equals(code))
                .findFirst();
    }

    /** The strategy of a code. */
    public Optional<Strategy> strategy(String code) {
        return strategies.strategies().stream()
                .filter(strategy -> strategy.code().equals(code))
                .findFirst();
    }

    /** The client of a code. */
    public Optional<Archetype> archetype(String code) {
        return personas.archetypes().stream()
                .filter(archetype -> archetype.code().equals(code))
                .findFirst();
    }

    /** The fact of an identifier. */
    public Optional<Fact> fact(String id) {
        return facts.facts().stream().filter(fact -> fact.id().equals(id)).findFirst();
    }
}
