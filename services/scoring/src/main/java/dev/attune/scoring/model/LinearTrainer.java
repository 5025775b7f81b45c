package dev.attune.scoring.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.model.Json;
import dev.attune.model.rubric.Rubric;
import dev.attune.scoring.feature.ClientMessage;
import dev.attune.scoring.feature.ClientTraits;
import dev.attune.scoring.feature.Describer;
import dev.attune.scoring.feature.Document;
import dev.attune.scoring.feature.Lexicon;
import dev.attune.scoring.feature.Reply;
import dev.attune.scoring.feature.ReplyTraits;
import dev.attune.scoring.feature.SparseVector;
import dev.attune.scoring.feature.Vectoriser;
import dev.attune.scoring.feature.Vectoriser.Shape;
import dev.attune.scoring.learn.Cuts;
import dev.attune.scoring.learn.Folds;
import dev.attune.scoring.learn.Heads;
import dev.attune.scoring.learn.HeldOut;
import dev.attune.scoring.learn.LabelLearner;
import dev.attune.scoring.learn.LabelLearner.Decision;
import dev.attune.scoring.learn.LabelLearner.Settings;
import dev.attune.scoring.learn.LinearLearner;
import dev.attune.scoring.learn.LinearLearner.LinearModel;
import dev.attune.scoring.learn.Thresholds;
import dev.attune.scoring.model.LinearScoringModel.Criterion;
import dev.attune.scoring.model.LinearScoringModel.Labels;
import dev.attune.scoring.model.TrainingSet.Feeling;
import dev.attune.scoring.model.TrainingSet.Pair;
import dev.attune.scoring.model.TrainingSet.Response;
import dev.attune.scoring.model.TrainingSet.Sample;
import dev.attune.scoring.model.TrainingSet.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Trains the linear models of one form. Shapes and costs were chosen on held-out conversations of the seed corpus: n-grams of few
 * conversations are names and matters of one client, so they do not count.
 */
public final class LinearTrainer implements Learner {

    /** To be raised with every change of what is trained or described, or how. */
    private static final String VERSION = "linear-5";

    private static final Shape CLIENTS = new Shape(3, 4, false, false, 0.3, false);
    private static final Shape REPLIES = new Shape(2, 4, false, false, 0.03, true);
    private static final Settings EMOTIONS = new Settings(2, 0, 0.4, false);
    private static final Settings STRATEGIES = new Settings(0.5, 0.7, 0.4, false);
    private static final int LABEL_FOLDS = 3;
    private static final int FOLDS = 5;
    private static final double NUMBER_COST = 0.5;
    private static final double PAIR_COST = 3;
    /** A pair counts as often as it differs in grades, or as people judged it; more adds nothing. */
    private static final int MOST_REPEATS = 4;

    private static final int FEWEST_CHANGES = 20;

    private final LinearLearner learner;
    private final Lexicon lexicon;
    private final ClientTraits clientTraits;
    private final Describer replyTraits;

    public LinearTrainer(LinearLearner learner, Lexicon lexicon) {
        this(learner, lexicon, new ReplyTraits(lexicon));
    }

    LinearTrainer(LinearLearner learner, Lexicon lexicon, Describer replyTraits) {
        this.learner = learner;
        this.lexicon = lexicon;
        this.clientTraits = new ClientTraits(lexicon);
        this.replyTraits = replyTraits;
    }

    @Override
    public String form() {
        return VERSION + "+" + lexicon.hash();
    }

    @Override
    public String provenance() {
        Map<String, Map<String, String>> tasks = new TreeMap<>();
        tasks.put("emotions", learner.binaryProvenance(EMOTIONS.cost()));
        tasks.put("strategies", learner.binaryProvenance(STRATEGIES.cost()));
        tasks.put("preferences", learner.binaryProvenance(PAIR_COST));
        tasks.put("rubric, state, change", learner.numbersProvenance(NUMBER_COST));
        try {
            return Json.mapper().writeValueAsString(tasks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts are always JSON", e);
        }
    }

    @Override
    public ScoringModel restore(byte[] bytes) {
        return LinearScoringModel.read(bytes, clientTraits, replyTraits);
    }

    @Override
    public ScoringModel train(TrainingSet set) {
        Clients clients = new Clients(set);
        Replies replies = new Replies(set);
        List<Runnable> halves = List.of(clients::learn, replies::learn);
        halves.parallelStream().forEach(Runnable::run);
        return new LinearScoringModel(
                clients.vectoriser,
                Heads.of(clients.models),
                clients.labels(),
                replies.vectoriser,
                Heads.of(replies.models),
                replies.labels(),
                replies.criteria);
    }

    /**
     * Labels learnt side by side. Where most have too few examples for a threshold of their own, all are told from one
     * common probability on.
     */
    private record Told(List<LinearModel> models, Labels labels) {

        static final Told NOTHING = new Told(List.of(), new Labels(List.of(), new float[0]));

        static Told learn(LabelLearner learner, List<String> codes, boolean common, Function<String, boolean[]> who) {
            List<boolean[]> has = codes.stream().map(who).toList();
            List<Decision> decisions = has.parallelStream().map(learner::learn).toList();
            float[] thresholds = new float[codes.size()];
            double together =
                    Thresholds.commonF1(decisions.stream().map(Told::calibrated).toList(), has);
            for (int i = 0; i < thresholds.length; i++) {
                Decision decision = decisions.get(i);
                thresholds[i] = (float) (common ? together : decision.threshold() + decision.shift());
            }
            return new Told(
                    decisions.stream()
                            .map(decision -> new LinearModel(
                                    decision.model().weights(), decision.model().bias() + decision.shift()))
                            .toList(),
                    new Labels(codes, thresholds));
        }

        private static double[] calibrated(Decision decision) {
            return Arrays.stream(decision.held())
                    .map(score -> score + decision.shift())
                    .toArray();
        }
    }

    /** Learns numbers as distances from their mean, since the learner shrinks a bias like any weight. */
    private static LinearModel numbers(LinearLearner.Examples examples, int[] rows, double[] targets) {
        double mean =
                IntStream.of(rows).mapToDouble(row -> targets[row]).average().orElse(0);
        double[] distances = Arrays.stream(targets).map(target -> target - mean).toArray();
        LinearModel model = examples.numbers(rows, distances, NUMBER_COST);
        return new LinearModel(model.weights(), model.bias() + mean);
    }

    /** What is learnt of clients' messages. */
    private final class Clients {
        private final TrainingSet set;
        private final List<Turn> turns;
        private final List<ClientMessage> documents = new ArrayList<>();
        private final List<String> groups = new ArrayList<>();
        private final Vectoriser vectoriser;
        private final List<LinearModel> models = new ArrayList<>();
        private Told emotions = Told.NOTHING;

        Clients(TrainingSet set) {
            this.set = set;
            this.turns = set.turns().stream()
                    .filter(turn -> !turn.emotions().isEmpty())
                    .toList();
            for (Turn turn : turns) {
                documents.add(new ClientMessage(turn.client()));
                groups.add(turn.conversation());
            }
            vectoriser = Vectoriser.learn(documents, groups, CLIENTS, clientTraits);
            for (int i = 0; i < set.emotions().size(); i++) {
                documents.add(new ClientMessage(set.emotions().get(i).text()));
                groups.add("sample " + i);
            }
        }

        void learn() {
            List<SparseVector> vectors = vectoriser.of(documents);
            Set<String> codes = new TreeSet<>();
            turns.forEach(turn -> codes.addAll(turn.emotions()));
            LabelLearner labels =
                    LabelLearner.over(learner, vectors, Folds.of(groups, LABEL_FOLDS), vectoriser.features(), EMOTIONS);
            int labelled = turns.size();
            emotions = Told.learn(labels, List.copyOf(codes), true, code -> {
                boolean[] has = new boolean[documents.size()];
                for (int i = 0; i < has.length; i++) {
                    has[i] = i < labelled
                            ? turns.get(i).emotions().contains(code)
                            : set.emotions().get(i - labelled).code().equals(code);
                }
                return has;
            });
            models.addAll(emotions.models());
            LinearLearner.Examples shared = learner.over(vectors.subList(0, labelled), vectoriser.features());
            models.add(feeling(shared, Feeling::intensity));
            models.add(feeling(shared, feeling -> feeling.vad().valence()));
            models.add(feeling(shared, feeling -> feeling.vad().arousal()));
            models.add(feeling(shared, feeling -> feeling.vad().dominance()));
        }

        private LinearModel feeling(LinearLearner.Examples shared, ToDoubleFunction<Feeling> number) {
            double[] targets = new double[turns.size()];
            int[] rows = IntStream.range(0, targets.length)
                    .filter(i -> {
                        Feeling feeling = turns.get(i).feeling();
                        targets[i] = feeling == null ? 0 : number.applyAsDouble(feeling);
                        return feeling != null;
                    })
                    .toArray();
            return numbers(shared, rows, targets);
        }

        Labels labels() {
            return emotions.labels();
        }
    }

    /** What is learnt of replies. */
    private final class Replies {
        private final TrainingSet set;
        private final List<Document> documents = new ArrayList<>();
        private final List<String> groups = new ArrayList<>();
        private final List<Response> responses = new ArrayList<>();
        private final List<Turn> turns = new ArrayList<>();
        private final Map<Response, Integer> places = new IdentityHashMap<>();
        private final Vectoriser vectoriser;
        private final List<LinearModel> models = new ArrayList<>();
        private Told strategies = Told.NOTHING;
        private final List<Criterion> criteria = new ArrayList<>();

        Replies(TrainingSet set) {
            this.set = set;
            for (Turn turn : set.turns()) {
                for (Response response : turn.responses()) {
                    places.put(response, documents.size());
                    documents.add(new Reply(response.text(), turn.client()));
                    groups.add(turn.conversation());
                    responses.add(response);
                    turns.add(turn);
                }
            }
            vectoriser = Vectoriser.learn(documents, groups, REPLIES, replyTraits);
        }

        void learn() {
            List<SparseVector> vectors = vectoriser.of(documents);
            learnStrategies(vectors);
            LinearLearner.Examples shared = learner.over(vectors, vectoriser.features());
            Folds folds = Folds.of(groups, FOLDS);
            List<String> codes = set.scales().keySet().stream()
                    .filter(code -> responses.stream()
                            .anyMatch(response -> response.grades().containsKey(code)))
                    .toList();
            List<Graded> graded = codes.parallelStream()
                    .map(code -> grade(code, vectors, shared, folds))
                    .toList();
            graded.forEach(each -> {
                criteria.add(each.criterion());
                models.add(each.model());
            });
            models.add(utility(vectors));
            models.add(change(shared));
        }

        private void learnStrategies(List<SparseVector> replies) {
            List<SparseVector> vectors = new ArrayList<>();
            List<String> itsGroups = new ArrayList<>();
            List<Set<String>> shown = new ArrayList<>();
            for (int i = 0; i < responses.size(); i++) {
                if (responses.get(i).exemplary() && !turns.get(i).strategies().isEmpty()) {
                    vectors.add(replies.get(i));
                    itsGroups.add(groups.get(i));
                    shown.add(turns.get(i).strategies());
                }
            }
            for (Sample sample : set.strategies()) {
                itsGroups.add("sample " + itsGroups.size());
                shown.add(Set.of(sample.code()));
            }
            vectors.addAll(vectoriser.of(set.strategies().stream()
                    .map(sample -> new Reply(sample.text(), ""))
                    .toList()));
            LabelLearner labels = LabelLearner.over(
                    learner, vectors, Folds.of(itsGroups, LABEL_FOLDS), vectoriser.features(), STRATEGIES);
            Set<String> codes = new TreeSet<>();
            shown.forEach(codes::addAll);
            strategies = Told.learn(labels, List.copyOf(codes), false, code -> {
                boolean[] has = new boolean[shown.size()];
                for (int i = 0; i < has.length; i++) {
                    has[i] = shown.get(i).contains(code);
                }
                return has;
            });
            models.addAll(strategies.models());
        }

        private record Graded(Criterion criterion, LinearModel model) {}

        /** Learns of the rows that were graded; cuts and confidence are of models that had not seen them. */
        private Graded grade(String code, List<SparseVector> vectors, LinearLearner.Examples shared, Folds folds) {
            Rubric.Scale scale = Objects.requireNonNull(set.scales().get(code));
            double[] grades = responses.stream()
                    .mapToDouble(response -> response.grades().getOrDefault(code, Double.NaN))
                    .toArray();
            int[] rows = IntStream.range(0, grades.length)
                    .filter(row -> !Double.isNaN(grades[row]))
                    .toArray();
            double[] held = HeldOut.scores(
                    vectors,
                    folds,
                    others -> numbers(
                            shared,
                            IntStream.of(others)
                                    .filter(row -> !Double.isNaN(grades[row]))
                                    .toArray(),
                            grades));
            double[] told = IntStream.of(rows).mapToDouble(row -> held[row]).toArray();
            double[] actual = IntStream.of(rows).mapToDouble(row -> grades[row]).toArray();
            Cuts cuts = Cuts.tune(told, actual, scale.lowest(), scale.highest());
            return new Graded(new Criterion(code, cuts, near(cuts, told, actual)), numbers(shared, rows, grades));
        }

        /** By level, how often a grade that was told was within one of the true one; one half where none was. */
        private static float[] near(Cuts cuts, double[] numbers, double[] actual) {
            float[] near = new float[cuts.cuts().length + 1];
            double[] told = new double[near.length];
            double[] right = new double[near.length];
            for (int i = 0; i < actual.length; i++) {
                int level = (int) Math.rint(cuts.grade(numbers[i])) - cuts.lowest();
                told[level]++;
                right[level] += Math.abs(level + cuts.lowest() - actual[i]) <= 1 ? 1 : 0;
            }
            for (int level = 0; level < near.length; level++) {
                near[level] = (float) ((right[level] + 1) / (told[level] + 2));
            }
            return near;
        }

        /** Each pair in both orders and without a bias, so that neither side is favoured. */
        private LinearModel utility(List<SparseVector> vectors) {
            List<SparseVector> differences = new ArrayList<>();
            for (Pair pair : set.pairs()) {
                SparseVector better = vectors.get(places.getOrDefault(pair.better(), 0));
                SparseVector worse = vectors.get(places.getOrDefault(pair.worse(), 0));
                repeat(differences, better.minus(worse), pair.margin());
            }
            List<Reply> left = set.judged().stream()
                    .map(pair -> new Reply(pair.left(), pair.client()))
                    .toList();
            List<Reply> right = set.judged().stream()
                    .map(pair -> new Reply(pair.right(), pair.client()))
                    .toList();
            List<SparseVector> leftVectors = vectoriser.of(left);
            List<SparseVector> rightVectors = vectoriser.of(right);
            for (int i = 0; i < left.size(); i++) {
                JudgedPair pair = set.judged().get(i);
                repeat(differences, leftVectors.get(i).minus(rightVectors.get(i)), pair.leftWins());
                repeat(differences, rightVectors.get(i).minus(leftVectors.get(i)), pair.rightWins());
            }
            int size = differences.size();
            SparseVector nothing = new SparseVector(new int[0], new float[0]);
            boolean[] first = new boolean[2 * size];
            for (int i = 0; i < size; i++) {
                first[i] = true;
                differences.add(nothing.minus(differences.get(i)));
            }
            LinearModel model = learner.over(differences, vectoriser.features())
                    .binary(IntStream.range(0, 2 * size).toArray(), first, PAIR_COST, 1);
            return new LinearModel(model.weights(), 0);
        }

        private static void repeat(List<SparseVector> into, SparseVector difference, double weight) {
            int times = weight <= 0 ? 0 : (int) Math.clamp(Math.rint(weight), 1, MOST_REPEATS);
            for (int i = 0; i < times; i++) {
                into.add(difference);
            }
        }

        private LinearModel change(LinearLearner.Examples shared) {
            double[] targets = new double[responses.size()];
            int[] rows = IntStream.range(0, targets.length)
                    .filter(i -> {
                        Double change = responses.get(i).change();
                        targets[i] = change == null ? 0 : change;
                        return change != null;
                    })
                    .toArray();
            return rows.length < FEWEST_CHANGES
                    ? new LinearModel(new float[vectoriser.features()], 0)
                    : numbers(shared, rows, targets);
        }

        Labels labels() {
            return strategies.labels();
        }
    }
}
