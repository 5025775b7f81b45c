package dev.attune.scoring.registry;

import dev.attune.scoring.model.ModelQuality;
import java.util.function.Supplier;

/** Keeps models. It blocks, and is for start-up alone. */
public interface ModelStore {

    /**
     * A model to keep.
     *
     * @param corpusHash SHA-256 of the corpus it learnt from
     * @param rubric the rubric, {@code name@hash}
     * @param bytes the model
     */
    record NewModel(String corpusHash, String rubric, byte[] bytes) {}

    /**
     * A model that is kept.
     *
     * @param number its place in the order of registration
     * @param bytes the model
     * @param measured whether its quality is known
     */
    record StoredModel(long number, byte[] bytes, boolean measured) {}

    /**
     * The model of this version, made where there is none; it becomes the active one. Of several replicas that ask at
     * the same time one makes it, and the others wait for it.
     */
    StoredModel findOrAdd(String version, Supplier<NewModel> make);

    /** Notes how good a model is. */
    void saveQuality(String version, ModelQuality quality);
}
