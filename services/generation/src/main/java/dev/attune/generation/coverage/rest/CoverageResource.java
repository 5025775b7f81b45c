package dev.attune.generation.coverage.rest;

import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.Roles;
import dev.attune.generation.coverage.MeasureCoverage;
import dev.attune.generation.dataset.FindDataset;
import dev.attune.model.coverage.CoverageView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Coverage. */
@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coverage")
public class CoverageResource {

    private final Caller caller;
    private final FindDataset findDataset;
    private final MeasureCoverage measureCoverage;

    CoverageResource(Caller caller, FindDataset findDataset, MeasureCoverage measureCoverage) {
        this.caller = caller;
        this.findDataset = findDataset;
        this.measureCoverage = measureCoverage;
    }

    @GET
    @RolesAllowed(Roles.REVIEWER)
    @Operation(
            summary = "What a dataset covers of the vertical's targets; without a dataset, what the seed corpus does")
    @APIResponse(responseCode = "200", description = "Each target with what it has, wants and misses")
    @APIResponse(responseCode = "404", description = "There is no such dataset")
    public Uni<CoverageView> get(@QueryParam("dataset") @Nullable String dataset) {
        if (dataset == null) {
            return measureCoverage.ofCorpus().map(CoverageView::from);
        }
        caller.datasets().require(dataset);
        return findDataset
                .byName(dataset)
                .chain(found -> measureCoverage.ofDataset(found.name()))
                .map(CoverageView::from);
    }
}
