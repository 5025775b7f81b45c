package dev.attune.model.annotator;

import dev.attune.model.document.ResponseBreakdown;
import dev.attune.model.document.ResponseBreakdown.Sentence;
import dev.attune.model.text.Sentences;
import dev.attune.model.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A reply sentence by sentence. All of it comes by rule. */
final class BreakdownAnnotator {

    private static final Pattern STEP = Pattern.compile(
            "^(please|write|copy|call|ask|send|bring|open|close|put|take|tell|tonight|tomorrow|before|this week|for now|leave|keep|let|pick|set|start|find|look|count|text|read)\\b");
    private static final Pattern HAND_OFF = Pattern.compile(
            "\\b(elena|cpa|attorney|lawyer|counsell?or|hotline|lifeline|988|agent|doctor|therapist|mediator)\\b");
    private static final Pattern LIMIT = Pattern.compile(
            "\\b(don't know|can't promise|can't say|nobody knows|not sure|may not|might not|i can't|depends)\\b");
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'\u2019,.]*[\\p{L}\\p{N}]|[\\p{L}\\p{N}]");
    private static final Set<String> QUESTION_WORDS =
            Set.of("what", "how", "who", "when", "where", "which", "would", "could");
    private static final Set<String> SECOND_PERSON = Set.of("you", "your", "you're", "you've", "yours", "you'd");
    private static final int MOST_WORDS = 5;
    private static final int FEWEST_WORDS = 3;
    private static final int TELLING_LETTERS = 4;
    private static final int SHORT_SENTENCE = 6;
    private static final int LONG_SENTENCE = 28;

    private final TurnContext context;
    private final Set<String> clientWords;

    BreakdownAnnotator(TurnContext context) {
        this.context = context;
        this.clientWords = new HashSet<>(Tokens.of(context.turn().client()));
    }

    ResponseBreakdown annotate() {
        context.derived().add(context.pointer(), "response_breakdown");
        List<String> texts = Sentences.of(context.target().text());
        List<Sentence> sentences = new ArrayList<>();
        List<String> structure = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            SentenceFunction function = function(texts.get(i), i);
            sentences.add(sentence(texts.get(i), function));
            if (structure.isEmpty() || !structure.getLast().equals(function.code())) {
                structure.add(function.code());
            }
        }
        return new ResponseBreakdown(sentences.size(), String.join(", ", structure), sentences);
    }

    private static SentenceFunction function(String sentence, int place) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        if (sentence.contains("?")) {
            return SentenceFunction.ASKS;
        }
        if (HAND_OFF.matcher(lower).find()) {
            return SentenceFunction.HANDS_OFF;
        }
        if (LIMIT.matcher(lower).find()) {
            return SentenceFunction.LIMITS;
        }
        if (STEP.matcher(lower).find()) {
            return SentenceFunction.STEPS;
        }
        if (sentence.chars().anyMatch(Character::isDigit)) {
            return SentenceFunction.FIGURES;
        }
        return place == 0 ? SentenceFunction.ACKNOWLEDGES : SentenceFunction.REFLECTS;
    }

    private Sentence sentence(String text, SentenceFunction function) {
        return new Sentence(
                text,
                function.code(),
                function.purpose(),
                function.technique(),
                function.lesson(),
                wordChoice(text),
                note(text),
                function.principle());
    }

    /** Three to five words: telling ones first, then the longest; all where there are fewer. */
    private Map<String, String> wordChoice(String text) {
        List<String> words = WORD.matcher(text)
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
        Map<String, String> telling = new LinkedHashMap<>();
        for (String word : words) {
            @Nullable String reason = reason(word);
            if (reason != null && telling.size() < MOST_WORDS) {
                telling.put(word, reason);
            }
        }
        words.stream()
                .filter(word -> !telling.containsKey(word))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(Math.max(0, FEWEST_WORDS - telling.size()))
                .collect(Collectors.toList())
                .forEach(word -> telling.put(word, "a plain word where a term of art would have stood"));
        return telling;
    }

    private @Nullable String reason(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        if (word.chars().anyMatch(Character::isDigit)) {
            return "a figure that the client can check";
        }
        if (SECOND_PERSON.contains(lower)) {
            return "speaks to this client and of nobody else";
        }
        if (QUESTION_WORDS.contains(lower)) {
            return "opens what a yes or no would close";
        }
        return lower.length() >= TELLING_LETTERS && clientWords.contains(lower) ? "the client's own word" : null;
    }

    private static @Nullable String note(String text) {
        int words = text.split("\\s+").length;
        if (words <= SHORT_SENTENCE) {
            return "Short, so that it can be heard.";
        }
        return words >= LONG_SENTENCE ? "Long, as one breath of thought." : null;
    }
}
