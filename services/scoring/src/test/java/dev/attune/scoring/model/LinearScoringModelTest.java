package dev.attune.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.rubric.Rubric;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.feature.Scratch;
import dev.attune.scoring.learn.tribuo.LibLinearLearner;
import dev.attune.scoring.model.ScoringModel.ClientReading;
import dev.attune.scoring.model.ScoringModel.Label;
import dev.attune.scoring.model.ScoringModel.Reason;
import dev.attune.scoring.model.ScoringModel.ReplyReading;
import dev.attune.scoring.rubric.Rubrics;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LinearScoringModelTest {

    private static final Lexicon LEXICON = Lexicon.bundled();
    private static final LinearTrainer TRAINER = new LinearTrainer(new LibLinearLearner(), LEXICON);
    private static final TrainingSet EXAMPLES = new Examples(Vertical.finance(), LEXICON, Rubrics.of(Rubric.finance()))
            .of(SeedCorpus.finance().conversations(), List.of());
    private static final ScoringModel MODEL = TRAINER.train(EXAMPLES);
    private static final String CLIENT =
            "I owe $12,000 on two cards and I hide the envelopes from my wife. I'm so ashamed.";
    private static final String LISTENING =
            "Hiding envelopes is lonely work, and now somebody knows. I can't tell you yet how "
                    + "long it will take. Nothing has to be decided tonight. Which envelope weighs most?";
    private static final String LECTURING =
            "You should have dealt with this earlier. You must make a budget and stop spending. "
                    + "Don't worry, everyone has debt!";

    private final Scratch scratch = new Scratch();

    @Test
    void shouldScoreTheSameAfterTrainingTwiceAndAfterASerialisationRoundTrip() {
        List<Object> scores = scores(MODEL);
        assertThat(scores(TRAINER.train(EXAMPLES))).isEqualTo(scores);
        ScoringModel restored = TRAINER.restore(MODEL.toBytes());
        assertThat(scores(restored)).isEqualTo(scores);
        assertThat(restored.toBytes()).isEqualTo(MODEL.toBytes());
    }

    @Test
    void shouldStayWithinTheScales() {
        List<String> criteria = Rubric.finance().codes();
        for (TrainingSet.Turn turn : EXAMPLES.turns().subList(0, 50)) {
            assertScaled(MODEL.client(turn.client(), scratch));
            turn.responses()
                    .forEach(response -> assertScaled(MODEL.reply(turn.client(), response.text(), scratch), criteria));
        }
    }

    @Test
    void shouldTakeAnyText() {
        for (String text : List.of(
                "",
                "...",
                "\u4f60\u597d",
                "xyzzy ".repeat(5_000),
                "x".repeat(1_000_000),
                "\ud83d\ude00\ud83d\ude21",
                "\ud83d",
                "\u0627\u0644\u0645\u0627\u0644 \u05db\u05e1\u05e3",
                "I am \u0433\u0440\u0443\u0441\u0442\u043d\u043e today",
                "a\u0000b\u0007",
                "<b>should</b>&amp;<script>alert(1)</script>")) {
            assertScaled(MODEL.client(text, scratch));
            assertScaled(MODEL.reply(text, text, scratch), Rubric.finance().codes());
            assertScaled(MODEL.reply("", text, scratch), Rubric.finance().codes());
            assertThat(MODEL.reasons(text, text, scratch)).hasSize(6);
        }
    }

    private static void assertScaled(ClientReading reading) {
        assertThat(reading.emotions())
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label.confidence()).isBetween(0.0, 1.0));
        assertThat(reading.emotions())
                .isSortedAccordingTo((one, other) -> Double.compare(other.confidence(), one.confidence()));
        assertThat(reading.intensity()).isBetween(0.0, 1.0);
        assertThat(reading.vad().valence()).isBetween(-1.0, 1.0);
        assertThat(reading.vad().arousal()).isBetween(-1.0, 1.0);
        assertThat(reading.vad().dominance()).isBetween(-1.0, 1.0);
    }

    private static void assertScaled(ReplyReading reading, List<String> criteria) {
        assertThat(reading.rubric()).containsOnlyKeys(criteria).allSatisfy((criterion, grade) -> {
            assertThat(grade.score()).isBetween(1.0, 5.0);
            assertThat(grade.confidence()).isBetween(0.0, 1.0);
        });
        assertThat(reading.utility()).isFinite();
        assertThat(reading.change()).isBetween(-2.0, 2.0);
        assertThat(reading.strategies()).isNotEmpty();
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
    void shouldPreferListeningToLecturingAndSayWhy() {
        ReplyReading listening = MODEL.reply(CLIENT, LISTENING, scratch);
        ReplyReading lecturing = MODEL.reply(CLIENT, LECTURING, scratch);
        assertThat(listening.utility()).isGreaterThan(lecturing.utility() + 1);
        assertThat(MODEL.reasons(CLIENT, LECTURING, scratch).get("empathy"))
                .isNotEmpty()
                .anySatisfy(reason -> assertThat(reason.weight()).isNegative());
        assertThat(MODEL.cues("shame", CLIENT, scratch))
                .extracting(Reason::words)
                .anySatisfy(words -> assertThat(words).containsIgnoringCase("ashamed"));
        assertThat(MODEL.cues("no emotion", CLIENT, scratch)).isEmpty();
    }

    @Test
    void shouldLearnFromWhatPeoplePrefer() {
        List<JudgedPair> against = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            against.add(new JudgedPair("judged " + i, CLIENT, LECTURING, LISTENING, 3, 0));
        }
        TrainingSet judged = new Examples(Vertical.finance(), LEXICON, Rubrics.of(Rubric.finance()))
                .of(SeedCorpus.pilot().conversations(), against);
        TrainingSet unjudged = judged.withJudged(0);
        assertThat(advantage(TRAINER.train(judged))).isGreaterThan(advantage(TRAINER.train(unjudged)) + 1);
    }

    private double advantage(ScoringModel model) {
        return model.reply(CLIENT, LECTURING, scratch).utility()
                - model.reply(CLIENT, LISTENING, scratch).utility();
    }

    @Test
    void shouldTrainOnNothing() {
        ScoringModel empty =
                TRAINER.train(new TrainingSet(List.of(), List.of(), List.of(), List.of(), new TreeMap<>()));
        assertThat(empty.client("I am sad", scratch).emotions()).isEmpty();
        assertThat(empty.reply("a", "b", scratch).utility()).isZero();
    }

    @Test
    void shouldCalibrateConfidences() {
        double told = 0;
        double actual = 0;
        for (TrainingSet.Turn turn : EXAMPLES.turns()) {
            told += MODEL.client(turn.client(), scratch).emotions().stream()
                    .mapToDouble(Label::confidence)
                    .sum();
            actual += turn.emotions().size();
        }
        assertThat(told / actual).isCloseTo(1, within(0.35));
    }

    private String top(String client) {
        return MODEL.client(client, scratch).emotions().getFirst().code();
    }

    private List<Object> scores(ScoringModel model) {
        List<Object> scores = new ArrayList<>();
        for (TrainingSet.Turn turn : EXAMPLES.turns()) {
            scores.add(model.client(turn.client(), scratch));
            turn.responses().forEach(response -> scores.add(model.reply(turn.client(), response.text(), scratch)));
        }
        return scores;
    }
}
