package dev.attune.scoring.registry;

import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.rubric.Rubric;
import dev.attune.model.text.ContentHash;
import dev.attune.scoring.feature.FeatureExtractor;
import dev.attune.scoring.model.CrossValidation;
import dev.attune.scoring.model.Examples;
import dev.attune.scoring.model.Learner;
import dev.attune.scoring.model.TrainingSet;
import dev.attune.scoring.registry.ModelStore.NewModel;
import dev.attune.scoring.registry.ModelStore.StoredModel;
import dev.attune.scoring.work.ScoringPool;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Loads the model at start, off the main thread; where nobody has trained it yet, trains it first. */
@Singleton
class LoadModel {

    private static final String NAME = "planner-linear";
    private static final int HASH_DIGITS = 12;
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final ModelStore store;
    private final CurrentModel current;
    private final ScoringPool pool;
    private final Learner learner;
    private final FeatureExtractor features;
    private final Rubric rubric;

    LoadModel(
            ModelStore store,
            CurrentModel current,
            ScoringPool pool,
            Learner learner,
            FeatureExtractor features,
            Rubric rubric) {
        this.store = store;
        this.current = current;
        this.pool = pool;
        this.learner = learner;
        this.features = features;
        this.rubric = rubric;
    }

    void start(@Observes StartupEvent event) {
        Uni.createFrom()
                .deferred(() -> pool.compute(this::load))
                .onFailure()
                .invoke(failure -> Log.errorf(failure, "The model could not be loaded, trying again"))
                .onFailure()
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .indefinitely()
                .subscribe()
                .with(version -> Log.infof("Scoring with %s", version));
    }

    String load() {
        SeedCorpus corpus = SeedCorpus.finance();
        String version = version(corpus);
        StoredModel stored = store.findOrAdd(version, () -> train(corpus));
        current.set(new RegisteredModel(version, stored.number(), rubric.version(), learner.restore(stored.bytes())));
        if (!stored.measured()) {
            // After the model is in use, since it takes several times as long as the training.
            store.saveQuality(version, CrossValidation.measure(learner, examples(corpus)));
        }
        return version;
    }

    private NewModel train(SeedCorpus corpus) {
        return new NewModel(
                corpus.hash(), rubric.version(), learner.train(examples(corpus)).toBytes());
    }

    private TrainingSet examples(SeedCorpus corpus) {
        return new Examples(features, rubric).of(corpus.conversations());
    }

    private String version(SeedCorpus corpus) {
        String hash =
                ContentHash.ofParts(List.of(corpus.hash(), features.version(), learner.version(), rubric.version()));
        return NAME + "@" + hash.substring(0, HASH_DIGITS);
    }
}
