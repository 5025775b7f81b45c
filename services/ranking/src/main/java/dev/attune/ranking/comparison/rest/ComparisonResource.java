package dev.attune.ranking.comparison.rest;

import dev.attune.foundation.paging.Page;
import dev.attune.foundation.paging.PageRequest;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.Roles;
import dev.attune.ranking.comparison.ComparisonStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows reviewers what there is to compare. */
@Path("/v1/comparisons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comparisons")
public class ComparisonResource {

    private final Caller caller;
    private final ComparisonStore comparisons;

    ComparisonResource(Caller caller, ComparisonStore comparisons) {
        this.caller = caller;
        this.comparisons = comparisons;
    }

    @GET
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "List the comparisons of a dataset with their counts of judgments, oldest first")
    public Uni<Page<ComparisonView>> list(
            @QueryParam("dataset") @NotBlank String dataset, @BeanParam PageRequest page) {
        caller.datasets().require(dataset);
        int limit = page.limit();
        return comparisons
                .list(dataset, page.afterId(), limit + 1)
                .map(found -> Page.of(
                        found.stream().map(ComparisonView::from).toList(),
                        limit,
                        view -> view.comparison().toString()));
    }
}
