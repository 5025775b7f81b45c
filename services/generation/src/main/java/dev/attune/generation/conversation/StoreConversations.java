package dev.attune.generation.conversation;

import dev.attune.generation.conversation.Conversation.Origin;
import dev.attune.generation.conversation.ConversationStore.Known;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores conversations once each and tells of their turns, in one transaction. */
@ApplicationScoped
public class StoreConversations {

    private final ConversationStore conversations;
    private final TurnPublisher publisher;

    StoreConversations(ConversationStore conversations, TurnPublisher publisher) {
        this.conversations = conversations;
        this.publisher = publisher;
    }

    private record Identity(String dataset, String source, String key) {

        static Identity of(Conversation conversation) {
            Origin origin = conversation.origin();
            return new Identity(origin.dataset(), origin.source(), conversation.key());
        }
    }

    /** Stores those that are new; one outcome for each, in their order. Of equal ones in the list the first counts. */
    public Uni<List<StoreOutcome>> store(SqlConnection connection, List<Conversation> batch) {
        Map<Identity, Conversation> firsts = new LinkedHashMap<>();
        batch.forEach(conversation -> firsts.putIfAbsent(Identity.of(conversation), conversation));
        return conversations
                .insert(connection, List.copyOf(firsts.values()))
                .call(known -> publisher.publish(connection, notIn(known, firsts)))
                .map(known -> outcomes(batch, firsts, known));
    }

    private static List<Conversation> notIn(Map<UUID, Known> known, Map<Identity, Conversation> firsts) {
        return firsts.values().stream()
                .filter(conversation -> !known.containsKey(conversation.id()))
                .toList();
    }

    private static List<StoreOutcome> outcomes(
            List<Conversation> batch, Map<Identity, Conversation> firsts, Map<UUID, Known> known) {
        Map<Identity, Known> stored = new HashMap<>();
        firsts.forEach((identity, first) ->
                stored.put(identity, known.getOrDefault(first.id(), new Known(first.id(), first.contentHash()))));
        List<StoreOutcome> outcomes = new ArrayList<>();
        for (Conversation conversation : batch) {
            outcomes.add(outcome(conversation, stored.get(Identity.of(conversation))));
        }
        return outcomes;
    }

    /** A batch that is written again after a lost answer of the database finds its own rows: they are accepted still. */
    private static StoreOutcome outcome(Conversation conversation, @Nullable Known stored) {
        if (stored == null || stored.id().equals(conversation.id())) {
            return new StoreOutcome.Accepted(conversation);
        }
        return stored.contentHash().equals(conversation.contentHash())
                ? new StoreOutcome.Unchanged(stored.id())
                : new StoreOutcome.ExternalIdReused(stored.id());
    }
}
