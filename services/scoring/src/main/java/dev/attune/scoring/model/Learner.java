package dev.attune.scoring.model;

/** Makes models. The same examples always give a model with the same scores. */
public interface Learner {

    /** Names the way of learning, its settings and what texts are described by: what a model must be of to be restored. */
    String form();

    /** Trains a model; takes CPU time, so never on an event loop. */
    ScoringModel train(TrainingSet examples);

    /** How it trains, task by task, with all settings, as JSON. */
    String provenance();

    /** The model of these bytes, as {@link ScoringModel#toBytes} gave them. */
    ScoringModel restore(byte[] bytes);
}
