package dev.attune.scoring.score;

import dev.attune.model.conversation.Message;
import dev.attune.model.conversation.Role;
import dev.attune.model.message.TurnScored.ClientState;
import dev.attune.model.message.TurnScored.EmotionScore;
import dev.attune.model.message.TurnScored.StrategyScore;
import dev.attune.model.vertical.StrategySelector.Felt;
import dev.attune.model.vertical.StrategySelector.State;
import dev.attune.scoring.feature.Scratch;
import dev.attune.scoring.finding.Exchange;
import dev.attune.scoring.finding.Exchange.Stated;
import dev.attune.scoring.finding.Finding;
import dev.attune.scoring.finding.Spoken;
import dev.attune.scoring.finding.Validators;
import dev.attune.scoring.model.LabelChoice;
import dev.attune.scoring.model.ScoringModel;
import dev.attune.scoring.model.ScoringModel.ClientReading;
import dev.attune.scoring.model.ScoringModel.Label;
import dev.attune.scoring.model.ScoringModel.Reason;
import dev.attune.scoring.model.ScoringModel.ReplyReading;
import dev.attune.scoring.score.Scores.ResponseScores;
import dev.attune.scoring.score.Scores.Step;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scores texts. It computes, so never on an event loop; thread-safe. */
@Singleton
public final class TextScorer {

    /** More digits than this say nothing. */
    private static final double PRECISION = 10_000;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final Validators validators;

    TextScorer(Validators validators) {
        this.validators = validators;
    }

    /**
     * Scores a client's message and the replies to it, each score rounded to four digits.
     *
     * @param history what was said before
     * @param stated what metadata state; null for nothing
     */
    public Scores score(
            ScoringModel model, List<Message> history, String client, List<String> replies, @Nullable Stated stated) {
        Scratch scratch = SCRATCH.get();
        ClientReading now = model.client(client, scratch);
        List<ResponseScores> responses = new ArrayList<>(replies.size());
        List<Exchange.Reply> exchanged = new ArrayList<>(replies.size());
        for (String text : replies) {
            ResponseScores scores = response(model.reply(client, text, scratch));
            responses.add(scores);
            exchanged.add(new Exchange.Reply(
                    Spoken.of(text),
                    scores.strategies().stream().map(StrategyScore::strategy).toList()));
        }
        int before = last(history, Role.USER, history.size());
        ClientReading reading =
                before < 0 ? null : model.client(history.get(before).content(), scratch);
        State stateBefore = reading == null ? null : state(reading);
        Exchange exchange = new Exchange(history, Spoken.of(client), stateBefore, state(now), exchanged, stated);
        List<Finding> findings = validators.validate(exchange);
        return new Scores(
                emotions(now), clientState(now), responses, findings, step(model, history, before, reading, scratch));
    }

    /** What moved the scores of each reply, criterion by criterion. */
    public List<SortedMap<String, List<Reason>>> reasons(ScoringModel model, String client, List<String> replies) {
        Scratch scratch = SCRATCH.get();
        return replies.stream()
                .map(reply -> {
                    SortedMap<String, List<Reason>> reasons = model.reasons(client, reply, scratch);
                    reasons.replaceAll((criterion, each) -> each.stream()
                            .map(reason -> new Reason(reason.words(), rounded(reason.weight())))
                            .toList());
                    return reasons;
                })
                .toList();
    }

    private static @Nullable Step step(
            ScoringModel model, List<Message> history, int before, @Nullable ClientReading reading, Scratch scratch) {
        int said = last(history, Role.ASSISTANT, history.size());
        if (reading == null || said < before) {
            return null;
        }
        ReplyReading reply =
                model.reply(history.get(before).content(), history.get(said).content(), scratch);
        return new Step(
                reading.emotions().isEmpty()
                        ? ""
                        : reading.emotions().getFirst().code(),
                rounded(reading.intensity()),
                rounded(reading.vad().valence()),
                LabelChoice.of(reply.strategies()).stream().map(Label::code).toList());
    }

    private static int last(List<Message> history, Role role, int end) {
        for (int at = end - 1; at >= 0; at--) {
            if (history.get(at).role() == role) {
                return at;
            }
        }
        return -1;
    }

    private static List<EmotionScore> emotions(ClientReading reading) {
        return LabelChoice.of(reading.emotions()).stream()
                .map(label -> new EmotionScore(label.code(), rounded(label.confidence())))
                .toList();
    }

    /** The client's state in the taxonomy's terms. */
    public static State state(ClientReading reading) {
        return new State(
                LabelChoice.of(reading.emotions()).stream()
                        .map(label -> new Felt(label.code(), label.confidence()))
                        .toList(),
                reading.intensity());
    }

    private static ClientState clientState(ClientReading reading) {
        return new ClientState(
                rounded(reading.intensity()),
                rounded(reading.vad().valence()),
                rounded(reading.vad().arousal()),
                rounded(reading.vad().dominance()));
    }

    private static ResponseScores response(ReplyReading reading) {
        SortedMap<String, Double> rubric = new TreeMap<>();
        SortedMap<String, Double> confidence = new TreeMap<>();
        reading.rubric().forEach((criterion, grade) -> {
            rubric.put(criterion, rounded(grade.score()));
            confidence.put(criterion, rounded(grade.confidence()));
        });
        return new ResponseScores(
                rubric,
                confidence,
                rounded(reading.utility()),
                LabelChoice.of(reading.strategies()).stream()
                        .map(label -> new StrategyScore(label.code(), rounded(label.confidence())))
                        .toList(),
                rounded(reading.change()));
    }

    static double rounded(double value) {
        return Math.rint(value * PRECISION) / PRECISION;
    }
}
