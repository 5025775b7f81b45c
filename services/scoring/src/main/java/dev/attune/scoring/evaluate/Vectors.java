package dev.attune.scoring.evaluate;

import dev.attune.scoring.feature.Describer;
import dev.attune.scoring.feature.Document;
import dev.attune.scoring.feature.Persons;
import dev.attune.scoring.feature.Style;
import dev.attune.scoring.feature.Vectoriser;
import dev.attune.scoring.feature.Vectoriser.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** How rows of any file become vectors. */
final class Vectors {

    private static final int FEWEST_ROWS = 2;
    private static final double TRAITS = 0.3;

    private Vectors() {}

    /**
     * Learns it from rows; what they answer counts where any of them says it.
     *
     * @param wordsOnly whether runs of characters are left out, which is faster and knows less
     * @param sentences whether it counts how sentences begin and end, and of whom they speak
     */
    static Vectoriser learn(List<? extends Document> rows, boolean wordsOnly, boolean sentences) {
        boolean context = rows.stream().anyMatch(row -> !row.context().isEmpty());
        List<String> each =
                IntStream.range(0, rows.size()).mapToObj(Integer::toString).toList();
        return Vectoriser.learn(
                rows,
                each,
                new Shape(FEWEST_ROWS, wordsOnly ? 0 : FEWEST_ROWS, sentences, context, TRAITS, false),
                sentences ? Describer.both(new Style(), new Persons()) : new Style());
    }
}
