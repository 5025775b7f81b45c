package dev.attune.ranking.comparison.rest;

import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.Roles;
import dev.attune.ranking.comparison.NextComparison;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Gives raters work. */
@Path("/v1/comparisons:next")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comparisons")
public class NextComparisonResource {

    private final Caller caller;
    private final NextComparison nextComparison;

    NextComparisonResource(Caller caller, NextComparison nextComparison) {
        this.caller = caller;
        this.nextComparison = nextComparison;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.RATER)
    @Operation(
            summary = "Take the next comparison of a dataset, or see again the one taken before",
            description = "The two answers are blind and their sides shuffled. It stays with the rater until it "
                    + "expires or is judged.")
    @APIResponse(responseCode = "200", description = "The comparison to judge")
    @APIResponse(responseCode = "204", description = "There is nothing to do")
    public Uni<RestResponse<NextComparisonView>> next(@Valid @NotNull NextComparisonRequest request) {
        caller.datasets().require(request.dataset());
        return nextComparison
                .find(request.dataset(), caller.subject())
                .map(assignment -> assignment
                        .map(NextComparisonView::from)
                        .map(RestResponse::ok)
                        .orElseGet(RestResponse::noContent));
    }
}
