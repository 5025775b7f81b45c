package dev.attune.scoring.registry.rest;

import dev.attune.foundation.paging.Page;
import dev.attune.foundation.paging.PageRequest;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Roles;
import dev.attune.scoring.registry.ModelRegister;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The models that were trained here. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
public class ModelResource {

    private final ModelRegister register;

    ModelResource(ModelRegister register) {
        this.register = register;
    }

    @GET
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "List the models, newest first, with how good they are on conversations they have not seen")
    public Uni<Page<ModelView>> list(@BeanParam PageRequest page) {
        int limit = page.limit();
        return register.list(number(page.after), limit + 1).map(models -> {
            List<ModelView> views = models.stream().map(ModelView::from).toList();
            return Page.of(views, limit, view -> String.valueOf(view.number()));
        });
    }

    private static @Nullable Long number(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw ProblemException.validation("after", "is no cursor of this list");
        }
    }
}
