package dev.attune.generation.erasure.rest;

import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.Roles;
import dev.attune.generation.dataset.DatasetName;
import dev.attune.generation.erasure.EraseData;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Erases datasets. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/datasets")
@Tag(name = "Datasets")
public class DatasetErasureResource {

    private final Caller caller;
    private final EraseData eraseData;

    DatasetErasureResource(Caller caller, EraseData eraseData) {
        this.caller = caller;
        this.eraseData = eraseData;
    }

    @DELETE
    @Path("{name}")
    @RolesAllowed(Roles.CURATOR)
    @Operation(
            summary = "Erase a dataset with its conversations and imports, here and in every other service",
            description = "An import that is filling it ends with 409. The manifests of its snapshots remain.")
    @APIResponse(responseCode = "204", description = "It is erased")
    @APIResponse(responseCode = "404", description = "There is none")
    public Uni<RestResponse<Void>> erase(@PathParam("name") String name) {
        caller.datasets().require(name);
        if (!DatasetName.isValid(name)) {
            throw ProblemException.notFound("dataset", name);
        }
        return eraseData.dataset(name).map(erased -> RestResponse.noContent());
    }
}
