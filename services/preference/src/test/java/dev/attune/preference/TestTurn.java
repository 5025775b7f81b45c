package dev.attune.preference;

import dev.attune.model.Ids;
import dev.attune.model.conversation.Message;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnRanked.PairEstimate;
import dev.attune.model.message.TurnRanked.Strength;
import dev.attune.model.message.TurnRanked.Tally;
import dev.attune.model.message.TurnScored;
import dev.attune.model.message.TurnState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A turn for tests, and the messages that other services would send of it. */
public record TestTurn(
        String dataset,
        @Nullable UUID importId,
        UUID conversationId,
        int number,
        UUID id,
        List<Message> history,
        String text,
        List<UUID> responses,
        List<String> texts) {

    public static final Tally NONE = Tally.NONE;

    /** The first turn of a fresh conversation, with these responses. */
    public static TestTurn of(String dataset, String... texts) {
        return of(dataset, null, texts);
    }

    public static TestTurn of(String dataset, @Nullable UUID importId, String... texts) {
        return new TestTurn(
                dataset,
                importId,
                Ids.next(),
                1,
                Ids.next(),
                List.of(),
                "I am afraid of my mortgage.",
                responses(texts),
                List.of(texts));
    }

    /** In the order of pairs, so that a pair's first response is the first here too. */
    private static List<UUID> responses(String... texts) {
        return Stream.of(texts)
                .map(text -> Ids.next())
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    /** A dataset that no other test has. */
    public static String freshDataset() {
        return "d-" + Ids.next();
    }

    /** The turn after this one, in the same conversation. */
    public TestTurn next(String answer, String says, String... nextTexts) {
        List<Message> longer = new ArrayList<>(history);
        longer.add(Message.user(text));
        longer.add(Message.assistant(answer));
        return new TestTurn(
                dataset,
                importId,
                conversationId,
                number + 1,
                Ids.next(),
                longer,
                says,
                responses(nextTexts),
                List.of(nextTexts));
    }

    public TestTurn withHistory(Message... messages) {
        return new TestTurn(dataset, importId, conversationId, number, id, List.of(messages), text, responses, texts);
    }

    /** The same turn with its responses cut down to the first of them. */
    public TestTurn keeping(int count) {
        return new TestTurn(
                dataset,
                importId,
                conversationId,
                number,
                id,
                history,
                text,
                responses.subList(0, count),
                texts.subList(0, count));
    }

    public UUID response(int index) {
        return responses.get(index);
    }

    public TurnChanged changed(long revision, TurnState state) {
        List<TurnChanged.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < responses.size(); i++) {
            candidates.add(new TurnChanged.Candidate(responses.get(i), texts.get(i), "imported"));
        }
        return new TurnChanged(
                dataset, importId, conversationId, id, number, revision, state, history, text, candidates, List.of());
    }

    public TurnChanged changed(long revision) {
        return changed(revision, TurnState.COMPLETE);
    }

    public TurnScored scored(long turnRevision, long revision) {
        List<TurnScored.ResponseScore> scores = responses.stream()
                .map(response -> new TurnScored.ResponseScore(response, Map.of("empathy", 3.0), 0.5, List.of(), null))
                .toList();
        return new TurnScored(
                dataset,
                conversationId,
                id,
                turnRevision,
                revision,
                "pairwise@abc",
                "finance@def",
                List.of(new TurnScored.EmotionScore("fear", 0.9)),
                null,
                scores,
                List.of());
    }

    /** A ranking in which the first response has strength 0, the second -1, and so on. */
    public TurnRanked ranked(long turnRevision, long scoreRevision, long revision, PairEstimate... pairs) {
        List<Strength> strengths = new ArrayList<>();
        for (int i = 0; i < responses.size(); i++) {
            strengths.add(new Strength(responses.get(i), -i, 0.25));
        }
        return new TurnRanked(
                dataset,
                conversationId,
                id,
                turnRevision,
                scoreRevision,
                revision,
                "pairwise@abc",
                strengths,
                List.of(pairs));
    }

    /** A pair that nobody judged. */
    public PairEstimate automated(int a, int b, double probability) {
        return estimate(a, b, probability, NONE, NONE);
    }

    public PairEstimate human(int a, int b, double probability, Tally tally, UUID... judgments) {
        return estimate(a, b, probability, tally, NONE, judgments);
    }

    public PairEstimate imported(int a, int b, double probability, Tally tally, UUID... judgments) {
        return estimate(a, b, probability, NONE, tally, judgments);
    }

    private PairEstimate estimate(int a, int b, double probability, Tally human, Tally imported, UUID... judgments) {
        return new PairEstimate(
                responses.get(a),
                responses.get(b),
                probability,
                probability / 2,
                (1 + probability) / 2,
                human,
                imported,
                List.of(judgments));
    }
}
