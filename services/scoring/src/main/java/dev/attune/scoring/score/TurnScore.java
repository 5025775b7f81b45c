package dev.attune.scoring.score;

import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnScored;
import dev.attune.model.message.TurnScored.ResponseScore;
import dev.attune.scoring.registry.RegisteredModel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A turn and what a model says of it.
 *
 * @param turn the turn as it was scored
 * @param model the model that scored it
 * @param scores its scores, responses in the order of the turn's candidates
 */
public record TurnScore(TurnChanged turn, RegisteredModel model, Scores scores) {

    /** The scores by response. */
    public List<ResponseScore> responses() {
        return IntStream.range(0, turn.candidates().size())
                .mapToObj(i -> {
                    Scores.ResponseScores score = scores.responses().get(i);
                    return new ResponseScore(
                            turn.candidates().get(i).responseId(),
                            score.rubric(),
                            score.utility(),
                            score.strategies(),
                            score.change());
                })
                .toList();
    }

    /** The findings by response. */
    public List<TurnScored.Finding> findings() {
        return scores.findings().stream()
                .map(finding -> {
                    Integer reply = finding.reply();
                    return new TurnScored.Finding(
                            finding.code(),
                            finding.severity().code(),
                            reply == null ? null : turn.candidates().get(reply).responseId(),
                            finding.words(),
                            finding.why());
                })
                .toList();
    }

    /** The message that tells of it. */
    TurnScored message(long revision) {
        return new TurnScored(
                turn.dataset(),
                turn.conversationId(),
                turn.turnId(),
                turn.revision(),
                revision,
                model.version(),
                model.rubric(),
                scores.emotions(),
                scores.state(),
                responses(),
                findings());
    }
}
