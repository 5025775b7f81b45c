package dev.attune.scoring.registry;

import dev.attune.model.rubric.Rubric;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.learn.LinearLearner;
import dev.attune.scoring.model.Examples;
import dev.attune.scoring.model.Learner;
import dev.attune.scoring.model.LinearTrainer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What models are made of and comes with the service. */
final class BundledParts {

    @Produces
    @Singleton
    Lexicon lexicon() {
        return Lexicon.bundled();
    }

    @Produces
    @Singleton
    Vertical vertical() {
        return Vertical.finance();
    }

    @Produces
    @Singleton
    Rubric rubric() {
        return Rubric.finance();
    }

    @Produces
    @Singleton
    Learner learner(LinearLearner learner, Lexicon lexicon) {
        return new LinearTrainer(learner, lexicon);
    }

    @Produces
    @Singleton
    Examples examples(Vertical vertical, Lexicon lexicon, Rubric rubric) {
        return new Examples(vertical, lexicon, rubric);
    }
}
