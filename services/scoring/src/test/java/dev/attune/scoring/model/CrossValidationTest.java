package dev.attune.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.rubric.Rubric;
import dev.attune.scoring.feature.FeatureExtractor;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.model.tribuo.TribuoLearner;
import org.junit.jupiter.api.Test;

/** What the way of learning is worth on the seed corpus. */
class CrossValidationTest {

    private static final TrainingSet EXAMPLES = new Examples(new FeatureExtractor(Lexicon.bundled()), Rubric.finance())
            .of(SeedCorpus.finance().conversations());

    private final TribuoLearner learner = new TribuoLearner();

    @Test
    void shouldDoBetterThanChanceOnConversationsItHasNotSeen() {
        ModelQuality quality = CrossValidation.measure(learner, EXAMPLES);
        System.out.println("Left-out conversations: " + quality);
        assertThat(quality.turns()).isEqualTo(EXAMPLES.turns().size());
        assertThat(quality.pairs()).isGreaterThan(100);
        assertThat(quality.pairAccuracy()).isGreaterThan(0.65);
        assertThat(quality.pairLogLoss()).isLessThan(Math.log(2));
        assertThat(quality.rubricError()).isLessThan(0.95 * quality.rubricBaseline());
        assertThat(quality.emotionF1()).isGreaterThan(0.15);
    }

    @Test
    void shouldKnowWhatItHasLearnt() {
        ModelQuality quality = CrossValidation.measure(learner.train(EXAMPLES), EXAMPLES);
        System.out.println("Its own training set: " + quality);
        assertThat(quality.pairAccuracy()).isGreaterThan(0.9);
        assertThat(quality.rubricError()).isLessThan(0.5);
        // Words of few conversations are left out, so that it cannot know every client by heart.
        assertThat(quality.emotionF1()).isGreaterThan(0.6);
    }

    @Test
    void shouldMeasureTheSameTwice() {
        assertThat(CrossValidation.measure(learner, EXAMPLES)).isEqualTo(CrossValidation.measure(learner, EXAMPLES));
    }
}
