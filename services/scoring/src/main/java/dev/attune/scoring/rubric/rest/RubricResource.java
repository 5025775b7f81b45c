package dev.attune.scoring.rubric.rest;

import dev.attune.foundation.paging.Page;
import dev.attune.foundation.security.Roles;
import dev.attune.scoring.rubric.Rubrics;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What responses are scored on. */
@Path("/v1/rubrics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rubrics")
public class RubricResource {

    private final Rubrics rubrics;

    RubricResource(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    @GET
    @RolesAllowed({Roles.RATER, Roles.REVIEWER})
    @Operation(summary = "List the rubrics with their criteria and what each level means")
    public Page<RubricView> list() {
        return new Page<>(rubrics.all().stream().map(RubricView::from).toList(), null);
    }
}
