package dev.attune.scoring.score.rest;

import dev.attune.foundation.messaging.rest.RepublishedView;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.Roles;
import dev.attune.scoring.score.RepublishScores;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Tells of all scores of a dataset once more, for services that lost them. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/scores:republish")
@Tag(name = "Scores")
public class RepublishScoresResource {

    private final Caller caller;
    private final RepublishScores republishScores;

    RepublishScoresResource(Caller caller, RepublishScores republishScores) {
        this.caller = caller;
        this.republishScores = republishScores;
    }

    @POST
    @ResponseStatus(202)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Send every score of a dataset again, as it is now; who knows it changes nothing")
    @APIResponseSchema(
            value = RepublishedView.class,
            responseCode = "202",
            responseDescription = "All of it is in the outbox")
    public Uni<RepublishedView> republish(@QueryParam("dataset") @NotBlank String dataset) {
        return republishScores.of(caller.datasets().require(dataset)).map(RepublishedView::new);
    }
}
