package dev.attune.ranking.strength;

import dev.attune.model.judgment.JudgmentOrigin;
import dev.attune.model.judgment.Outcome;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.ranking.comparison.ResponsePair;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Counts judgments of one pair. */
final class Tallies {

    private Tallies() {}

    /** What the verdicts of this origin say, whichever side the responses stood on. */
    static Tally of(ResponsePair pair, List<Verdict> verdicts, JudgmentOrigin origin) {
        List<Verdict> counted =
                verdicts.stream().filter(verdict -> verdict.origin() == origin).toList();
        return new Tally(
                count(counted, verdict -> isFor(pair.a(), verdict)),
                count(counted, verdict -> isFor(pair.b(), verdict)),
                count(counted, verdict -> verdict.outcome() == Outcome.TIE),
                count(counted, verdict -> verdict.outcome() == Outcome.BOTH_BAD));
    }

    private static boolean isFor(UUID response, Verdict verdict) {
        return (verdict.outcome() == Outcome.LEFT && verdict.left().equals(response))
                || (verdict.outcome() == Outcome.RIGHT && verdict.right().equals(response));
    }

    private static int count(List<Verdict> verdicts, Predicate<Verdict> condition) {
        return (int) verdicts.stream().filter(condition).count();
    }
}
