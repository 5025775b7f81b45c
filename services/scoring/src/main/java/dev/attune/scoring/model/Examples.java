package dev.attune.scoring.model;

import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.rubric.Rubric;
import dev.attune.scoring.feature.FeatureExtractor;
import dev.attune.scoring.feature.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes examples to learn from out of graded conversations. */
public final class Examples {

    private final FeatureExtractor features;
    private final List<String> criteria;

    public Examples(FeatureExtractor features, Rubric rubric) {
        this.features = features;
        this.criteria = rubric.codes();
    }

    /** The turns of these conversations; a response that lacks a grade of the rubric is left out. */
    public TrainingSet of(List<AuthoredConversation> conversations) {
        List<TrainingSet.Turn> turns = IntStream.range(0, conversations.size())
                .boxed()
                .flatMap(i -> {
                    AuthoredConversation conversation = conversations.get(i);
                    String name = Objects.requireNonNullElse(conversation.id(), "#" + i);
                    return conversation.turns().stream().map(turn -> turn(name, turn));
                })
                .toList();
        return new TrainingSet(turns, hints(turns));
    }

    /** Only of emotions that the corpus has, since a model that knew others could not be measured. */
    private List<TrainingSet.Hint> hints(List<TrainingSet.Turn> turns) {
        Set<String> labelled =
                turns.stream().flatMap(turn -> turn.emotions().stream()).collect(Collectors.toSet());
        return features.emotionCues().entrySet().stream()
                .filter(cue -> labelled.contains(cue.getKey()))
                .map(cue -> new TrainingSet.Hint(cue.getKey(), cue.getValue()))
                .toList();
    }

    private TrainingSet.Turn turn(String conversation, AuthoredConversation.Turn turn) {
        Words client = Words.of(turn.client());
        return new TrainingSet.Turn(
                conversation,
                features.client(client),
                turn.emotions().stream()
                        .map(AuthoredConversation.Emotion::emotion)
                        .collect(Collectors.toCollection(TreeSet::new)),
                turn.responses().stream()
                        .filter(response -> response.scores().keySet().containsAll(criteria))
                        .map(response -> new TrainingSet.Response(
                                features.response(client, Words.of(response.text())), grades(response.scores())))
                        .toList());
    }

    private SortedMap<String, Double> grades(Map<String, Integer> scores) {
        SortedMap<String, Double> grades = new TreeMap<>();
        for (String criterion : criteria) {
            grades.put(criterion, scores.getOrDefault(criterion, 0).doubleValue());
        }
        return grades;
    }
}
