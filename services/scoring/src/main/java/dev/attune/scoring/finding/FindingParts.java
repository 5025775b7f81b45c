package dev.attune.scoring.finding;

import dev.attune.model.vertical.Vertical;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The validators with the data that come with the vertical. */
final class FindingParts {

    private static final String RULES = "/verticals/finance/rules/";

    @Produces
    @Singleton
    Validators validators(Vertical vertical) {
        return of(vertical);
    }

    /** All validators, in the order of what they tell. */
    static Validators of(Vertical vertical) {
        return new Validators(List.of(
                RuleBook.of(List.of(RULES + "guard-rails.yaml", RULES + "boundary.yaml", RULES + "persona.yaml")),
                new PersonaVoice(),
                new EmotionalCoherence(vertical, CoherencePhrases.of(RULES + "coherence.yaml")),
                new StrategyFit(vertical, StrategyPhrases.of(RULES + "strategy.yaml")),
                new MetadataAccuracy(vertical, SkillSigns.of(RULES + "skills.yaml"))));
    }
}
