package dev.attune.generation.conversation.rest;

import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.foundation.security.Roles;
import dev.attune.generation.conversation.ConversationQueries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Turns. */
@Path("/v1/turns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
public class TurnResource {

    private final Caller caller;
    private final ConversationQueries conversations;

    TurnResource(Caller caller, ConversationQueries conversations) {
        this.caller = caller;
        this.conversations = conversations;
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "Read a turn with its history and its responses")
    public Uni<TurnView> get(@PathParam("id") UUID id) {
        DatasetAccess access = caller.datasets();
        return conversations
                .findTurn(id)
                .map(found -> found.filter(located -> access.allows(located.dataset()))
                        .map(TurnView::from)
                        .orElseThrow(() -> ProblemException.notFound("turn", id)));
    }
}
