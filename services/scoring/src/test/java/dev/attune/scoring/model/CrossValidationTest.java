package dev.attune.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.rubric.Rubric;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.learn.tribuo.LibLinearLearner;
import dev.attune.scoring.model.ModelQuality.CurvePoint;
import dev.attune.scoring.rubric.Rubrics;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the way of learning is worth on the seed corpus. */
class CrossValidationTest {

    private static final Lexicon LEXICON = Lexicon.bundled();
    private static final TrainingSet EXAMPLES = new Examples(Vertical.finance(), LEXICON, Rubrics.of(Rubric.finance()))
            .of(SeedCorpus.finance().conversations(), List.of());

    private final Learner learner = new LinearTrainer(new LibLinearLearner(), LEXICON);

    @Test
    void shouldOrderAndGradeConversationsItHasNotSeen() {
        ModelQuality quality = CrossValidation.measure(learner, EXAMPLES);
        System.out.println("Left-out conversations: " + quality);
        assertThat(quality.turns()).isEqualTo(EXAMPLES.turns().size());
        assertThat(quality.pairs()).isGreaterThan(100);
        assertThat(quality.pairAccuracy()).isGreaterThan(0.85);
        assertThat(quality.pairLogLoss()).isLessThan(0.4);
        assertThat(quality.rubricError()).isLessThan(0.75 * quality.rubricBaseline());
        assertThat(quality.rubricKappa()).isGreaterThan(0.65);
        assertThat(quality.emotionF1()).isGreaterThan(0.28);
        assertThat(quality.strategyF1()).isGreaterThan(0.4);
        assertThat(quality.intensityError()).isLessThan(0.16);
    }

    @Test
    void shouldKnowWhatItHasLearnt() {
        ModelQuality quality = CrossValidation.measure(learner.train(EXAMPLES), EXAMPLES);
        System.out.println("Its own training set: " + quality);
        assertThat(quality.pairAccuracy()).isGreaterThan(0.95);
        assertThat(quality.rubricError()).isLessThan(0.5);
        assertThat(quality.emotionF1()).isGreaterThan(0.7);
    }

    @Test
    void shouldMeasureTheSameTwiceAndJudgmentsToo() {
        List<JudgedPair> judged = IntStream.range(0, 60)
                .mapToObj(i -> new JudgedPair("j" + i, "I owe money", "Tell me more about it.", "Pay it!", i % 4, 1))
                .toList();
        TrainingSet pilot = new Examples(Vertical.finance(), LEXICON, Rubrics.of(Rubric.finance()))
                .of(SeedCorpus.pilot().conversations(), judged);

        ModelQuality quality = CrossValidation.measure(learner, pilot);

        assertThat(CrossValidation.measure(learner, pilot)).isEqualTo(quality);
        assertThat(quality.judgedPairs()).isEqualTo(60);
        // Half of them prefer the first, a quarter the second, and a quarter neither.
        assertThat(quality.judgedAccuracy()).isBetween(0.6, 0.7);
        assertThat(quality.curve()).hasSize(3).isSortedAccordingTo(Comparator.comparingInt(CurvePoint::judgedPairs));
    }
}
