package dev.attune.generation.importing;

import dev.attune.foundation.persistence.Transactions;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.generation.conversation.Conversation;
import dev.attune.generation.conversation.Reason;
import dev.attune.generation.conversation.StoreConversations;
import dev.attune.generation.conversation.StoreOutcome;
import dev.attune.model.text.personal.PersonalDataCounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a batch with the progress that it makes, in one transaction. */
@ApplicationScoped
class WriteBatch {

    private final Transactions transactions;
    private final StoreConversations storeConversations;
    private final ImportStore imports;

    WriteBatch(Transactions transactions, StoreConversations storeConversations, ImportStore imports) {
        this.transactions = transactions;
        this.storeConversations = storeConversations;
        this.imports = imports;
    }

    /**
     * Writes the batch.
     *
     * @param before the counts of the batches before
     * @return the counts with this batch
     * @throws ProblemException (in the returned Uni) conflict, where the dataset was erased
     */
    Uni<ImportCounts> write(UUID importId, Batch batch, ImportCounts before) {
        return transactions.run(connection -> imports.hold(connection, importId)
                .invoke(there -> {
                    if (!there) {
                        throw ProblemException.conflict("The dataset was erased while the import filled it");
                    }
                })
                .chain(() -> storeConversations.store(connection, batch.conversations()))
                .chain(outcomes -> {
                    List<Refusal> refusals = new ArrayList<>(batch.refusals());
                    ImportCounts counts = before.plus(count(batch, outcomes, refusals));
                    return imports.progress(connection, importId, batch.state(), counts, refusals)
                            .replaceWith(counts);
                }));
    }

    private static ImportCounts count(Batch batch, List<StoreOutcome> outcomes, List<Refusal> refusals) {
        long accepted = 0;
        long unchanged = 0;
        long turns = 0;
        long responses = 0;
        PersonalDataCounts replaced = PersonalDataCounts.NONE;
        for (int i = 0; i < outcomes.size(); i++) {
            Conversation conversation = batch.conversations().get(i);
            switch (outcomes.get(i)) {
                case StoreOutcome.Accepted added -> {
                    accepted++;
                    turns += conversation.turns().size();
                    responses += conversation.responseCount();
                    replaced = replaced.plus(batch.replaced().getOrDefault(conversation.id(), PersonalDataCounts.NONE));
                }
                case StoreOutcome.Unchanged same -> unchanged++;
                case StoreOutcome.ExternalIdReused reused ->
                    refusals.add(reused(conversation.origin().line()));
            }
        }
        return new ImportCounts(batch.rows(), accepted, unchanged, refusals.size(), turns, responses, replaced);
    }

    private static Refusal reused(@Nullable Long line) {
        return Refusal.of(
                line == null ? 0 : line, Reason.EXTERNAL_ID_REUSED, "id", "this id came before with other content");
    }
}
