package dev.attune.preference.pair.rest;

import dev.attune.foundation.paging.Page;
import dev.attune.foundation.paging.PageRequest;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.foundation.security.Roles;
import dev.attune.preference.pair.Origin;
import dev.attune.preference.pair.Pair;
import dev.attune.preference.pair.PairCatalogue;
import dev.attune.preference.pair.PairFilter;
import dev.attune.preference.pair.PairState;
import dev.attune.preference.pair.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The pairs as they are known now. */
@Path("/v1/pairs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pairs")
public class PairResource {

    private final Caller caller;
    private final PairCatalogue pairs;

    PairResource(Caller caller, PairCatalogue pairs) {
        this.caller = caller;
        this.pairs = pairs;
    }

    @GET
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "List pairs, by dataset, origin, state and reason")
    public Uni<Page<PairView>> list(
            @QueryParam("dataset") @Nullable String dataset,
            @QueryParam("origin") @Parameter(schema = @Schema(implementation = Origin.class)) @Nullable String origin,
            @QueryParam("state") @Parameter(schema = @Schema(implementation = PairState.class)) @Nullable String state,
            @QueryParam("reason") @Parameter(schema = @Schema(implementation = Reason.class)) @Nullable String reason,
            @BeanParam PageRequest page) {
        DatasetAccess access = caller.datasets();
        if (dataset != null) {
            access.require(dataset);
        }
        int limit = page.limit();
        PairFilter filter = new PairFilter(
                access,
                dataset,
                CodeParameter.parse(Origin.class, "origin", origin),
                CodeParameter.parse(PairState.class, "state", state),
                CodeParameter.parse(Reason.class, "reason", reason),
                page.afterId(),
                limit + 1);
        return pairs.find(filter).map(found -> page(found, limit));
    }

    private static Page<PairView> page(List<Pair> found, int limit) {
        List<PairView> views = found.stream().map(PairView::from).toList();
        return Page.of(views, limit, view -> view.id().toString());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "One pair with its prompt, its texts and its provenance")
    public Uni<PairDetailView> get(@PathParam("id") UUID id) {
        return pairs.find(id, caller.datasets())
                .map(found -> found.map(PairDetailView::from).orElseThrow(() -> ProblemException.notFound("pair", id)));
    }
}
