package dev.attune.model.annotator;

import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.document.ResponseStrategy;
import dev.attune.model.document.ResponseStrategy.Technique;
import dev.attune.model.text.Sentences;
import dev.attune.model.text.Tokens;
import dev.attune.model.vertical.FailedStrategies.FailedStrategy;
import dev.attune.model.vertical.IntensityBand;
import dev.attune.model.vertical.Strategies.Strategy;
import dev.attune.model.vertical.StrategySelector;
import dev.attune.model.vertical.StrategySelector.Felt;
import dev.attune.model.vertical.StrategySelector.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reply is to do. */
final class StrategyAnnotator {

    private static final int FEWEST_SECONDARY = 2;
    private static final int MOST_SECONDARY = 3;
    private static final int MOST_AVOIDED = 4;
    private static final int MOST_TECHNIQUES = 3;
    private static final int SHORT_WORDS = 45;
    private static final int TELLING_LETTERS = 5;

    private final TurnContext context;
    private final String at;

    StrategyAnnotator(TurnContext context) {
        this.context = context;
        this.at = context.pointer() + "/response_strategy";
    }

    ResponseStrategy annotate() {
        context.derived()
                .add(
                        at,
                        "primary_rationale",
                        "tone_selection",
                        "tone_rationale",
                        "pacing",
                        "tactical_choices",
                        "avoid_tactics",
                        "specific_techniques");
        Strategy primary = context.primaryStrategy();
        return new ResponseStrategy(
                primary.code(),
                "%s Here the client shows %s beside %s, at an intensity of %.2f."
                        .formatted(
                                primary.fits().when(),
                                context.primary().code(),
                                context.secondary().code(),
                                context.intensity()),
                secondary(),
                tone(),
                "A client like %s closes up at %s."
                        .formatted(
                                context.archetype().name(),
                                context.archetype().avoid().getFirst()),
                pacing(),
                tactics(),
                avoid(),
                techniques());
    }

    /** The author's, filled up to the fewest by what the state asks for, and then by the taxonomy's first. */
    private List<String> secondary() {
        List<String> authored = context.turn().strategies();
        List<String> secondary = new ArrayList<>(authored.subList(1, Math.min(authored.size(), 1 + MOST_SECONDARY)));
        List<Felt> felt = context.turn().emotions().stream()
                .map(emotion -> new Felt(emotion.emotion(), emotion.confidence()))
                .toList();
        Stream<String> selected = new StrategySelector(context.vertical())
                .select(new State(felt, context.intensity()), Integer.MAX_VALUE).stream()
                        .map(StrategySelector.Selection::strategy);
        Stream.concat(
                        selected,
                        context.vertical().strategies().strategies().stream().map(Strategy::code))
                .distinct()
                .filter(code -> !authored.contains(code))
                .limit(Math.max(0, FEWEST_SECONDARY - secondary.size()))
                .forEach(code -> {
                    context.derived().add(at + "/secondary_strategies", String.valueOf(secondary.size()));
                    secondary.add(code);
                });
        return secondary;
    }

    private String tone() {
        return switch (context.primaryStrategy().category()) {
            case "safety" -> "plain and steady";
            case "validation" -> "warm and unhurried";
            case "motivation" -> "warm and factual";
            case "structure", "education" -> "clear and friendly";
            default -> "calm and level";
        };
    }

    private String pacing() {
        if (context.uses("safety-first") || context.shows("time_pressure")) {
            return "brisk";
        }
        return IntensityBand.of(context.intensity()) == IntensityBand.HIGH ? "slow" : "measured";
    }

    private Map<String, Boolean> tactics() {
        String text = context.target().text();
        List<String> sentences = Sentences.of(text);
        Map<String, Boolean> tactics = new LinkedHashMap<>();
        tactics.put("acknowledges_before_advising", !sentences.getFirst().endsWith("?"));
        tactics.put("asks_one_question", text.chars().filter(c -> c == '?').count() == 1);
        tactics.put("offers_one_step", context.uses("concrete-steps"));
        tactics.put("uses_the_clients_words", sharedWords(text) >= 2);
        tactics.put("names_a_figure", text.chars().anyMatch(Character::isDigit));
        tactics.put("asks_permission", context.uses("permission-before-teaching"));
        tactics.put("hands_off", context.uses("hand-off"));
        tactics.put("keeps_it_short", Tokens.of(text).size() <= SHORT_WORDS);
        return tactics;
    }

    private long sharedWords(String text) {
        Set<String> client = new HashSet<>(Tokens.of(context.turn().client()));
        return Tokens.of(text).stream()
                .distinct()
                .filter(word -> word.length() >= TELLING_LETTERS && client.contains(word))
                .count();
    }

    /** How the alternatives to this very turn fail, then what the strategies are there to replace. */
    private List<String> avoid() {
        Set<String> avoid = new LinkedHashSet<>();
        context.turn().responses().stream()
                .map(AuthoredConversation.Response::failure)
                .filter(Objects::nonNull)
                .forEach(avoid::add);
        context.vertical().failedStrategies().failedStrategies().stream()
                .filter(failed ->
                        failed.instead().contains(context.primaryStrategy().code()))
                .map(FailedStrategy::code)
                .forEach(avoid::add);
        if (avoid.isEmpty()) {
            avoid.add(context.isNegative() ? "false-reassurance" : "toxic-positivity");
        }
        return avoid.stream().limit(MOST_AVOIDED).toList();
    }

    private List<Technique> techniques() {
        List<String> sentences = Sentences.of(context.target().text());
        return context.turn().strategies().stream()
                .flatMap(code -> context.vertical().strategy(code).stream())
                .flatMap(strategy -> strategy.cues().stream().limit(1).map(cue -> technique(strategy, cue, sentences)))
                .limit(MOST_TECHNIQUES)
                .collect(Collectors.collectingAndThen(Collectors.toList(), list -> atLeastTwo(list, sentences)));
    }

    private List<Technique> atLeastTwo(List<Technique> techniques, List<String> sentences) {
        if (techniques.size() >= 2) {
            return techniques;
        }
        Strategy strategy = context.primaryStrategy();
        return Stream.concat(
                        techniques.stream(),
                        strategy.cues().stream().skip(1).limit(1).map(cue -> technique(strategy, cue, sentences)))
                .toList();
    }

    private static Technique technique(Strategy strategy, String cue, List<String> sentences) {
        String where = switch (strategy.category()) {
            case "structure", "education", "safety" -> sentences.getLast();
            default -> sentences.getFirst();
        };
        return new Technique(strategy.code() + ": " + cue, where, strategy.definition());
    }
}
