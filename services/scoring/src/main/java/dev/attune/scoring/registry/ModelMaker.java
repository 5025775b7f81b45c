package dev.attune.scoring.registry;

import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.text.ContentHash;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.model.CrossValidation;
import dev.attune.scoring.model.Examples;
import dev.attune.scoring.model.JudgedPair;
import dev.attune.scoring.model.Learner;
import dev.attune.scoring.model.ModelQuality;
import dev.attune.scoring.model.ScoringModel;
import dev.attune.scoring.model.TrainingSet;
import dev.attune.scoring.registry.ModelStore.NewModel;
import dev.attune.scoring.rubric.Rubrics;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes models out of the corpus and what people preferred. It computes for seconds, so never on an event loop. */
@Singleton
public class ModelMaker {

    private static final String NAME = "planner-linear";
    private static final int HASH_DIGITS = 12;

    private final Learner learner;
    private final Examples examples;
    private final Rubrics rubrics;
    private final Vertical vertical;

    public ModelMaker(Learner learner, Examples examples, Rubrics rubrics, Vertical vertical) {
        this.learner = learner;
        this.examples = examples;
        this.rubrics = rubrics;
        this.vertical = vertical;
    }

    /** Makes and measures the model without judgments, and writes it to where {@link BundledModel} finds it; not where it is already. */
    public void bundle(Path folder) throws IOException {
        BundledModel.write(folder, version(List.of()), () -> makeAndMeasure(List.of()));
    }

    /** What a model must be of to be read by this code: the way of learning and describing, and the rubrics. */
    String form() {
        return String.join("+", learner.form(), rubrics.hash(), vertical.hash());
    }

    String dataHash() {
        return SeedCorpus.finance().hash();
    }

    String rubric() {
        return rubrics.version();
    }

    /** The version of the model that would be made; the same data always give the same. */
    String version(List<JudgedPair> judged) {
        List<String> parts = new ArrayList<>(List.of(dataHash(), form()));
        judged.forEach(pair -> parts.add(pair.toString()));
        return NAME + "@" + ContentHash.ofParts(parts).substring(0, HASH_DIGITS);
    }

    /** The model without judgments, which comes with the service where the build has made it; else it is made. */
    NewModel own() {
        return BundledModel.read(version(List.of())).orElseGet(() -> make(List.of(), null));
    }

    /** A model of the corpus and these pairs, with its quality. */
    NewModel makeAndMeasure(List<JudgedPair> judged) {
        return make(judged, measure(judged));
    }

    private NewModel make(List<JudgedPair> judged, @Nullable ModelQuality quality) {
        ScoringModel model = learner.train(set(judged));
        return new NewModel(
                version(judged), dataHash(), judged.size(), rubric(), model.toBytes(), learner.provenance(), quality);
    }

    ModelQuality measure(List<JudgedPair> judged) {
        return CrossValidation.measure(learner, set(judged));
    }

    ScoringModel restore(byte[] bytes) {
        return learner.restore(bytes);
    }

    private TrainingSet set(List<JudgedPair> judged) {
        return examples.of(SeedCorpus.finance().conversations(), judged);
    }
}
