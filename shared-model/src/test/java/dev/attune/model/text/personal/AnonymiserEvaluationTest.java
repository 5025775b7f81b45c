package dev.attune.model.text.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Plants data in a thousand documents and counts what is found, and what is taken for data and is none. */
class AnonymiserEvaluationTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[([A-Z]+)(?:-\\d+)?]");

    private static final class Score {
        int planted;
        int found;
        int wrong;

        double recall() {
            return planted == 0 ? 1 : (double) found / planted;
        }

        double precision() {
            return found + wrong == 0 ? 1 : (double) found / (found + wrong);
        }
    }

    @Test
    void shouldFindWhatIsPlantedAndLittleElse() {
        Map<String, Score> scores = new TreeMap<>();
        Random random = new Random(20261120);
        for (int i = 0; i < 1_000; i++) {
            evaluate(new PlantedDocument(random), scores);
        }
        Score patterns = new Score();
        scores.forEach((kind, score) -> {
            System.out.printf(
                    "%-10s planted %4d recall %.3f precision %.3f%n",
                    kind, score.planted, score.recall(), score.precision());
            if (!kind.equals("NAME") && !kind.equals("PLACE")) {
                patterns.planted += score.planted;
                patterns.found += score.found;
                patterns.wrong += score.wrong;
            }
        });
        System.out.printf(
                "patterns   planted %4d recall %.3f precision %.3f%n",
                patterns.planted, patterns.recall(), patterns.precision());
        assertThat(scores.keySet()).hasSize(12);
        assertThat(patterns.recall()).isGreaterThanOrEqualTo(0.98);
        assertThat(patterns.precision()).isGreaterThanOrEqualTo(0.95);
    }

    /** A datum is found where its words are gone; what is replaced beyond the planted ones is wrong. */
    private static void evaluate(PlantedDocument document, Map<String, Score> scores) {
        String result = Anonymiser.anonymise(List.of(document.text())).texts().getFirst();
        Map<String, Integer> gone = new TreeMap<>();
        for (PlantedDocument.Planted planted : document.planted()) {
            Score score = scores.computeIfAbsent(planted.kind(), kind -> new Score());
            score.planted++;
            if (!result.contains(planted.value())) {
                score.found++;
                gone.merge(planted.kind(), 1, Integer::sum);
            }
        }
        Matcher placeholder = PLACEHOLDER.matcher(result);
        while (placeholder.find()) {
            String kind = placeholder.group(1);
            if (gone.merge(kind, -1, Integer::sum) < 0) {
                scores.computeIfAbsent(kind, name -> new Score()).wrong++;
            }
        }
        // A word of the fixed sentences that is gone was taken for a name.
        List<String> lost = new ArrayList<>(document.words());
        lost.removeIf(word -> result.contains(word));
        scores.computeIfAbsent("NAME", kind -> new Score()).wrong += lost.size();
    }
}
