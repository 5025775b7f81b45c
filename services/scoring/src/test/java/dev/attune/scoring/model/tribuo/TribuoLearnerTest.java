package dev.attune.scoring.model.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.rubric.Rubric;
import dev.attune.scoring.feature.FeatureExtractor;
import dev.attune.scoring.feature.Features;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.feature.Words;
import dev.attune.scoring.model.Examples;
import dev.attune.scoring.model.ScoringModel;
import dev.attune.scoring.model.TrainingSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TribuoLearnerTest {

    private static final FeatureExtractor FEATURES = new FeatureExtractor(Lexicon.bundled());
    private static final TribuoLearner LEARNER = new TribuoLearner();
    private static final TrainingSet EXAMPLES =
            new Examples(FEATURES, Rubric.finance()).of(SeedCorpus.finance().conversations());
    private static final ScoringModel MODEL = LEARNER.train(EXAMPLES);

    @Test
    void shouldScoreTheSameAfterTrainingTwice() {
        assertThat(scores(LEARNER.train(EXAMPLES))).isEqualTo(scores(MODEL));
    }

    @Test
    void shouldScoreTheSameAfterASerialisationRoundTrip() {
        ScoringModel restored = LEARNER.restore(MODEL.toBytes());
        assertThat(scores(restored)).isEqualTo(scores(MODEL));
        assertThat(scores(LEARNER.restore(restored.toBytes()))).isEqualTo(scores(MODEL));
    }

    @Test
    void shouldMirrorPreferences() {
        List<Features> responses = features();
        for (int i = 1; i < responses.size(); i++) {
            double a = MODEL.utility(responses.get(i - 1));
            double b = MODEL.utility(responses.get(i));
            assertThat(sigmoid(a - b) + sigmoid(b - a)).isCloseTo(1.0, within(1e-15));
            assertThat(a - b).isEqualTo(-(b - a));
        }
        assertThat(MODEL.utility(new Features(Map.of()))).isZero();
    }

    @Test
    void shouldStayWithinTheScales() {
        assertThat(features())
                .allSatisfy(response -> assertThat(MODEL.rubric(response))
                        .containsOnlyKeys(Rubric.finance().codes())
                        .allSatisfy((criterion, score) -> assertThat(score).isBetween(1.0, 5.0)));
        EXAMPLES.turns()
                .forEach(turn -> assertThat(MODEL.emotions(turn.client()))
                        .containsOnlyKeys(labelled())
                        .allSatisfy(
                                (emotion, confidence) -> assertThat(confidence).isBetween(0.0, 1.0)));
    }

    @Test
    void shouldTakeTextsThatHaveNoKnownWord() {
        for (String text : List.of("", "...", "\u4f60\u597d", "xyzzy ".repeat(5_000), "\ud83d\ude00")) {
            Words words = Words.of(text);
            assertThat(MODEL.emotions(FEATURES.client(words))).isNotEmpty();
            assertThat(MODEL.rubric(FEATURES.response(words, words)).values())
                    .allSatisfy(score -> assertThat(score).isBetween(1.0, 5.0));
            assertThat(MODEL.utility(FEATURES.response(words, words))).isFinite();
        }
    }

    @Test
    void shouldHearPlainWordsOfFeeling() {
        assertThat(top("I am so ashamed of this debt, I haven't told anyone.")).isEqualTo("shame");
        assertThat(top("I feel completely overwhelmed, I don't know where to start."))
                .isEqualTo("overwhelm");
        assertThat(top("I'm scared I'll lose everything.")).isEqualTo("fear");
        assertThat(top("My husband died last month.")).isEqualTo("grief");
    }

    @Test
    void shouldPreferListeningToLecturing() {
        Words client = Words.of("I owe $12,000 on two cards and I hide the envelopes from my wife. I'm so ashamed.");
        double listening = MODEL.utility(FEATURES.response(
                client,
                Words.of("Hiding envelopes is lonely work, and now somebody knows. I can't tell you yet how long it "
                        + "will take. Nothing has to be decided tonight. Which envelope weighs most?")));
        double lecturing = MODEL.utility(FEATURES.response(
                client,
                Words.of("You should have dealt with this earlier. You must make a budget and stop spending. Don't "
                        + "worry, everyone has debt!")));
        assertThat(listening).isGreaterThan(lecturing + 1);
    }

    private static String top(String client) {
        return MODEL.emotions(FEATURES.client(Words.of(client))).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static List<Object> scores(ScoringModel model) {
        return List.of(
                EXAMPLES.turns().stream()
                        .map(turn -> model.emotions(turn.client()))
                        .toList(),
                features().stream().map(model::rubric).toList(),
                features().stream().map(model::utility).toList());
    }

    private static List<Features> features() {
        return EXAMPLES.responses().stream().map(TrainingSet.Response::features).toList();
    }

    private static Set<String> labelled() {
        return EXAMPLES.turns().stream()
                .flatMap(turn -> turn.emotions().stream())
                .collect(Collectors.toSet());
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
