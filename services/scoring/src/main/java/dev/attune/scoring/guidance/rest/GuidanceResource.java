package dev.attune.scoring.guidance.rest;

import dev.attune.foundation.security.Roles;
import dev.attune.scoring.guidance.Guide;
import dev.attune.scoring.registry.CurrentModel;
import dev.attune.scoring.work.ScoringPool;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Guidance at chat time. */
@Path("/v1/guidance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guidance")
public class GuidanceResource {

    private final CurrentModel models;
    private final ScoringPool pool;
    private final Guide guide;

    GuidanceResource(CurrentModel models, ScoringPool pool, Guide guide) {
        this.models = models;
        this.pool = pool;
        this.guide = guide;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "Say what a client's message calls for: emotions, strategies to use, tactics to avoid")
    public Uni<GuidanceView> guide(@Valid @NotNull GuidanceRequest request) {
        return models.findSoon()
                .chain(model -> pool.compute(
                        () -> GuidanceView.from(model.version(), guide.guide(model.model(), request.client()))));
    }
}
