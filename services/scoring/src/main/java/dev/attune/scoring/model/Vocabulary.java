package dev.attune.scoring.model;

import dev.attune.scoring.feature.Features;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The n-grams worth learning: those of several conversations, since the others are names and matters of one client. */
public final class Vocabulary {

    private final Map<String, Set<String>> conversationsByWord = new HashMap<>();

    private Vocabulary() {}

    /** N-grams that clients of at least so many conversations say. */
    public static Set<String> ofClients(TrainingSet examples, int conversations) {
        Vocabulary vocabulary = new Vocabulary();
        examples.turns().forEach(turn -> vocabulary.add(turn.conversation(), turn.client()));
        return vocabulary.of(conversations);
    }

    /** N-grams that responses of at least so many conversations say. */
    public static Set<String> ofResponses(TrainingSet examples, int conversations) {
        Vocabulary vocabulary = new Vocabulary();
        examples.turns()
                .forEach(turn ->
                        turn.responses().forEach(response -> vocabulary.add(turn.conversation(), response.features())));
        return vocabulary.of(conversations);
    }

    private void add(String conversation, Features features) {
        features.values().keySet().stream()
                .filter(Features::isWord)
                .forEach(word -> conversationsByWord
                        .computeIfAbsent(word, first -> new HashSet<>())
                        .add(conversation));
    }

    private Set<String> of(int conversations) {
        return conversationsByWord.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= conversations)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
