package dev.attune.ranking.strength;

import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnRanked.PairEstimate;
import dev.attune.model.message.TurnRanked.Strength;
import dev.attune.ranking.comparison.ResponsePair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the ranking of one turn out of its inputs. */
final class TurnRanking {

    private final RankingInput input;
    private final Map<UUID, Integer> index = new HashMap<>();
    private final Map<ResponsePair, List<Verdict>> verdicts;
    private final Posterior posterior;

    private TurnRanking(RankingInput input, double priorDeviation) {
        this.input = input;
        for (UUID response : input.responses()) {
            index.put(response, index.size());
        }
        // Judgments of responses that the turn no longer has say nothing about those that it has.
        this.verdicts = input.verdicts().stream()
                .filter(verdict -> index.containsKey(verdict.left()) && index.containsKey(verdict.right()))
                .collect(Collectors.groupingBy(verdict -> ResponsePair.of(verdict.left(), verdict.right())));
        this.posterior = new BradleyTerry(prior(), priorDeviation, wins()).posterior();
    }

    /**
     * Ranks the responses.
     *
     * @param priorDeviation how far a strength may lie from what the scores say, one standard deviation in logits
     */
    static TurnRanked of(RankingInput input, double priorDeviation) {
        TurnRanking ranking = new TurnRanking(input, priorDeviation);
        return new TurnRanked(
                input.dataset(),
                input.conversationId(),
                input.turnId(),
                input.turnRevision(),
                input.scoreRevision(),
                input.lastRevision() + 1,
                input.model(),
                ranking.strengths(),
                ranking.pairs());
    }

    private double[] prior() {
        double mean = input.utilities().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return input.utilities().stream().mapToDouble(utility -> utility - mean).toArray();
    }

    private double[][] wins() {
        double[][] wins = new double[index.size()][index.size()];
        for (List<Verdict> ofPair : verdicts.values()) {
            for (Verdict verdict : ofPair) {
                int left = item(verdict.left());
                int right = item(verdict.right());
                wins[left][right] += verdict.leftShare();
                wins[right][left] += verdict.rightShare();
            }
        }
        return wins;
    }

    private List<Strength> strengths() {
        return IntStream.range(0, input.responses().size())
                .mapToObj(item ->
                        new Strength(input.responses().get(item), posterior.mean(item), posterior.deviation(item)))
                .sorted(Comparator.comparingDouble(Strength::value).reversed())
                .toList();
    }

    private List<PairEstimate> pairs() {
        List<PairEstimate> pairs = new ArrayList<>();
        for (ResponsePair pair : ResponsePair.among(input.responses())) {
            List<Verdict> ofPair = verdicts.getOrDefault(pair, List.of());
            Probability probability = posterior.beats(item(pair.a()), item(pair.b()));
            pairs.add(new PairEstimate(
                    pair.a(),
                    pair.b(),
                    probability.value(),
                    probability.low(),
                    probability.high(),
                    Tallies.of(pair, ofPair, JudgmentOrigin.HUMAN),
                    Tallies.of(pair, ofPair, JudgmentOrigin.IMPORTED),
                    ofPair.stream().map(Verdict::judgment).toList()));
        }
        return pairs;
    }

    private int item(UUID response) {
        return index.getOrDefault(response, -1);
    }
}
