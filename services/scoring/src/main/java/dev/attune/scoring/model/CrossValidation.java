package dev.attune.scoring.model;

import dev.attune.model.rubric.Rubric;
import dev.attune.scoring.feature.Scratch;
import dev.attune.scoring.learn.Metrics;
import dev.attune.scoring.model.ModelQuality.CurvePoint;
import dev.attune.scoring.model.ScoringModel.ClientReading;
import dev.attune.scoring.model.ScoringModel.Label;
import dev.attune.scoring.model.ScoringModel.ReplyReading;
import dev.attune.scoring.model.TrainingSet.Feeling;
import dev.attune.scoring.model.TrainingSet.Pair;
import dev.attune.scoring.model.TrainingSet.Response;
import dev.attune.scoring.model.TrainingSet.Turn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures a way of learning: leaves a tenth of the conversations out in turn, and scores them by a model of all the
 * others.
 */
public final class CrossValidation {

    private static final int PARTS = 10;
    private static final int FEWEST_FOR_A_CURVE = 20;
    private static final double[] CURVE = {0.25, 0.5};
    private static final int CURVE_PART = 0;

    private final SortedMap<String, Rubric.Scale> scales;
    private final Scratch scratch = new Scratch();
    private final Hits emotions = new Hits();
    private final Hits strategies = new Hits();
    private final Mean intensityError = new Mean();
    private final Mean valenceError = new Mean();
    private final Mean rubricError = new Mean();
    private final Mean baselineError = new Mean();
    private final Mean pairsRight = new Mean();
    private final Mean pairLoss = new Mean();
    private final Mean judgedRight = new Mean();
    private final List<Double> told = new ArrayList<>();
    private final List<Double> actual = new ArrayList<>();
    private final SortedMap<String, int[][]> confusion = new TreeMap<>();

    private CrossValidation(SortedMap<String, Rubric.Scale> scales) {
        this.scales = scales;
    }

    /** Trains ten models and some more for the curve, so it takes CPU time. A conversation is in one part as a whole. */
    public static ModelQuality measure(Learner learner, TrainingSet examples) {
        CrossValidation validation = new CrossValidation(examples.scales());
        List<String> conversations = Stream.concat(
                        examples.conversations().stream(),
                        examples.judged().stream().map(JudgedPair::conversation))
                .distinct()
                .toList();
        int parts = Math.min(PARTS, conversations.size());
        List<CurvePoint> curve = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            Set<String> held = part(conversations, part);
            TrainingSet others = examples.where(conversation -> !held.contains(conversation));
            TrainingSet left = examples.where(held::contains);
            ScoringModel model = learner.train(others);
            validation.score(model, means(others), left);
            if (part == CURVE_PART
                    && others.judged().size() >= FEWEST_FOR_A_CURVE
                    && !left.judged().isEmpty()) {
                for (double share : CURVE) {
                    TrainingSet fewer =
                            others.withJudged((int) (share * others.judged().size()));
                    curve.add(point(learner.train(fewer), fewer, left));
                }
                curve.add(point(model, others, left));
            }
        }
        return validation.quality(examples, curve);
    }

    private static CurvePoint point(ScoringModel model, TrainingSet learnt, TrainingSet left) {
        CrossValidation validation = new CrossValidation(left.scales());
        left.judged().forEach(pair -> validation.scoreJudged(model, pair));
        return new CurvePoint(learnt.judged().size(), validation.judgedRight.value());
    }

    private static Set<String> part(List<String> conversations, int part) {
        return IntStream.range(0, conversations.size())
                .filter(i -> i % PARTS == part)
                .mapToObj(conversations::get)
                .collect(Collectors.toSet());
    }

    /** Measures a model on examples, which is honest only for those that it has not seen. */
    static ModelQuality measure(ScoringModel model, TrainingSet examples) {
        CrossValidation validation = new CrossValidation(examples.scales());
        validation.score(model, means(examples), examples);
        return validation.quality(examples, List.of());
    }

    private void score(ScoringModel model, Map<String, Double> means, TrainingSet held) {
        held.turns().forEach(turn -> scoreTurn(model, means, turn));
        held.judged().forEach(pair -> scoreJudged(model, pair));
    }

    private void scoreTurn(ScoringModel model, Map<String, Double> means, Turn turn) {
        ClientReading client = model.client(turn.client(), scratch);
        if (!turn.emotions().isEmpty()) {
            emotions.add(told(client.emotions()), turn.emotions());
        }
        Feeling feeling = turn.feeling();
        if (feeling != null) {
            intensityError.add(Math.abs(client.intensity() - feeling.intensity()));
            valenceError.add(Math.abs(client.vad().valence() - feeling.vad().valence()));
        }
        Map<Response, Double> utilities = new IdentityHashMap<>();
        for (Response response : turn.responses()) {
            ReplyReading reply = model.reply(turn.client(), response.text(), scratch);
            utilities.put(response, reply.utility());
            if (response.exemplary() && !turn.strategies().isEmpty()) {
                strategies.add(told(reply.strategies()), turn.strategies());
            }
            response.grades().forEach((criterion, grade) -> {
                var score = reply.rubric().get(criterion);
                if (score != null) {
                    tabulate(criterion, Objects.requireNonNull(scales.get(criterion)), score.score(), grade);
                    if (response.overall() != null) {
                        scoreGrade(score.score(), grade, means.getOrDefault(criterion, 0.0));
                    }
                }
            });
        }
        for (Pair pair : TrainingSet.pairs(turn)) {
            double advantage = utilities.getOrDefault(pair.better(), 0.0) - utilities.getOrDefault(pair.worse(), 0.0);
            pairsRight.add(advantage > 0 ? 1 : 0);
            pairLoss.add(Math.log1p(Math.exp(-advantage)));
        }
    }

    private void scoreGrade(double score, double grade, double mean) {
        rubricError.add(Math.abs(score - grade));
        baselineError.add(Math.abs(mean - grade));
        told.add(Math.rint(score));
        actual.add(grade);
    }

    private void tabulate(String criterion, Rubric.Scale scale, double score, double grade) {
        int[][] table = confusion.computeIfAbsent(criterion, first -> new int[scale.levels()][scale.levels()]);
        table[level(grade, scale)][level(score, scale)]++;
    }

    private static int level(double grade, Rubric.Scale scale) {
        return (int) Math.rint(Math.clamp(grade, scale.lowest(), scale.highest())) - scale.lowest();
    }

    private void scoreJudged(ScoringModel model, JudgedPair pair) {
        if (pair.leftWins() != pair.rightWins()) {
            double advantage = model.reply(pair.client(), pair.left(), scratch).utility()
                    - model.reply(pair.client(), pair.right(), scratch).utility();
            judgedRight.add(advantage > 0 == pair.leftWins() > pair.rightWins() ? 1 : 0);
        }
    }

    private static Set<String> told(List<Label> labels) {
        return LabelChoice.of(labels).stream().map(Label::code).collect(Collectors.toSet());
    }

    private ModelQuality quality(TrainingSet examples, List<CurvePoint> curve) {
        SortedMap<String, List<List<Integer>>> tables = new TreeMap<>();
        confusion.forEach((criterion, table) -> tables.put(
                criterion,
                Stream.of(table).map(row -> IntStream.of(row).boxed().toList()).toList()));
        return new ModelQuality(
                examples.turns().size(),
                examples.responses(),
                pairsRight.count,
                emotions.f1(),
                strategies.f1(),
                intensityError.value(),
                valenceError.value(),
                rubricError.value(),
                baselineError.value(),
                Metrics.quadraticKappa(array(told), array(actual)),
                pairsRight.value(),
                pairLoss.value(),
                tables,
                examples.judged().size(),
                judgedAccuracy(),
                curve);
    }

    private @Nullable Double judgedAccuracy() {
        return judgedRight.count == 0 ? null : judgedRight.value();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }

    private static Map<String, Double> means(TrainingSet examples) {
        Map<String, Mean> means = new TreeMap<>();
        examples.turns()
                .forEach(turn -> turn.responses()
                        .forEach(response -> response.grades()
                                .forEach((criterion, grade) -> means.computeIfAbsent(criterion, first -> new Mean())
                                        .add(grade))));
        return means.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }

    /** A mean that grows. */
    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            sum += value;
            count++;
        }

        double value() {
            return count == 0 ? 0 : sum / count;
        }
    }

    /** Micro-averaged F1. */
    private static final class Hits {
        private int hits;
        private int all;

        void add(Set<String> told, Collection<String> actual) {
            Set<String> both = new HashSet<>(told);
            both.retainAll(actual);
            hits += both.size();
            all += told.size() + actual.size();
        }

        double f1() {
            return all == 0 ? 0 : 2.0 * hits / all;
        }
    }
}
