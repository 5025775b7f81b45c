package dev.attune.generation.conversation.rest;

import dev.attune.foundation.messaging.rest.RepublishedView;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.Roles;
import dev.attune.generation.conversation.TurnPublisher;
import dev.attune.generation.dataset.FindDataset;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Tells of all turns of a dataset once more, for services that lost them. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/datasets")
@Tag(name = "Datasets")
public class RepublishResource {

    private final Caller caller;
    private final FindDataset findDataset;
    private final TurnPublisher publisher;

    RepublishResource(Caller caller, FindDataset findDataset, TurnPublisher publisher) {
        this.caller = caller;
        this.findDataset = findDataset;
        this.publisher = publisher;
    }

    @POST
    @Path("{name}:republish")
    @ResponseStatus(202)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Send every turn of a dataset again, as it is now; who knows it changes nothing")
    @APIResponseSchema(
            value = RepublishedView.class,
            responseCode = "202",
            responseDescription = "All of it is in the outbox")
    public Uni<RepublishedView> republish(@PathParam("name") String name) {
        caller.datasets().require(name);
        return findDataset
                .byName(name)
                .chain(dataset -> publisher.republish(dataset.name()))
                .map(RepublishedView::new);
    }
}
