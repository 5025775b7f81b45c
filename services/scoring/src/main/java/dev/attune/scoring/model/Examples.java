package dev.attune.scoring.model;

import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.vertical.Emotions;
import dev.attune.model.vertical.Vad;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.model.TrainingSet.Feeling;
import dev.attune.scoring.model.TrainingSet.Sample;
import dev.attune.scoring.rubric.GradedResponse;
import dev.attune.scoring.rubric.Rubrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes examples to learn from out of graded conversations, a taxonomy and what people preferred. */
public final class Examples {

    /** The taxonomy's places in the space of feelings are for this intensity. */
    private static final double MEDIUM = 0.5;

    private final Vertical vertical;
    private final Lexicon lexicon;
    private final Rubrics rubrics;

    public Examples(Vertical vertical, Lexicon lexicon, Rubrics rubrics) {
        this.vertical = vertical;
        this.lexicon = lexicon;
        this.rubrics = rubrics;
    }

    /** The turns of these conversations, the rubrics' own examples, and these pairs; a response that nobody graded is left out. */
    public TrainingSet of(List<AuthoredConversation> conversations, List<JudgedPair> judged) {
        List<TrainingSet.Turn> turns = new ArrayList<>();
        for (int i = 0; i < conversations.size(); i++) {
            AuthoredConversation conversation = conversations.get(i);
            String name = Objects.requireNonNullElse(conversation.id(), "#" + i);
            List<AuthoredConversation.Turn> its = conversation.turns();
            for (int number = 0; number < its.size(); number++) {
                turns.add(turn(name, its.get(number), number + 1 < its.size() ? its.get(number + 1) : null));
            }
        }
        for (int i = 0; i < rubrics.examples().size(); i++) {
            turns.add(turn(rubrics.examples().get(i), i));
        }
        return new TrainingSet(turns, judged, emotionSamples(), strategySamples(), rubrics.scales());
    }

    private List<Sample> emotionSamples() {
        List<Sample> samples = new ArrayList<>();
        for (Emotions.Emotion emotion : vertical.emotions().emotions()) {
            emotion.examples().forEach(example -> samples.add(new Sample(emotion.code(), example)));
        }
        lexicon.cues().forEach(cue -> samples.add(new Sample(cue.emotion(), cue.phrase())));
        return samples;
    }

    private List<Sample> strategySamples() {
        return vertical.strategies().strategies().stream()
                .flatMap(strategy -> strategy.examples().stream().map(example -> new Sample(strategy.code(), example)))
                .toList();
    }

    private TrainingSet.Turn turn(
            String conversation, AuthoredConversation.Turn turn, AuthoredConversation.@Nullable Turn next) {
        Feeling feeling = feeling(turn);
        Feeling after = next == null ? null : feeling(next);
        List<TrainingSet.Response> responses = new ArrayList<>();
        for (int i = 0; i < turn.responses().size(); i++) {
            AuthoredConversation.Response response = turn.responses().get(i);
            if (!response.scores().isEmpty()) {
                // The first is the one that was said.
                Double change = i == 0 && feeling != null && after != null
                        ? Double.valueOf(after.vad().valence() - feeling.vad().valence())
                        : null;
                responses.add(response(response.text(), response.scores(), "target".equals(response.kind()), change));
            }
        }
        TreeSet<String> emotions = new TreeSet<>();
        turn.emotions().forEach(emotion -> emotions.add(emotion.emotion()));
        return new TrainingSet.Turn(
                conversation, turn.client(), emotions, feeling, new TreeSet<>(turn.strategies()), responses);
    }

    /** The mean place of its emotions, weighted by confidence, and the farther out the stronger they are. */
    private @Nullable Feeling feeling(AuthoredConversation.Turn turn) {
        Double intensity = turn.intensity();
        if (intensity == null) {
            return null;
        }
        double valence = 0;
        double arousal = 0;
        double dominance = 0;
        double sum = 0;
        for (AuthoredConversation.Emotion felt : turn.emotions()) {
            Vad vad =
                    vertical.emotion(felt.emotion()).map(Emotions.Emotion::vad).orElse(null);
            if (vad != null) {
                valence += felt.confidence() * vad.valence();
                arousal += felt.confidence() * vad.arousal();
                dominance += felt.confidence() * vad.dominance();
                sum += felt.confidence();
            }
        }
        if (sum == 0) {
            return null;
        }
        double strength = intensity / MEDIUM / sum;
        return new Feeling(
                intensity,
                new Vad(within(valence * strength), within(arousal * strength), within(dominance * strength)));
    }

    private static double within(double value) {
        return Math.clamp(value, -1, 1);
    }

    /** Where a rubric's example is from nobody asked; it teaches grades alone. */
    private TrainingSet.Turn turn(GradedResponse example, int number) {
        String group = Objects.requireNonNullElse(example.group(), Integer.toString(number));
        return new TrainingSet.Turn(
                "rubric example " + group,
                example.client(),
                new TreeSet<>(),
                null,
                new TreeSet<>(),
                List.of(response(example.response(), example.grades(), false, null)));
    }

    private TrainingSet.Response response(
            String text, Map<String, Integer> scores, boolean exemplary, @Nullable Double change) {
        SortedMap<String, Double> grades = new TreeMap<>();
        scores.forEach((criterion, grade) -> grades.put(criterion, grade.doubleValue()));
        OptionalDouble overall = rubrics.standard().overall(grades);
        return new TrainingSet.Response(
                text, grades, overall.isPresent() ? overall.getAsDouble() : null, exemplary, change);
    }
}
