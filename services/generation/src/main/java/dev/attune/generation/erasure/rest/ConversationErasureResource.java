package dev.attune.generation.erasure.rest;

import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.Roles;
import dev.attune.generation.erasure.EraseData;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Erases conversations. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/conversations")
@Tag(name = "Conversations")
public class ConversationErasureResource {

    private final Caller caller;
    private final EraseData eraseData;

    ConversationErasureResource(Caller caller, EraseData eraseData) {
        this.caller = caller;
        this.eraseData = eraseData;
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.CURATOR)
    @Operation(
            summary = "Erase a conversation, here and in every other service",
            description = "Its rows here are gone with the answer; the other services follow as the message reaches "
                    + "them. Sent again later, it is a new conversation.")
    @APIResponse(responseCode = "204", description = "It is erased")
    @APIResponse(responseCode = "404", description = "There is none, or none that the token gives access to")
    public Uni<RestResponse<Void>> erase(@PathParam("id") UUID id) {
        return eraseData.conversation(id, caller.datasets()).map(erased -> RestResponse.noContent());
    }
}
