package dev.attune.scoring.finding;

import dev.attune.model.vertical.Emotions.Emotion;
import dev.attune.model.vertical.StrategySelector.State;
import dev.attune.model.vertical.Valence;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Phrases;
import dev.attune.scoring.finding.EmotionWords.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the client's state against the message, and against the state of the message before. */
public final class EmotionalCoherence implements Validator {

    private static final double STRONG = 0.6;
    private static final double VERY_STRONG = 0.85;
    private static final double VERY_WEAK = 0.15;
    private static final double SAME = 0.051;
    private static final int SHOUTED_WORDS = 3;
    private static final int CALM_WORDS = 30;

    private final Vertical vertical;
    private final EmotionWords names;
    private final Phrases<Kind> phrases = new Phrases<>();

    private enum Kind {
        REASON,
        CHANGE,
        ALARM,
        CELEBRATION
    }

    public EmotionalCoherence(Vertical vertical, CoherencePhrases words) {
        this.vertical = vertical;
        this.names = new EmotionWords(vertical);
        words.reason().forEach(pattern -> phrases.add(pattern, Kind.REASON));
        words.change().forEach(pattern -> phrases.add(pattern, Kind.CHANGE));
        words.alarm().forEach(pattern -> phrases.add(pattern, Kind.ALARM));
        words.celebration().forEach(pattern -> phrases.add(pattern, Kind.CELEBRATION));
    }

    @Override
    public List<Finding> validate(Exchange exchange) {
        List<Finding> findings = new ArrayList<>();
        Optional<Emotion> now = primary(exchange.now());
        if (now.isEmpty()) {
            return findings;
        }
        List<String> tokens = exchange.client().tokens();
        List<Named> named = names.in(tokens);
        againstText(exchange, now.get(), tokens, named, findings);
        State before = exchange.before();
        if (before != null) {
            overTurns(exchange, before, now.get(), tokens, findings);
        }
        return findings;
    }

    private void againstText(
            Exchange exchange, Emotion now, List<String> tokens, List<Named> named, List<Finding> findings) {
        boolean unpleasant = now.valence() == Valence.NEGATIVE;
        boolean pleasant = now.valence() == Valence.POSITIVE;
        boolean agrees = named.stream()
                .anyMatch(each -> !each.denied() && (unpleasant ? each.isUnpleasant() : each.isPleasant()));
        named.stream()
                .filter(each ->
                        !agrees && each.ofSpeaker() && (contradicts(each, unpleasant, pleasant) || denies(each, now)))
                .findFirst()
                .ifPresent(each -> findings.add(new Finding(
                        "label-against-text",
                        Severity.WARNING,
                        null,
                        each.words(),
                        "The state is " + now.code() + ", and the message says otherwise.")));
        double intensity = exchange.now().intensity();
        String text = exchange.client().text();
        boolean loud = text.contains("!!") || shouted(text) >= SHOUTED_WORDS || says(tokens, Kind.ALARM);
        boolean calm = !loud && named.isEmpty() && text.indexOf('!') < 0 && tokens.size() <= CALM_WORDS;
        if ((intensity >= VERY_STRONG && calm) || (intensity <= VERY_WEAK && loud)) {
            findings.add(new Finding(
                    "intensity-against-text",
                    Severity.NOTE,
                    null,
                    exchange.client().text(),
                    "An intensity of " + intensity + " is not how the message reads."));
        }
    }

    private static boolean contradicts(Named each, boolean unpleasant, boolean pleasant) {
        return !each.denied() && (unpleasant && each.isPleasant() || pleasant && each.isUnpleasant());
    }

    private static boolean denies(Named each, Emotion now) {
        return each.denied() && each.emotion().code().equals(now.code());
    }

    private void overTurns(Exchange exchange, State before, Emotion now, List<String> tokens, List<Finding> findings) {
        Optional<Emotion> was = primary(before);
        if (was.isEmpty()) {
            return;
        }
        boolean opposite = was.get().valence() != Valence.MIXED
                && now.valence() != Valence.MIXED
                && was.get().valence() != now.valence();
        boolean changes = says(tokens, Kind.CHANGE);
        if (opposite
                && before.intensity() >= STRONG
                && exchange.now().intensity() >= STRONG
                && !changes
                && !says(tokens, Kind.REASON)) {
            findings.add(new Finding(
                    "leap",
                    Severity.WARNING,
                    null,
                    exchange.client().text(),
                    "From " + was.get().code() + " to " + now.code()
                            + " in one turn, and the message gives no reason."));
        }
        if (was.get().code().equals(now.code())
                && Math.abs(before.intensity() - exchange.now().intensity()) < SAME
                && changes) {
            findings.add(new Finding(
                    "frozen",
                    Severity.NOTE,
                    null,
                    exchange.client().text(),
                    "The state is as before, and the message says that it changed."));
        }
        if (opposite) {
            ignored(exchange, was.get(), now, findings);
        }
    }

    /** A reply that soothes what has passed, or celebrates on. */
    private void ignored(Exchange exchange, Emotion was, Emotion now, List<Finding> findings) {
        for (int reply = 0; reply < exchange.replies().size(); reply++) {
            Spoken said = exchange.replies().get(reply).said();
            List<String> tokens = said.tokens();
            List<Named> named = names.in(tokens);
            boolean ofBefore = named.stream()
                    .anyMatch(each -> !each.denied() && each.emotion().code().equals(was.code()));
            boolean ofNow = named.stream().anyMatch(each -> each.emotion().valence() == now.valence());
            boolean celebrates = says(tokens, Kind.CELEBRATION);
            boolean pleasantNow = now.valence() == Valence.POSITIVE;
            if (pleasantNow ? ofBefore && !ofNow && !celebrates : celebrates && !ofNow) {
                findings.add(new Finding(
                        "ignored-turn",
                        Severity.WARNING,
                        reply,
                        said.text(),
                        "The reply answers " + was.code() + ", and the client has moved to " + now.code() + "."));
            }
        }
    }

    private Optional<Emotion> primary(State state) {
        return state.emotions().stream().findFirst().flatMap(felt -> vertical.emotion(felt.emotion()));
    }

    private boolean says(List<String> tokens, Kind kind) {
        return phrases.in(tokens).stream().anyMatch(hit -> hit.meaning() == kind);
    }

    private static int shouted(String text) {
        int shouted = 0;
        int capitals = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isUpperCase(c)) {
                capitals++;
            } else {
                shouted += !Character.isLetter(c) && capitals > 2 ? 1 : 0;
                capitals = 0;
            }
        }
        return shouted;
    }
}
