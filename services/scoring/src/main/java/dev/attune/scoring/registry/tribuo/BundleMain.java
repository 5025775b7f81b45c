package dev.attune.scoring.registry.tribuo;

import dev.attune.model.rubric.Rubric;
import dev.attune.model.vertical.Vertical;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.learn.tribuo.LibLinearLearner;
import dev.attune.scoring.model.Examples;
import dev.attune.scoring.model.LinearTrainer;
import dev.attune.scoring.registry.ModelMaker;
import dev.attune.scoring.rubric.Rubrics;
import java.io.IOException;
import java.nio.file.Path;

/** Trains and measures the service's own model while the service is built, so that no start has to. */
public final class BundleMain {

    private BundleMain() {}

    /** Takes the folder to write to. */
    public static void main(String[] arguments) throws IOException {
        Lexicon lexicon = Lexicon.bundled();
        Vertical vertical = Vertical.finance();
        Rubrics rubrics = Rubrics.of(Rubric.finance());
        new ModelMaker(
                        new LinearTrainer(new LibLinearLearner(), lexicon),
                        new Examples(vertical, lexicon, rubrics),
                        rubrics,
                        vertical)
                .bundle(Path.of(arguments[0]));
    }
}
