package dev.attune.scoring.model.tribuo;

import dev.attune.scoring.feature.Features;
import dev.attune.scoring.model.TrainingSet;
import dev.attune.scoring.model.TrainingSet.Pair;
import dev.attune.scoring.model.TrainingSet.Response;
import dev.attune.scoring.model.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.MultiLabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Examples in Tribuo's terms. */
final class TribuoExamples {

    /** The first of a pair of responses is the better one. */
    static final Label FIRST = new Label("first");

    /** The second is. */
    static final Label SECOND = new Label("second");

    /** Grades are learnt as distances from the middle, so that a response of which nothing is known lies there. */
    static final double MIDDLE_GRADE = 3;

    /** Tribuo refuses an example of which it knows no feature; this one is in each of them. */
    private static final String CONSTANT = "constant";

    /** A word of one conversation alone names its client's matters. */
    private static final int CLIENT_CONVERSATIONS = 8;

    private static final int RESPONSE_CONVERSATIONS = 4;

    /** A plain word of feeling is to be heard among many turns as it is among few, so a hint counts once in so many of them. */
    private static final double TURNS_A_HINT = 10;

    private TribuoExamples() {}

    static Dataset<MultiLabel> emotions(TrainingSet examples) {
        Set<String> words = Vocabulary.ofClients(examples, CLIENT_CONVERSATIONS);
        Stream<Example<MultiLabel>> turns = examples.turns().stream()
                .filter(turn -> !turn.emotions().isEmpty())
                .map(turn -> example(labels(turn.emotions()), turn.client().within(words)));
        double hintWeight = Math.max(1, examples.turns().size() / TURNS_A_HINT);
        Stream<Example<MultiLabel>> hints = examples.hints().stream()
                .map(hint -> weighted(labels(Set.of(hint.emotion())), hint.client(), hintWeight));
        return dataset("emotions", new MultiLabelFactory(), Stream.concat(turns, hints));
    }

    static Dataset<Regressor> rubric(TrainingSet examples) {
        Set<String> words = Vocabulary.ofResponses(examples, RESPONSE_CONVERSATIONS);
        return dataset(
                "rubric",
                new RegressionFactory(),
                examples.responses().stream()
                        .map(response ->
                                example(regressor(response), response.features().within(words))));
    }

    /** Each pair in both orders, so that neither side is favoured. */
    static Dataset<Label> pairs(TrainingSet examples) {
        Set<String> words = Vocabulary.ofResponses(examples, RESPONSE_CONVERSATIONS);
        return dataset("pairs", new LabelFactory(), examples.pairs().stream().flatMap(pair -> bothOrders(pair, words)));
    }

    /** An example whose output is to be told. */
    static <T extends Output<T>> Example<T> unknown(OutputFactory<T> factory, Features features) {
        return example(factory.getUnknownOutput(), features);
    }

    private static Stream<Example<Label>> bothOrders(Pair pair, Set<String> words) {
        Features better = pair.better().within(words);
        Features worse = pair.worse().within(words);
        return Stream.of(
                weighted(FIRST, better.minus(worse), pair.margin()),
                weighted(SECOND, worse.minus(better), pair.margin()));
    }

    private static <T extends Output<T>> Example<T> weighted(T output, Features features, double weight) {
        Example<T> example = example(output, features);
        example.setWeight((float) weight);
        return example;
    }

    private static <T extends Output<T>> Example<T> example(T output, Features features) {
        Collection<Double> values = features.values().values();
        Example<T> example = new ArrayExample<>(
                output,
                features.values().keySet().toArray(String[]::new),
                values.stream().mapToDouble(Double::doubleValue).toArray());
        example.add(new Feature(CONSTANT, 1.0));
        return example;
    }

    private static MultiLabel labels(Set<String> emotions) {
        return new MultiLabel(emotions.stream().map(Label::new).collect(Collectors.toSet()));
    }

    private static Regressor regressor(Response response) {
        Map<String, Double> grades = new TreeMap<>(response.grades());
        return new Regressor(
                grades.keySet().toArray(String[]::new),
                grades.values().stream()
                        .mapToDouble(grade -> grade - MIDDLE_GRADE)
                        .toArray());
    }

    private static <T extends Output<T>> Dataset<T> dataset(
            String name, OutputFactory<T> factory, Stream<Example<T>> examples) {
        List<Example<T>> list = examples.toList();
        return new MutableDataset<>(list, new SimpleDataSourceProvenance(name, factory), factory);
    }
}
