package dev.attune.scoring.registry;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models that were ever asked for, and which of them score. */
public interface ModelRegister {

    /**
     * Models, newest first.
     *
     * @param before only those with a smaller number; null for all
     * @param limit how many at most
     */
    Uni<List<ModelEntry>> list(@Nullable Long before, int limit);

    /** The model of this version, or of this number. */
    Uni<Optional<ModelEntry>> find(String versionOrNumber);

    /** Asks for a model to be trained; its number, which is that of the same request where one waits already. */
    Uni<Long> request(TrainingRequest request);

    /** Activations, newest first. */
    Uni<List<Activation>> activations(int limit);

    /** Makes a model the one that scores; the activation. */
    Uni<Activation> activate(long model, @Nullable String actor, String reason, boolean forced);

    /** Lets a model score beside the active one, or no more. */
    Uni<Void> shadow(long model, boolean on);

    /** The bytes of a trained model of this form, with the activation that it scores by; empty where there is none. */
    Uni<Optional<StoredModel>> load(long model, String form);

    /** What is to score now. */
    Uni<Scoring> scoring();

    /**
     * A model to be trained.
     *
     * @param dataHash SHA-256 of the corpus it is to learn from
     * @param rubric the rubric, {@code name@hash}
     * @param judgments whether it is to learn from judgments too
     * @param actor who asks
     */
    record TrainingRequest(
            String dataHash,
            String rubric,
            boolean judgments,
            @Nullable String actor) {}

    /**
     * A model with its bytes.
     *
     * @param number its number
     * @param version its version
     * @param rubric the rubric it scores by
     * @param bytes the model
     */
    record StoredModel(long number, String version, String rubric, byte[] bytes) {}

    /**
     * What scores.
     *
     * @param activation the activation that holds; 0 where there is none yet
     * @param model its model's number
     * @param shadows the numbers of the models that score beside it
     */
    record Scoring(long activation, long model, List<Long> shadows) {
        public Scoring {
            shadows = List.copyOf(shadows);
        }
    }
}
