package dev.attune.model.coverage;

import dev.attune.model.coverage.CoverageReport.Cell;
import dev.attune.model.coverage.CoverageReport.Target;
import dev.attune.model.vertical.CorpusTargets;
import dev.attune.model.vertical.CorpusTargets.Share;
import dev.attune.model.vertical.IntensityBand;
import dev.attune.model.vertical.Personas.Archetype;
import dev.attune.model.vertical.Topics.Topic;
import dev.attune.model.vertical.Vertical;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts outlines and holds the counts against the targets of a vertical. An emotion counts where it is the primary or the
 * secondary one of a turn. Takes one outline after the other, so that a dataset of any size can be counted; not
 * thread-safe.
 */
public final class Coverage {

    private static final int COUNTED_EMOTIONS_OF_A_TURN = 2;

    private final Vertical vertical;
    private final Tally emotions = new Tally();
    private final Tally bands = new Tally();
    private final Tally strategies = new Tally();
    private final Tally combinations = new Tally();
    private final Tally lengths = new Tally();
    private final Tally tiers = new Tally();
    private final Tally personas = new Tally();
    private final Tally topics = new Tally();
    private final Tally starts = new Tally();
    private final Tally grades = new Tally();
    private int conversations;
    private int turns;
    private int unlabelled;
    private int edgeCases;
    private int graded;

    public Coverage(Vertical vertical) {
        this.vertical = vertical;
    }

    /** The report on some outlines. */
    public static CoverageReport measure(Vertical vertical, List<Outline> outlines) {
        Coverage coverage = new Coverage(vertical);
        outlines.forEach(coverage::add);
        return coverage.report();
    }

    /** Counts a conversation. */
    public void add(Outline outline) {
        conversations++;
        tiers.add(outline.tier());
        personas.add(outline.persona());
        topics.add(outline.topic());
        if (outline.edgeCase()) {
            edgeCases++;
        }
        targets().lengths().stream()
                .filter(length -> outline.turns().size() >= length.fewest()
                        && outline.turns().size() <= length.most())
                .forEach(length -> lengths.add(length.name()));
        if (!outline.turns().isEmpty()) {
            starts.add(
                    outline.turns().getFirst().emotions().stream().findFirst().orElse(null));
        }
        outline.turns().forEach(this::add);
    }

    private void add(Outline.Turn turn) {
        turns++;
        if (turn.emotions().isEmpty()) {
            unlabelled++;
        }
        turn.emotions().stream().limit(COUNTED_EMOTIONS_OF_A_TURN).forEach(emotion -> add(emotion, turn.intensity()));
        turn.strategies().stream().distinct().forEach(strategies::add);
        for (List<String> combination : targets().combinations()) {
            if (turn.strategies().containsAll(combination)) {
                combinations.add(name(combination));
            }
        }
        if (turn.grade() != null) {
            graded++;
            grades.add(String.valueOf(turn.grade()));
        }
    }

    private void add(String emotion, @Nullable Double intensity) {
        emotions.add(emotion);
        if (intensity != null) {
            bands.add(name(emotion, IntensityBand.of(intensity)));
        }
    }

    /** How far the targets are met by what was counted so far. */
    public CoverageReport report() {
        CorpusTargets wanted = targets();
        return new CoverageReport(
                vertical.version(),
                conversations,
                turns,
                unlabelled,
                List.of(
                        each(
                                "emotions",
                                "turns of each counted emotion",
                                wanted.countedEmotions(),
                                emotions,
                                wanted.turnsPerEmotion()),
                        each(
                                "intensities",
                                "turns of each of its bands of intensity",
                                bandNames(),
                                bands,
                                wanted.turnsPerBand()),
                        each(
                                "strategies",
                                "responses of each strategy",
                                vertical.strategies().strategies().stream()
                                        .map(strategy -> strategy.code())
                                        .toList(),
                                strategies,
                                wanted.responsesPerStrategy()),
                        each(
                                "combinations",
                                "responses of each combination of strategies",
                                wanted.combinations().stream()
                                        .map(Coverage::name)
                                        .toList(),
                                combinations,
                                wanted.responsesPerCombination()),
                        new Target(
                                "lengths",
                                "conversations by length",
                                wanted.lengths().stream()
                                        .map(length -> share(length.name(), lengths, length.share(), conversations))
                                        .toList()),
                        archetypes(),
                        new Target(
                                "tiers",
                                "conversations by tier",
                                wanted.tiers().stream()
                                        .map(tier -> share(tier.tier(), tiers, tier.share(), conversations))
                                        .toList()),
                        new Target(
                                "edge-cases",
                                "conversations about an edge case",
                                List.of(share("edge case", edgeCases, wanted.edgeCases(), conversations))),
                        new Target(
                                "quality",
                                "target responses by grade",
                                wanted.quality().stream()
                                        .map(grade ->
                                                share(String.valueOf(grade.grade()), grades, grade.share(), graded))
                                        .toList()),
                        each(
                                "starting-emotions",
                                "conversations that start from each",
                                wanted.startingEmotions(),
                                starts,
                                1),
                        each(
                                "topics",
                                "conversations about each topic",
                                vertical.topics().topics().stream()
                                        .map(Topic::code)
                                        .toList(),
                                topics,
                                1)));
    }

    private Target archetypes() {
        List<Archetype> all = vertical.personas().archetypes();
        double even = (double) conversations / all.size();
        int least = (int) Math.ceil(even * (1 - targets().archetypeTolerance()));
        int most = (int) Math.floor(even * (1 + targets().archetypeTolerance()));
        return new Target(
                "personas",
                "conversations of each client archetype",
                all.stream()
                        .map(archetype -> new Cell(archetype.code(), personas.of(archetype.code()), least, most))
                        .toList());
    }

    private List<String> bandNames() {
        return targets().countedEmotions().stream()
                .flatMap(emotion -> Arrays.stream(IntensityBand.values()).map(band -> name(emotion, band)))
                .toList();
    }

    private CorpusTargets targets() {
        return vertical.targets();
    }

    private static Target each(String code, String title, List<String> names, Tally tally, int atLeast) {
        return new Target(
                code,
                title,
                names.stream()
                        .map(name -> Cell.atLeast(name, tally.of(name), atLeast))
                        .toList());
    }

    private static Cell share(String name, Tally tally, Share share, int of) {
        return share(name, tally.of(name), share, of);
    }

    private static Cell share(String name, int have, Share share, int of) {
        return new Cell(name, have, (int) Math.ceil(share.from() * of), (int) Math.floor(share.to() * of));
    }

    private static String name(List<String> combination) {
        return String.join("+", combination);
    }

    private static String name(String emotion, IntensityBand band) {
        return emotion + " " + band.code();
    }
}
