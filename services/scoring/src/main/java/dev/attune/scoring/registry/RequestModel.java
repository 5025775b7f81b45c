package dev.attune.scoring.registry;

import dev.attune.scoring.registry.ModelRegister.TrainingRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Asks for models to be trained of what there is to learn from here. */
@Singleton
public class RequestModel {

    private final ModelRegister register;
    private final ModelMaker maker;

    RequestModel(ModelRegister register, ModelMaker maker) {
        this.register = register;
        this.maker = maker;
    }

    /**
     * Asks for a model.
     *
     * @param judgments whether it is to learn from judgments too
     * @return the number it will be found by
     */
    public Uni<Long> request(boolean judgments, String actor) {
        return register.request(new TrainingRequest(maker.dataHash(), maker.rubric(), judgments, actor));
    }
}
