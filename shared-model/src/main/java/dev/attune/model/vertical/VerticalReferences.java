package dev.attune.model.vertical;

import static dev.attune.model.strict.Breaches.child;

import dev.attune.model.strict.BreachException;
import dev.attune.model.strict.Breaches;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the files of a vertical against each other: every code that one names must be defined, and defined once. */
final class VerticalReferences {

    private final Vertical vertical;
    private final Set<String> emotions;
    private final Set<String> strategies;
    private final Set<String> criteria;

    private VerticalReferences(Vertical vertical) {
        this.vertical = vertical;
        this.emotions = codes(vertical.emotions().emotions(), Emotions.Emotion::code);
        this.strategies = codes(vertical.strategies().strategies(), Strategies.Strategy::code);
        this.criteria = Set.copyOf(vertical.rubric().codes());
    }

    /** @throws BreachException with every reference that leads nowhere, by file and key */
    static void check(Vertical vertical) {
        VerticalReferences references = new VerticalReferences(vertical);
        List<BreachException> refusals = List.of(
                        references.file("emotions.yaml", references::emotions),
                        references.file("strategies.yaml", references::strategies),
                        references.file("failed-strategies.yaml", references::failedStrategies),
                        references.file("topics.yaml", references::topics),
                        references.file("personas.yaml", references::personas),
                        references.file("indicators.yaml", references::indicators),
                        references.file("facts-us-2026.yaml", references::facts),
                        references.file("coverage.yaml", references::targets))
                .stream()
                .filter(refusal -> !refusal.breaches().isEmpty())
                .toList();
        if (!refusals.isEmpty()) {
            throw BreachException.all(refusals);
        }
    }

    private interface Check {
        void run(Breaches breaches);
    }

    private BreachException file(String name, Check check) {
        Breaches breaches = new Breaches();
        check.run(breaches);
        return new BreachException(name, breaches.list());
    }

    private void emotions(Breaches breaches) {
        Set<String> families = codes(vertical.emotions().families(), Emotions.Family::code);
        unique(breaches, "/families", vertical.emotions().families(), Emotions.Family::code);
        unique(breaches, "/emotions", vertical.emotions().emotions(), Emotions.Emotion::code);
        List<Emotions.Emotion> states = vertical.emotions().emotions();
        for (int i = 0; i < states.size(); i++) {
            String at = "/emotions/" + i;
            known(breaches, at + "/family", "emotion family", states.get(i).family(), families);
            known(breaches, at + "/leads_to", "emotion", states.get(i).leadsTo(), emotions);
        }
    }

    private void strategies(Breaches breaches) {
        Set<String> categories = codes(vertical.strategies().categories(), Strategies.Category::code);
        unique(breaches, "/categories", vertical.strategies().categories(), Strategies.Category::code);
        unique(breaches, "/strategies", vertical.strategies().strategies(), Strategies.Strategy::code);
        unique(breaches, "/skills", vertical.strategies().skills(), Strategies.Skill::code);
        List<Strategies.Strategy> all = vertical.strategies().strategies();
        for (int i = 0; i < all.size(); i++) {
            Strategies.Strategy strategy = all.get(i);
            String at = "/strategies/" + i;
            known(breaches, at + "/category", "category", strategy.category(), categories);
            known(breaches, at + "/fits/emotions", "emotion", strategy.fits().emotions(), emotions);
            known(breaches, at + "/harms/emotions", "emotion", strategy.harms().emotions(), emotions);
            breaches.require(strategy.fits().from() <= strategy.fits().to(), at + "/fits/from", "must not be above to");
        }
    }

    private void failedStrategies(Breaches breaches) {
        List<FailedStrategies.FailedStrategy> all = vertical.failedStrategies().failedStrategies();
        unique(breaches, "/failed_strategies", all, FailedStrategies.FailedStrategy::code);
        for (int i = 0; i < all.size(); i++) {
            String at = "/failed_strategies/" + i;
            known(breaches, at + "/hurts", "criterion", all.get(i).hurts(), criteria);
            known(breaches, at + "/instead", "strategy", all.get(i).instead(), strategies);
        }
    }

    private void topics(Breaches breaches) {
        unique(breaches, "/topics", vertical.topics().topics(), Topics.Topic::code);
    }

    private void personas(Breaches breaches) {
        unique(breaches, "/archetypes", vertical.personas().archetypes(), Personas.Archetype::code);
    }

    private void indicators(Breaches breaches) {
        unique(breaches, "/indicators", vertical.indicators().indicators(), Indicators.Category::code);
    }

    private void facts(Breaches breaches) {
        unique(breaches, "/facts", vertical.facts().facts(), Facts.Fact::id);
    }

    private void targets(Breaches breaches) {
        known(breaches, "/starting_emotions", "emotion", vertical.targets().startingEmotions(), emotions);
        known(breaches, "/counted_emotions", "emotion", vertical.targets().countedEmotions(), emotions);
        List<List<String>> combinations = vertical.targets().combinations();
        for (int i = 0; i < combinations.size(); i++) {
            known(breaches, child("/combinations", i), "strategy", combinations.get(i), strategies);
        }
    }

    private static <T> Set<String> codes(List<T> items, Function<T, String> code) {
        return items.stream().map(code).collect(Collectors.toSet());
    }

    private static <T> void unique(Breaches breaches, String pointer, List<T> items, Function<T, String> code) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String name = code.apply(items.get(i));
            breaches.require(seen.add(name), child(pointer, i), "'" + name + "' is defined twice");
        }
    }

    private static void known(Breaches breaches, String pointer, String kind, List<String> named, Set<String> defined) {
        for (int i = 0; i < named.size(); i++) {
            known(breaches, child(pointer, i), kind, named.get(i), defined);
        }
    }

    private static void known(Breaches breaches, String pointer, String kind, String named, Set<String> defined) {
        breaches.require(defined.contains(named), pointer, "names an unknown " + kind + ", '" + named + "'");
    }
}
