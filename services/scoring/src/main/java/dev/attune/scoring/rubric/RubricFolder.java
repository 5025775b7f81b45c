package dev.attune.scoring.rubric;

import dev.attune.model.rubric.Rubric;
import dev.attune.model.strict.BreachException;
import dev.attune.model.strict.Breaches;
import dev.attune.model.strict.StrictFormat;
import dev.attune.model.text.ContentHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder of added rubrics: {@code <any name>.yaml} is a rubric, and {@code <the same name>.jsonl} beside it has graded responses,
 * one {@link GradedResponse} a line. A criterion that the corpus does not grade is learnt from those alone.
 */
public final class RubricFolder {

    /** Fewer would teach nothing. */
    static final int FEWEST_EXAMPLES = 20;

    private static final String RUBRIC = ".yaml";
    private static final String EXAMPLES = ".jsonl";
    private static final int HASH_DIGITS = 12;
    private static final StrictFormat<GradedResponse> EXAMPLE = StrictFormat.json(GradedResponse.class);

    private final Rubric standard;
    private final List<Rubric> rubrics = new ArrayList<>();
    private final List<GradedResponse> examples = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<BreachException> refusals = new ArrayList<>();
    private final Map<String, Rubric.Scale> scales = new HashMap<>();

    private RubricFolder(Rubric standard) {
        this.standard = standard;
        standard.codes().forEach(code -> scales.put(code, standard.scale()));
    }

    /**
     * Reads a folder, in the order of names; where there is none, nothing is added.
     *
     * @throws BreachException with every fault of every file
     */
    public static Rubrics read(Rubric standard, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Rubrics.of(standard);
        }
        RubricFolder reading = new RubricFolder(standard);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(RUBRIC))
                    .sorted()
                    .toList()) {
                reading.add(file);
            }
        }
        return reading.end();
    }

    private void add(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = Files.readAllBytes(file);
        texts.add(ContentHash.of(bytes));
        Rubric rubric;
        try {
            rubric = Rubric.parse(name, bytes);
        } catch (BreachException e) {
            refusals.add(e);
            return;
        }
        Map<String, Integer> graded = new HashMap<>();
        Path beside = file.resolveSibling(name.substring(0, name.length() - RUBRIC.length()) + EXAMPLES);
        if (Files.exists(beside)) {
            examples(beside, rubric, graded);
        }
        check(name, rubric, graded);
        rubrics.add(rubric);
        rubric.codes().forEach(code -> scales.putIfAbsent(code, rubric.scale()));
    }

    private void examples(Path file, Rubric rubric, Map<String, Integer> graded) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        texts.add(ContentHash.of(bytes));
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                String where = file.getFileName() + " line " + (i + 1);
                try {
                    GradedResponse example = EXAMPLE.read(where, lines.get(i).getBytes(StandardCharsets.UTF_8));
                    check(where, rubric, example);
                    example.grades().keySet().forEach(code -> graded.merge(code, 1, Integer::sum));
                    examples.add(example);
                } catch (BreachException e) {
                    refusals.add(e);
                }
            }
        }
    }

    private static void check(String where, Rubric rubric, GradedResponse example) {
        Breaches breaches = new Breaches();
        new TreeSet<>(example.grades().keySet()).forEach(code -> {
            int grade = example.grades().getOrDefault(code, 0);
            String at = Breaches.child("/grades", code);
            breaches.require(rubric.codes().contains(code), at, "is no criterion of " + rubric.name());
            breaches.require(
                    grade >= rubric.scale().lowest() && grade <= rubric.scale().highest(),
                    at,
                    grade + " is beyond the scale");
        });
        refuse(where, breaches);
    }

    private void check(String name, Rubric rubric, Map<String, Integer> graded) {
        Breaches breaches = new Breaches();
        boolean taken = Stream.concat(Stream.of(standard), rubrics.stream())
                .anyMatch(other -> other.name().equals(rubric.name()));
        breaches.require(!taken, "/name", "is another rubric's: " + rubric.name());
        for (int i = 0; i < rubric.criteria().size(); i++) {
            String code = rubric.criteria().get(i).code();
            String at = Breaches.child("/criteria", i) + "/code";
            Rubric.Scale known = scales.get(code);
            breaches.require(
                    known == null || known.equals(rubric.scale()), at, code + " is on another scale in another rubric");
            breaches.require(
                    known != null || graded.getOrDefault(code, 0) >= FEWEST_EXAMPLES,
                    at,
                    code + " is graded by no other rubric and needs " + FEWEST_EXAMPLES + " graded responses, but has "
                            + graded.getOrDefault(code, 0));
        }
        try {
            refuse(name, breaches);
        } catch (BreachException e) {
            refusals.add(e);
        }
    }

    private static void refuse(String document, Breaches breaches) {
        if (!breaches.isEmpty()) {
            throw new BreachException(document, breaches.list());
        }
    }

    private Rubrics end() {
        if (!refusals.isEmpty()) {
            throw BreachException.all(refusals);
        }
        if (rubrics.isEmpty()) {
            return Rubrics.of(standard);
        }
        texts.addFirst(standard.hash());
        return new Rubrics(
                standard, rubrics, examples, ContentHash.ofParts(texts).substring(0, HASH_DIGITS));
    }
}
