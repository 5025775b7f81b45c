package dev.attune.scoring.registry;

import dev.attune.model.rubric.Rubric;
import dev.attune.scoring.feature.FeatureExtractor;
import dev.attune.scoring.feature.Lexicon;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What models are made of and comes with the service. */
final class BundledParts {

    @Produces
    @Singleton
    FeatureExtractor features() {
        return new FeatureExtractor(Lexicon.bundled());
    }

    @Produces
    @Singleton
    Rubric rubric() {
        return Rubric.finance();
    }
}
