package dev.attune.generation.dataset.rest;

import dev.attune.foundation.paging.Page;
import dev.attune.foundation.paging.PageRequest;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.foundation.security.Roles;
import dev.attune.generation.dataset.DatasetName;
import dev.attune.generation.dataset.DatasetStore;
import dev.attune.generation.dataset.FindDataset;
import dev.attune.generation.dataset.RegisterDataset;
import dev.attune.generation.dataset.RegisterDataset.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Datasets. */
@Path("/v1/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets")
public class DatasetResource {

    private final Caller caller;
    private final RegisterDataset registerDataset;
    private final FindDataset findDataset;
    private final DatasetStore datasets;

    DatasetResource(Caller caller, RegisterDataset registerDataset, FindDataset findDataset, DatasetStore datasets) {
        this.caller = caller;
        this.registerDataset = registerDataset;
        this.findDataset = findDataset;
        this.datasets = datasets;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CURATOR)
    @Operation(summary = "Make a dataset; 200 where the same one is there already")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DatasetView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was there already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DatasetView.class)))
    @APIResponse(responseCode = "409", description = "A dataset of this name says something else")
    public Uni<Response> register(@Valid @NotNull DatasetRequest request) {
        caller.datasets().require(request.name());
        return registerDataset.register(request.toDomain()).map(outcome -> switch (outcome) {
            case Outcome.Created(var dataset) ->
                Response.status(Response.Status.CREATED)
                        .entity(DatasetView.from(dataset))
                        .build();
            case Outcome.Unchanged(var dataset) ->
                Response.ok(DatasetView.from(dataset)).build();
            case Outcome.NameTaken() -> throw ProblemException.conflict("A dataset of this name says something else");
        });
    }

    @GET
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "List the datasets that the token gives access to, by name")
    public Uni<Page<DatasetView>> list(@BeanParam PageRequest page) {
        int limit = page.limit();
        String after = page.after;
        if (after != null && !DatasetName.isValid(after)) {
            throw ProblemException.validation("after", "is no cursor of this list");
        }
        DatasetAccess access = caller.datasets();
        return datasets.list(access.all() ? null : access.names(), after, limit + 1)
                .map(found -> found.stream().map(DatasetView::from).toList())
                .map(views -> Page.of(views, limit, DatasetView::name));
    }

    @GET
    @Path("{name}")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "Read a dataset")
    public Uni<DatasetView> get(@PathParam("name") String name) {
        caller.datasets().require(name);
        return findDataset.byName(name).map(DatasetView::from);
    }
}
