package dev.attune.scoring.score;

import dev.attune.model.Ids;
import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnChanged.Candidate;
import dev.attune.model.message.TurnState;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Changed turns for tests. */
public final class Turns {

    private Turns() {}

    /** The first revision of a new turn in a dataset of its own. */
    public static TurnChanged aTurn(String client, String... responses) {
        return new TurnChanged(
                "dataset-" + Ids.next(),
                null,
                Ids.next(),
                Ids.next(),
                1,
                1,
                TurnState.COMPLETE,
                List.of(),
                client,
                Arrays.stream(responses)
                        .map(text -> new Candidate(Ids.next(), text, "author"))
                        .toList(),
                List.of());
    }

    static TurnChanged withRevision(TurnChanged turn, long revision, String client) {
        return new TurnChanged(
                turn.dataset(),
                turn.importId(),
                turn.conversationId(),
                turn.turnId(),
                turn.turnNumber(),
                revision,
                turn.state(),
                turn.history(),
                client,
                turn.candidates(),
                turn.preferences());
    }

    static TurnChanged inDataset(TurnChanged turn, String dataset) {
        return new TurnChanged(
                dataset,
                turn.importId(),
                turn.conversationId(),
                turn.turnId(),
                turn.turnNumber(),
                turn.revision(),
                turn.state(),
                turn.history(),
                turn.text(),
                turn.candidates(),
                turn.preferences());
    }

    public static UUID responseId(TurnChanged turn, int index) {
        return turn.candidates().get(index).responseId();
    }
}
