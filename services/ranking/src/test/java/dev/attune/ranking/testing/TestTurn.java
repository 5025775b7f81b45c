package dev.attune.ranking.testing;

import dev.attune.model.Ids;
import dev.attune.model.conversation.Message;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnChanged.Candidate;
import dev.attune.model.message.TurnChanged.Preference;
import dev.attune.model.message.TurnScored;
import dev.attune.model.message.TurnScored.ResponseScore;
import dev.attune.model.message.TurnState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A turn of a test, with the messages that tell of it. Its responses are in the order of their ids. */
public record TestTurn(String dataset, UUID conversation, UUID id, List<UUID> responses) {

    public static TestTurn in(String dataset, int responses) {
        return new TestTurn(
                dataset,
                Ids.next(),
                Ids.next(),
                Stream.generate(Ids::next)
                        .limit(responses)
                        .sorted((x, y) -> x.toString().compareTo(y.toString()))
                        .toList());
    }

    public static String newDataset() {
        return "dataset-" + UUID.randomUUID();
    }

    public static TestTurn withResponses(int responses) {
        return in(newDataset(), responses);
    }

    public UUID response(int position) {
        return responses.get(position);
    }

    public static String textOf(UUID response) {
        return "the answer " + response;
    }

    public Preference prefers(int chosen, int rejected) {
        return new Preference(response(chosen), response(rejected));
    }

    public TurnChanged complete(Preference... preferences) {
        return changed(1, TurnState.COMPLETE, responses, preferences);
    }

    public TurnChanged changed(long revision, TurnState state, List<UUID> candidates, Preference... preferences) {
        return new TurnChanged(
                dataset,
                null,
                conversation,
                id,
                2,
                revision,
                state,
                List.of(Message.user("I owe money."), Message.assistant("Thank you for telling me.")),
                "What now?",
                candidates.stream()
                        .map(response -> new Candidate(response, textOf(response), "composer"))
                        .toList(),
                List.of(preferences));
    }

    public TurnScored scoredBy(double... utilities) {
        return scored(1, 1, utilities);
    }

    public TurnScored scored(long revision, long turnRevision, double... utilities) {
        List<ResponseScore> scores = new ArrayList<>(IntStream.range(0, utilities.length)
                .mapToObj(item ->
                        new ResponseScore(response(item), Map.of("empathy", 3.5), utilities[item], List.of(), null))
                .toList());
        return new TurnScored(
                dataset,
                conversation,
                id,
                turnRevision,
                revision,
                "model@1",
                "rubric@1",
                List.of(),
                null,
                scores,
                List.of());
    }
}
