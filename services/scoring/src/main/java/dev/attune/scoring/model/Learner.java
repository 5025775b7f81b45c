package dev.attune.scoring.model;

/** Makes models. The same examples always give a model with the same scores. */
public interface Learner {

    /** Names the way of learning and all its settings. */
    String version();

    /** Trains the three models; takes CPU time, so never on an event loop. */
    ScoringModel train(TrainingSet examples);

    /** The model of these bytes, as {@link ScoringModel#toBytes} gave them. */
    ScoringModel restore(byte[] bytes);
}
