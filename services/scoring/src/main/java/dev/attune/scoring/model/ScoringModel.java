package dev.attune.scoring.model;

import dev.attune.scoring.feature.Features;
import java.util.Map;

/** A trained bundle of the three models. Immutable and thread-safe. */
public interface ScoringModel {

    /** How likely each emotion that the model knows is in a client's text, 0 to 1; independent of each other. */
    Map<String, Double> emotions(Features client);

    /** The score of each criterion for a response, 1 to 5. */
    Map<String, Double> rubric(Features response);

    /** The value of a response among those to one turn: P(a beats b) = sigmoid(utility(a) - utility(b)). */
    double utility(Features response);

    /** The bundle as bytes, from which {@link Learner#restore} makes the same model. */
    byte[] toBytes();
}
