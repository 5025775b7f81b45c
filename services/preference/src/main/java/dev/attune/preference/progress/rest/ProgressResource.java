package dev.attune.preference.progress.rest;

import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.foundation.security.Roles;
import dev.attune.preference.progress.ProgressReader;
import dev.attune.preference.progress.ProgressScope;
import dev.attune.preference.progress.ProgressScope.OfDataset;
import dev.attune.preference.progress.ProgressScope.OfImport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How far an import or a dataset has come. */
@Path("/v1/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Progress")
public class ProgressResource {

    private final Caller caller;
    private final ProgressReader progress;

    ProgressResource(Caller caller, ProgressReader progress) {
        this.caller = caller;
        this.progress = progress;
    }

    @GET
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "How many turns of an import or a dataset, exactly one of both, are scored, ranked and paired")
    public Uni<ProgressView> get(
            @QueryParam("import") @Nullable String importId, @QueryParam("dataset") @Nullable String dataset) {
        return progress.read(scope(importId, dataset)).map(ProgressView::from);
    }

    private ProgressScope scope(@Nullable String importId, @Nullable String dataset) {
        DatasetAccess access = caller.datasets();
        if (importId != null && dataset == null) {
            return new OfImport(uuid(importId), access);
        }
        if (dataset != null && importId == null) {
            return new OfDataset(access.require(dataset));
        }
        throw ProblemException.validation("import", "give either an import or a dataset");
    }

    private static UUID uuid(String importId) {
        try {
            return UUID.fromString(importId);
        } catch (IllegalArgumentException e) {
            throw ProblemException.validation("import", "must be a UUID");
        }
    }
}
