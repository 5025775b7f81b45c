package dev.attune.scoring.comparison.rest;

import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.foundation.security.Roles;
import dev.attune.scoring.comparison.Comparison;
import dev.attune.scoring.comparison.TwoScoresStore;
import dev.attune.scoring.registry.ModelEntry;
import dev.attune.scoring.registry.ModelRegister;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Two models side by side. */
@Path("/v1/models/compare")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
public class ComparisonResource {

    private static final int MOST_TURNS = 2000;

    private final Caller caller;
    private final ModelRegister register;
    private final TwoScoresStore store;

    ComparisonResource(Caller caller, ModelRegister register, TwoScoresStore store) {
        this.caller = caller;
        this.register = register;
        this.store = store;
    }

    @GET
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "Show where two models differ on turns that both scored, one of them perhaps as a shadow")
    @APIResponseSchema(value = ComparisonView.class, responseCode = "200", responseDescription = "Where they differ")
    @APIResponse(responseCode = "404", description = "There is no such model")
    public Uni<ComparisonView> compare(
            @QueryParam("left") @NotBlank String left,
            @QueryParam("right") @NotBlank String right,
            @QueryParam("dataset") @Nullable String dataset) {
        DatasetAccess access = caller.datasets();
        String[] datasets = dataset == null ? access.filter() : new String[] {access.require(dataset)};
        return find(left)
                .chain(one -> find(right)
                        .chain(other -> store.find(one.number(), other.number(), datasets, MOST_TURNS)
                                .map(scores -> ComparisonView.from(name(one), name(other), Comparison.of(scores)))));
    }

    private Uni<ModelEntry> find(String model) {
        return register.find(model).map(found -> found.orElseThrow(() -> ProblemException.notFound("model", model)));
    }

    private static String name(ModelEntry model) {
        return Objects.requireNonNullElse(model.version(), Long.toString(model.number()));
    }
}
