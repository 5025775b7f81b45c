package dev.attune.scoring.registry;

import dev.attune.scoring.model.JudgedPair;
import dev.attune.scoring.model.ModelQuality;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps models for those who train and load them on threads of their own: it blocks. */
public interface ModelStore {

    /** Why a training ends without a model, with the version that was there before. */
    String NOTHING_NEW = "There was nothing new to learn from: %s is of the same data";

    /**
     * A model to keep.
     *
     * @param version {@code name@hash} of all that it was made of
     * @param dataHash SHA-256 of the corpus it learnt from
     * @param judgments how many judgments it learnt from besides
     * @param rubric the rubric, {@code name@hash}
     * @param bytes the model
     * @param provenance Tribuo's account of the training, as JSON
     * @param quality how good it is; null where that is not measured yet
     */
    record NewModel(
            String version,
            String dataHash,
            long judgments,
            String rubric,
            byte[] bytes,
            String provenance,
            @Nullable ModelQuality quality) {}

    /**
     * A model that scores.
     *
     * @param number its number
     * @param version its version
     * @param rubric the rubric it scores by
     * @param activation the activation that it scores by
     * @param bytes the model
     * @param measured whether its quality is known
     */
    record ActiveModel(long number, String version, String rubric, long activation, byte[] bytes, boolean measured) {}

    /**
     * A training that somebody asked for.
     *
     * @param number the model's number
     * @param judgments whether it is to learn from judgments too
     */
    record Training(long number, boolean judgments) {}

    /**
     * The active model where it is of this form; else the service's own, made where there is none, which becomes the active one. Of
     * several replicas that ask at the same time one makes it, and the others wait for it.
     *
     * @param form what a model must be of to be read by this code
     * @param version the service's own model
     */
    ActiveModel findOrAdd(String form, String version, Supplier<NewModel> make);

    /** Notes how good a model is. */
    void saveQuality(long number, ModelQuality quality);

    /** Takes the oldest training that nobody is at, or whose worker has been silent for half a minute. */
    Optional<Training> claim();

    /** Says that somebody is still at it. */
    void keepAlive(long number);

    /** Whether there is a trained model of this version. */
    boolean isKnown(String version);

    /**
     * Ends a training.
     *
     * @return false where the same model was there before; then this one has failed, for that reason
     */
    boolean finish(long number, String form, NewModel model);

    /** Ends a training without a model. */
    void fail(long number, String reason);

    /** What raters preferred, pair by pair, of responses whose texts are still known; the latest so many pairs. */
    List<JudgedPair> judgedPairs(int limit);
}
