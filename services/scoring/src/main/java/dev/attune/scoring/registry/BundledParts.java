package dev.attune.scoring.registry;

import dev.attune.model.rubric.Rubric;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.learn.LinearLearner;
import dev.attune.scoring.model.Examples;
import dev.attune.scoring.model.Learner;
import dev.attune.scoring.model.LinearTrainer;
import dev.attune.scoring.rubric.RubricFolder;
import dev.attune.scoring.rubric.Rubrics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    Rubrics rubrics(@ConfigProperty(name = "attune.scoring.rubrics") Optional<Path> folder) throws IOException {
        Rubric standard = Rubric.finance();
        return folder.isPresent() ? RubricFolder.read(standard, folder.get()) : Rubrics.of(standard);
    }

    @Produces
    @Singleton
    Learner learner(LinearLearner learner, Lexicon lexicon) {
        return new LinearTrainer(learner, lexicon);
    }

    @Produces
    @Singleton
    Examples examples(Vertical vertical, Lexicon lexicon, Rubrics rubrics) {
        return new Examples(vertical, lexicon, rubrics);
    }
}
