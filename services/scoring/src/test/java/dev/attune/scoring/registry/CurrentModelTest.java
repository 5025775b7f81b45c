package dev.attune.scoring.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.rubric.Rubric;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.learn.tribuo.LibLinearLearner;
import dev.attune.scoring.model.Examples;
import dev.attune.scoring.model.LinearTrainer;
import dev.attune.scoring.rubric.Rubrics;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.List;
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
        Lexicon lexicon = Lexicon.bundled();
        Examples examples = new Examples(Vertical.finance(), lexicon, Rubrics.of(rubric));
        return new RegisteredModel(
                "planner-linear@0123456789ab",
                1,
                1,
                rubric.version(),
                new LinearTrainer(new LibLinearLearner(), lexicon)
                        .train(examples.of(SeedCorpus.pilot().conversations(), List.of())));
    }
}
