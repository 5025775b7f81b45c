package dev.attune.scoring.model.tribuo;

import dev.attune.scoring.feature.Features;
import dev.attune.scoring.model.ScoringModel;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Model;
import org.tribuo.VariableIDInfo;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.MultiLabelFactory;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.Regressor.DimensionTuple;

/** Three linear models of Tribuo. */
final class TribuoModel implements ScoringModel {

    private static final double LOWEST = 1;
    private static final double HIGHEST = 5;
    private static final MultiLabelFactory EMOTIONS = new MultiLabelFactory();
    private static final RegressionFactory GRADES = new RegressionFactory();

    private final Model<MultiLabel> emotions;
    private final Model<Regressor> rubric;
    private final LinearSGDModel pairs;
    private final Map<String, Double> utilityWeights;

    TribuoModel(Model<MultiLabel> emotions, Model<Regressor> rubric, LinearSGDModel pairs) {
        this.emotions = emotions;
        this.rubric = rubric;
        this.pairs = pairs;
        this.utilityWeights = utilityWeights(pairs);
    }

    @Override
    public Map<String, Double> emotions(Features client) {
        Map<String, Double> confidences = new TreeMap<>();
        emotions.predict(TribuoExamples.unknown(EMOTIONS, client))
                .getOutputScores()
                .forEach((emotion, label) -> confidences.put(
                        emotion, label.getLabelScore(new Label(emotion)).orElse(0)));
        return confidences;
    }

    @Override
    public Map<String, Double> rubric(Features response) {
        Map<String, Double> scores = new TreeMap<>();
        for (DimensionTuple score :
                rubric.predict(TribuoExamples.unknown(GRADES, response)).getOutput()) {
            scores.put(score.getName(), Math.clamp(TribuoExamples.MIDDLE_GRADE + score.getValue(), LOWEST, HIGHEST));
        }
        return scores;
    }

    @Override
    public double utility(Features response) {
        return response.dot(utilityWeights);
    }

    @Override
    public byte[] toBytes() {
        return ModelArchive.write(emotions, rubric, pairs);
    }

    /**
     * The logit of "the first is better" is linear in the difference of two responses, hence the difference of a linear
     * value of each. Bias and constant are left out: they are no trait of a response, and without them swapping the
     * two responses turns the sign exactly.
     */
    private static Map<String, Double> utilityWeights(LinearSGDModel pairs) {
        DenseMatrix weights = pairs.getWeightsCopy();
        int first = pairs.getOutputIDInfo().getID(TribuoExamples.FIRST);
        int second = pairs.getOutputIDInfo().getID(TribuoExamples.SECOND);
        Map<String, Double> byFeature = new HashMap<>();
        for (VariableInfo feature : pairs.getFeatureIDMap()) {
            int id = ((VariableIDInfo) feature).getID();
            byFeature.put(feature.getName(), weights.get(first, id) - weights.get(second, id));
        }
        return byFeature;
    }
}
