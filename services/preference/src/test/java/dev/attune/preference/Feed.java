package dev.attune.preference;

import dev.attune.model.message.TurnChanged;
import dev.attune.model.message.TurnRanked;
import dev.attune.model.message.TurnScored;
import dev.attune.preference.projection.ApplyMessages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Gives messages to the service without the way over the broker, for tests of what comes after. */
@ApplicationScoped
public class Feed {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ApplyMessages messages;

    Feed(ApplyMessages messages) {
        this.messages = messages;
    }

    public void turns(TurnChanged... turns) {
        await(messages.turns(List.of(turns)));
    }

    public void scores(TurnScored... scores) {
        await(messages.scores(List.of(scores)));
    }

    public void rankings(TurnRanked... rankings) {
        await(messages.rankings(List.of(rankings)));
    }

    private static void await(Uni<Void> work) {
        work.await().atMost(PATIENCE);
    }
}
