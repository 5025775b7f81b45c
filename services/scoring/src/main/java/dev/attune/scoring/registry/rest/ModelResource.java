package dev.attune.scoring.registry.rest;

import dev.attune.foundation.paging.Page;
import dev.attune.foundation.paging.PageRequest;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.Roles;
import dev.attune.scoring.registry.ModelEntry;
import dev.attune.scoring.registry.ModelRegister;
import dev.attune.scoring.registry.ModelState;
import dev.attune.scoring.registry.PromoteModel;
import dev.attune.scoring.registry.RequestModel;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The models that were trained here, and which of them scores. A model is named by its version or its number. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
public class ModelResource {

    private static final int ACTIVATIONS = 100;

    private final Caller caller;
    private final ModelRegister register;
    private final RequestModel requestModel;
    private final PromoteModel promoteModel;

    ModelResource(Caller caller, ModelRegister register, RequestModel requestModel, PromoteModel promoteModel) {
        this.caller = caller;
        this.register = register;
        this.requestModel = requestModel;
        this.promoteModel = promoteModel;
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

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Ask for a model to be trained on the corpus and what raters preferred; it becomes a candidate")
    @APIResponseSchema(value = TrainingView.class, responseCode = "202", responseDescription = "It will be trained")
    public Uni<TrainingView> train(@Valid @NotNull TrainingRequest request) {
        boolean judgments = Objects.requireNonNullElse(request.judgments(), true);
        return requestModel.request(judgments, caller.subject()).map(TrainingView::new);
    }

    @GET
    @Path("{model}")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "Read a model, with how it was trained")
    public Uni<ModelView> get(@PathParam("model") String model) {
        return find(model).map(ModelView::from);
    }

    @POST
    @Path("{model}/promotions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Let a model score from now on; what others scored is scored again in the background")
    @APIResponseSchema(
            value = ActivationView.class,
            responseCode = "200",
            responseDescription = "It scores from now on")
    @APIResponse(responseCode = "409", description = "It is worse than the present one, or cannot score")
    public Uni<ActivationView> promote(@PathParam("model") String model, @Valid @NotNull PromotionRequest request) {
        boolean force = Objects.requireNonNullElse(request.force(), false);
        return promoteModel
                .promote(model, force, request.reason(), caller.subject())
                .map(ActivationView::from);
    }

    @POST
    @Path("rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Let the model score again that scored before the present one")
    @APIResponseSchema(value = ActivationView.class, responseCode = "200", responseDescription = "It scores again")
    @APIResponse(responseCode = "409", description = "No other model scored before")
    public Uni<ActivationView> rollback(@Valid @NotNull RollbackRequest request) {
        return promoteModel.rollback(request.reason(), caller.subject()).map(ActivationView::from);
    }

    @PUT
    @Path("{model}/shadow")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Let a model score beside the active one, unpublished")
    public Uni<Void> shadow(@PathParam("model") String model) {
        return find(model).chain(entry -> {
            if (entry.state() == ModelState.TRAINING || entry.state() == ModelState.FAILED) {
                throw ProblemException.conflict("The model is " + entry.state().code() + ", it cannot score");
            }
            return register.shadow(entry.number(), true);
        });
    }

    @DELETE
    @Path("{model}/shadow")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Let a model score beside the active one no more")
    public Uni<Void> unshadow(@PathParam("model") String model) {
        return find(model).chain(entry -> register.shadow(entry.number(), false));
    }

    @GET
    @Path("activations")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "List which models scored since when and why, newest first")
    public Uni<Page<ActivationView>> activations() {
        return register.activations(ACTIVATIONS)
                .map(activations -> new Page<>(
                        activations.stream().map(ActivationView::from).toList(), null));
    }

    private Uni<ModelEntry> find(String model) {
        return register.find(model).map(found -> found.orElseThrow(() -> ProblemException.notFound("model", model)));
    }

    private static @Nullable Long number(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw ProblemException.validation("after", "is no cursor of this list");
        }
    }
}
