package dev.attune.scoring.finding;

import dev.attune.model.vertical.Emotions.Emotion;
import dev.attune.model.vertical.Strategies.Strategy;
import dev.attune.model.vertical.StrategySelector.Felt;
import dev.attune.model.vertical.Valence;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Phrases;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Holds a reply's strategies against the client's state: what the taxonomy says harms in it, solving before the feeling is met, a plain
 * question left without an answer, and cheering up.
 */
public final class StrategyFit implements Validator {

    private static final double INTENSE = 0.7;
    private static final double FELT = 0.5;
    private static final int MOST_LEADING_WORDS = 40;
    private static final Set<String> SOLVING = Set.of("structure", "education");

    private final Vertical vertical;
    private final Phrases<Kind> phrases = new Phrases<>();

    /** What a phrase shows. */
    private enum Kind {
        PLAN,
        CHEER,
        QUESTION,
        ANSWER,
        MEETING
    }

    public StrategyFit(Vertical vertical, StrategyPhrases words) {
        this.vertical = vertical;
        words.plan().forEach(pattern -> phrases.add(pattern, Kind.PLAN));
        words.cheer().forEach(pattern -> phrases.add(pattern, Kind.CHEER));
        words.question().forEach(pattern -> phrases.add(pattern, Kind.QUESTION));
        words.answer().forEach(pattern -> phrases.add(pattern, Kind.ANSWER));
        words.meeting().forEach(pattern -> phrases.add(pattern, Kind.MEETING));
    }

    @Override
    public List<Finding> validate(Exchange exchange) {
        List<Finding> findings = new ArrayList<>();
        if (exchange.now().emotions().isEmpty()) {
            return findings;
        }
        boolean asks = kinds(exchange.client().tokens()).contains(Kind.QUESTION);
        for (int reply = 0; reply < exchange.replies().size(); reply++) {
            Exchange.Reply its = exchange.replies().get(reply);
            List<Sentence> sentences = its.said().sentences().stream()
                    .map(sentence -> new Sentence(sentence, kinds(sentence.tokens())))
                    .toList();
            byTaxonomy(exchange, reply, its, sentences, findings);
            byText(exchange, reply, its.said().text(), sentences, asks, findings);
        }
        return findings;
    }

    private void byTaxonomy(
            Exchange exchange, int reply, Exchange.Reply its, List<Sentence> sentences, List<Finding> findings) {
        List<Strategy> strategies = its.strategies().stream()
                .flatMap(code -> vertical.strategy(code).stream())
                .toList();
        if (strategies.isEmpty()) {
            return;
        }
        Strategy leading = strategies.getFirst();
        String primary = exchange.now().emotions().getFirst().emotion();
        boolean harms = leading.harms().emotions().contains(primary);
        if (harms) {
            findings.add(new Finding(
                    "harmful-strategy",
                    Severity.BREACH,
                    reply,
                    leading.code(),
                    leading.harms().when()));
        }
        boolean met =
                strategies.stream().anyMatch(strategy -> strategy.category().equals("validation"))
                        || sentences.stream().limit(2).anyMatch(sentence -> sentence.says(Kind.MEETING));
        boolean safety =
                strategies.stream().anyMatch(strategy -> strategy.category().equals("safety"));
        if (!harms
                && isUnpleasant(primary)
                && exchange.now().intensity() >= INTENSE
                && SOLVING.contains(leading.category())
                && !met
                && !safety) {
            findings.add(new Finding(
                    "too-early",
                    Severity.WARNING,
                    reply,
                    leading.code(),
                    "The client's state is strong and unpleasant, and nothing acknowledges it first."));
        }
        boolean fits = strategies.stream()
                .anyMatch(strategy -> exchange.now().emotions().stream()
                        .map(Felt::emotion)
                        .anyMatch(strategy.fits().emotions()::contains));
        if (!fits && !harms) {
            findings.add(new Finding(
                    "mismatch",
                    Severity.NOTE,
                    reply,
                    String.join(", ", its.strategies()),
                    "None of the strategies is made for what the client feels."));
        }
    }

    private void byText(
            Exchange exchange, int reply, String text, List<Sentence> sentences, boolean asks, List<Finding> findings) {
        if (sentences.isEmpty()) {
            return;
        }
        boolean unpleasant = isUnpleasant(exchange.now().emotions().getFirst().emotion());
        Sentence first = sentences.getFirst();
        boolean plans = first.says(Kind.PLAN)
                && !first.says(Kind.MEETING)
                && first.said().tokens().size() < MOST_LEADING_WORDS;
        if (unpleasant && exchange.now().intensity() >= FELT && plans && !asks) {
            findings.add(new Finding(
                    "rush-to-solution",
                    Severity.WARNING,
                    reply,
                    first.said().text(),
                    "The first sentence is a plan, and the feeling has not been met."));
        }
        if (unpleasant) {
            sentences.stream()
                    .filter(sentence -> sentence.says(Kind.CHEER))
                    .findFirst()
                    .ifPresent(sentence -> findings.add(new Finding(
                            "toxic-positivity",
                            Severity.WARNING,
                            reply,
                            sentence.said().text(),
                            "It makes light of what is heavy for the client.")));
        }
        boolean answers = text.chars().anyMatch(Character::isDigit)
                || text.indexOf('?') >= 0
                || sentences.stream().anyMatch(sentence -> sentence.says(Kind.ANSWER) || sentence.says(Kind.PLAN));
        if (asks && !answers) {
            findings.add(new Finding(
                    "only-soothing",
                    Severity.NOTE,
                    reply,
                    first.said().text(),
                    "The client asked a plain question and got no answer, step, or honest \"I don't know\"."));
        }
    }

    private Set<Kind> kinds(List<String> tokens) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        phrases.in(tokens).forEach(hit -> kinds.add(hit.meaning()));
        return kinds;
    }

    /** A sentence of a reply, and what it shows. */
    private record Sentence(Spoken.Sentence said, Set<Kind> kinds) {

        boolean says(Kind kind) {
            return kinds.contains(kind);
        }
    }

    private boolean isUnpleasant(String emotion) {
        return vertical.emotion(emotion).map(Emotion::valence).orElse(Valence.MIXED) == Valence.NEGATIVE;
    }
}
