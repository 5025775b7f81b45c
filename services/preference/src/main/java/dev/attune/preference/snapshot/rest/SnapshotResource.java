package dev.attune.preference.snapshot.rest;

import dev.attune.foundation.paging.Page;
import dev.attune.foundation.paging.PageRequest;
import dev.attune.foundation.persistence.Idempotency;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.foundation.security.Roles;
import dev.attune.preference.snapshot.FreezeSnapshot;
import dev.attune.preference.snapshot.Snapshot;
import dev.attune.preference.snapshot.SnapshotStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Frozen selections of pairs. */
@Path("/v1/snapshots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Snapshots")
public class SnapshotResource {

    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final FreezeSnapshot freezeSnapshot;
    private final SnapshotStore snapshots;

    SnapshotResource(
            Caller caller,
            Transactions transactions,
            Idempotency idempotency,
            FreezeSnapshot freezeSnapshot,
            SnapshotStore snapshots) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.freezeSnapshot = freezeSnapshot;
        this.snapshots = snapshots;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CURATOR)
    @Operation(summary = "Freeze a selection of a dataset's pairs under a name")
    @APIResponse(
            responseCode = "201",
            description = "Frozen",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SnapshotView.class)))
    @APIResponse(responseCode = "409", description = "The dataset has a snapshot of this name")
    public Uni<Response> freeze(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull SnapshotRequest request) {
        caller.datasets().require(request.dataset());
        String subject = caller.subject();
        return transactions.run(connection -> idempotency.once(
                connection,
                new Idempotency.Request(subject, "POST /v1/snapshots", key, request),
                () -> freezeSnapshot
                        .freeze(connection, request.toDomain(), subject)
                        .map(snapshot -> new Idempotency.Reply(201, SnapshotView.from(snapshot)))));
    }

    @GET
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "List snapshots, of one dataset or of all that may be seen")
    public Uni<Page<SnapshotView>> list(@QueryParam("dataset") @Nullable String dataset, @BeanParam PageRequest page) {
        DatasetAccess access = caller.datasets();
        if (dataset != null) {
            access.require(dataset);
        }
        int limit = page.limit();
        return snapshots
                .list(access, dataset, page.afterId(), limit + 1)
                .map(found -> Page.of(
                        found.stream().map(SnapshotView::from).toList(),
                        limit,
                        view -> view.id().toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "One snapshot")
    public Uni<SnapshotView> get(@PathParam("id") UUID id) {
        return find(id).map(SnapshotView::from);
    }

    @GET
    @Path("{id}/quarantine")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "The pairs that the snapshot refused, with the reasons of that time")
    public Uni<Page<RefusedPairView>> quarantine(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        int limit = page.limit();
        UUID after = page.afterId();
        return find(id).chain(snapshot -> snapshots.listRefused(snapshot.id(), after, limit + 1))
                .map(found -> Page.of(
                        found.stream().map(RefusedPairView::from).toList(),
                        limit,
                        view -> view.pairId().toString()));
    }

    private Uni<Snapshot> find(UUID id) {
        return snapshots
                .find(id, caller.datasets())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("snapshot", id)));
    }
}
