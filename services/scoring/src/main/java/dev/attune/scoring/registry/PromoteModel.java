package dev.attune.scoring.registry;

import dev.attune.foundation.problem.ProblemException;
import dev.attune.scoring.model.ModelQuality;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lets another model score: a candidate that is no worse, any model by force, or the one before. */
@Singleton
public class PromoteModel {

    /** Less than this is what another split of the same data makes. */
    private static final double TOLERANCE = 0.01;

    private static final int HISTORY = 100;

    private final ModelRegister register;

    PromoteModel(ModelRegister register) {
        this.register = register;
    }

    /**
     * Promotes a model.
     *
     * @param force whether it may be worse
     * @throws ProblemException where there is no such model, it cannot score, or it is worse
     */
    public Uni<Activation> promote(String model, boolean force, String reason, String actor) {
        return register.find(model)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("model", model)))
                .chain(candidate -> active().chain(active -> {
                    check(candidate, active, force);
                    return register.activate(candidate.number(), actor, reason, force);
                }));
    }

    /** Lets the model score that scored before the present one. */
    public Uni<Activation> rollback(String reason, String actor) {
        return register.activations(HISTORY).chain(activations -> {
            long now = activations.getFirst().model();
            Activation before = activations.stream()
                    .filter(activation -> activation.model() != now)
                    .findFirst()
                    .orElseThrow(() -> ProblemException.conflict("No other model scored before this one"));
            return register.activate(before.model(), actor, reason, true);
        });
    }

    private Uni<ModelEntry> active() {
        return register.scoring()
                .chain(scoring -> register.find(Long.toString(scoring.model())))
                .map(found -> found.orElseThrow(() -> ProblemException.conflict("No model scores yet")));
    }

    private static void check(ModelEntry candidate, ModelEntry active, boolean force) {
        switch (candidate.state()) {
            case TRAINING, FAILED ->
                throw ProblemException.conflict(
                        "The model is " + candidate.state().code() + ", it cannot score");
            case ACTIVE -> throw ProblemException.conflict("The model scores already");
            case CANDIDATE, RETIRED -> {
                ModelQuality its = candidate.quality();
                ModelQuality present = active.quality();
                if (force || present == null) {
                    return;
                }
                if (its == null) {
                    throw ProblemException.conflict("The model is not measured yet");
                }
                List<String> worse = worse(its, present);
                if (!worse.isEmpty()) {
                    throw ProblemException.conflict(
                            "The model is worse than " + active.version() + ": " + String.join("; ", worse));
                }
            }
        }
    }

    /** What a model does worse than another, each in words. */
    static List<String> worse(ModelQuality candidate, ModelQuality active) {
        List<String> worse = new ArrayList<>();
        compare(worse, "pair accuracy", candidate.pairAccuracy(), active.pairAccuracy());
        compare(worse, "rubric kappa", candidate.rubricKappa(), active.rubricKappa());
        compare(worse, "emotion F1", candidate.emotionF1(), active.emotionF1());
        compare(worse, "strategy F1", candidate.strategyF1(), active.strategyF1());
        Double judged = candidate.judgedAccuracy();
        Double judgedNow = active.judgedAccuracy();
        if (judged != null && judgedNow != null) {
            compare(worse, "accuracy on judged pairs", judged, judgedNow);
        }
        return worse;
    }

    private static void compare(List<String> worse, String measure, double its, double present) {
        if (its < present - TOLERANCE) {
            worse.add(String.format(Locale.ROOT, "%s %.3f, was %.3f", measure, its, present));
        }
    }
}
