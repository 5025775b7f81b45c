package dev.attune.scoring.registry.rest;

import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.Roles;
import dev.attune.scoring.registry.PromoteModel;
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

/** The way back from a promotion. */
@Path("/v1/models:rollback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
public class RollbackResource {

    private final Caller caller;
    private final PromoteModel promoteModel;

    RollbackResource(Caller caller, PromoteModel promoteModel) {
        this.caller = caller;
        this.promoteModel = promoteModel;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Let the model score again that scored before the present one")
    @APIResponse(responseCode = "409", description = "No other model scored before")
    public Uni<ActivationView> rollback(@Valid @NotNull RollbackRequest request) {
        return promoteModel.rollback(request.reason(), caller.subject()).map(ActivationView::from);
    }
}
