package dev.attune.generation.conversation;

import dev.attune.foundation.problem.ProblemException;
import dev.attune.generation.conversation.Conversation.Origin;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds one conversation. */
@ApplicationScoped
public class AddConversation {

    private final ConversationFactory factory;
    private final ConversationStore store;
    private final StoreConversations storeConversations;
    private final ConversationQueries conversations;

    AddConversation(
            ConversationFactory factory,
            ConversationStore store,
            StoreConversations storeConversations,
            ConversationQueries conversations) {
        this.factory = factory;
        this.store = store;
        this.storeConversations = storeConversations;
        this.conversations = conversations;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** It is new. */
        record Accepted(Conversation conversation) implements Outcome {}

        /** It was there already. */
        record Unchanged(Conversation conversation) implements Outcome {}

        /** Another one has its external id. */
        record ExternalIdReused() implements Outcome {}
    }

    /**
     * Stores a draft that keeps the rules, unless it is there already.
     *
     * @throws ProblemException (in the returned Uni) not found, where the dataset is gone
     */
    public Uni<Outcome> add(SqlConnection connection, ConversationDraft draft, String dataset, String source) {
        Conversation conversation = factory.make(draft, new Origin(dataset, source, null, null));
        return store.hold(connection, dataset)
                .invoke(there -> {
                    if (!there) {
                        throw ProblemException.notFound("dataset", dataset);
                    }
                })
                .chain(() -> storeConversations.store(connection, List.of(conversation)))
                .chain(outcomes -> switch (outcomes.getFirst()) {
                    case StoreOutcome.Accepted(var accepted) -> Uni.createFrom().item(new Outcome.Accepted(accepted));
                    case StoreOutcome.Unchanged(var id) ->
                        existing(connection, id).map(Outcome.Unchanged::new);
                    case StoreOutcome.ExternalIdReused reused ->
                        Uni.createFrom().item(new Outcome.ExternalIdReused());
                });
    }

    private Uni<Conversation> existing(SqlConnection connection, UUID id) {
        return conversations.find(connection, id).map(Optional::orElseThrow);
    }
}
