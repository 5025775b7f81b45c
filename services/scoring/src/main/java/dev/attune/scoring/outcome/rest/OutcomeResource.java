package dev.attune.scoring.outcome.rest;

import dev.attune.foundation.paging.Page;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.foundation.security.Roles;
import dev.attune.scoring.outcome.OutcomeStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What strategies lead to. */
@Path("/v1/scores/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scores")
public class OutcomeResource {

    private final Caller caller;
    private final OutcomeStore store;

    OutcomeResource(Caller caller, OutcomeStore store) {
        this.caller = caller;
        this.store = store;
    }

    @GET
    @RolesAllowed(Roles.REVIEWER)
    @Operation(
            summary = "Show how clients changed after each strategy and each two strategies, the most frequent first")
    public Uni<Page<OutcomeView>> list(
            @QueryParam("dataset") @Nullable String dataset, @QueryParam("emotion") @Nullable String emotion) {
        DatasetAccess access = caller.datasets();
        String[] datasets = dataset == null ? access.filter() : new String[] {access.require(dataset)};
        return store.list(datasets, emotion)
                .map(outcomes ->
                        new Page<>(outcomes.stream().map(OutcomeView::from).toList(), null));
    }
}
