package dev.attune.model.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What several readers thought of the alternatives: {@code gradings.jsonl}, and how far they agree. */
final class Gradings {

    static final List<Grading> ALL = read();

    private Gradings() {}

    /**
     * The grades of one alternative; each list is in the order of the rubric's criteria.
     *
     * @param turn from 1
     * @param response from 1, the target being 0
     * @param author by whoever wrote it
     * @param second by a reader of all alternatives who did not know the author's
     * @param agreed out of the two
     * @param blind by a last reader of a sample, who knew neither; null outside of the sample
     * @param since what was changed in the corpus after the last reading; null for nothing
     */
    record Grading(
            String conversation,
            int turn,
            int response,
            List<Integer> author,
            List<Integer> second,
            List<Integer> agreed,
            @Nullable List<Integer> blind,
            @Nullable String since) {}

    /** The overall grade: the mean, rounded half up. */
    static int overall(List<Integer> grades) {
        double mean = grades.stream().mapToInt(grade -> grade).average().orElseThrow();
        return (int) Math.floor(mean + 0.5);
    }

    /**
     * Cohen's kappa with quadratic weights (Cohen 1968): 1 less the mean squared distance of the two readings of each item,
     * as a share of that of readings drawn at random from what each reader gave.
     *
     * @return at most 1; 0 where the readers agree no better than chance
     */
    static double quadraticKappa(List<Integer> one, List<Integer> other) {
        Map<Integer, Integer> ones = new HashMap<>();
        Map<Integer, Integer> others = new HashMap<>();
        double observed = 0;
        for (int i = 0; i < one.size(); i++) {
            observed += Math.pow(one.get(i) - other.get(i), 2);
            ones.merge(one.get(i), 1, Integer::sum);
            others.merge(other.get(i), 1, Integer::sum);
        }
        double expected = 0;
        for (Map.Entry<Integer, Integer> a : ones.entrySet()) {
            for (Map.Entry<Integer, Integer> b : others.entrySet()) {
                expected += (double) a.getValue() * b.getValue() * Math.pow(a.getKey() - b.getKey(), 2);
            }
        }
        return 1 - observed * one.size() / expected;
    }

    private static List<Grading> read() {
        try (InputStream in = SeedCorpus.class.getResourceAsStream("/verticals/finance/corpus/gradings.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Gradings::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Grading parse(String line) {
        try {
            return Json.mapper().readValue(line, Grading.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
