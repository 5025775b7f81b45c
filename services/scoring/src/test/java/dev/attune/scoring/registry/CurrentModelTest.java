package dev.attune.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.rubric.Rubric;
import dev.attune.scoring.feature.FeatureExtractor;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.model.Examples;
import dev.attune.scoring.model.tribuo.TribuoLearner;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.junit.jupiter.api.Test;

class CurrentModelTest {

    private final CurrentModel current = new CurrentModel();
    private final ModelReadiness readiness = new ModelReadiness(current);

    @Test
    void shouldLetEverybodyWaitUntilTheModelIsLoaded() {
        UniAssertSubscriber<RegisteredModel> patient = subscriber();
        UniAssertSubscriber<RegisteredModel> impatient = subscriber();
        impatient.cancel();
        patient.assertNotTerminated();
        assertThat(readiness.call().getStatus().name()).isEqualTo("DOWN");
        RegisteredModel model = aModel();

        current.set(model);

        assertThat(patient.awaitItem().getItem()).isSameAs(model);
        assertThat(subscriber().awaitItem().getItem()).isSameAs(model);
        assertThat(readiness.call().getStatus().name()).isEqualTo("UP");
    }

    private UniAssertSubscriber<RegisteredModel> subscriber() {
        return current.find().subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static RegisteredModel aModel() {
        Rubric rubric = Rubric.finance();
        Examples examples = new Examples(new FeatureExtractor(Lexicon.bundled()), rubric);
        return new RegisteredModel(
                "planner-linear@0123456789ab",
                1,
                rubric.version(),
                new TribuoLearner().train(examples.of(SeedCorpus.finance().conversations())));
    }
}
