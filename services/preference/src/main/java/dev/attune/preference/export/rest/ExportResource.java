package dev.attune.preference.export.rest;

import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.Roles;
import dev.attune.preference.export.ExportFormat;
import dev.attune.preference.export.ExportFormats;
import dev.attune.preference.export.ExportSnapshot;
import dev.attune.preference.snapshot.Snapshot;
import dev.attune.preference.snapshot.SnapshotStore;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Snapshots as files. */
@Path("/v1/snapshots/{id}/export")
@Produces("application/x-ndjson")
@Tag(name = "Snapshots")
public class ExportResource {

    private final Caller caller;
    private final SnapshotStore snapshots;
    private final ExportFormats formats;
    private final ExportSnapshot exportSnapshot;

    ExportResource(Caller caller, SnapshotStore snapshots, ExportFormats formats, ExportSnapshot exportSnapshot) {
        this.caller = caller;
        this.snapshots = snapshots;
        this.formats = formats;
        this.exportSnapshot = exportSnapshot;
    }

    // The body is written by the thread that the answer is made on, which must be one that may wait for the client.
    @GET
    @Blocking
    @RolesAllowed(Roles.CURATOR)
    @Operation(summary = "Download a snapshot; the same bytes at any time, less what was erased")
    @APIResponse(
            responseCode = "200",
            description = "A file of the format, each line such an object",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<Response> export(
            @PathParam("id") UUID id,
            @QueryParam("format")
                    @DefaultValue("trl-preference")
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"provenance", "trl-preference"},
                                            defaultValue = "trl-preference"))
                    String formatName,
            @Context HttpServerResponse client) {
        ExportFormat format = formats.require(formatName);
        return snapshots
                .find(id, caller.datasets())
                .map(found -> found.map(snapshot -> response(snapshot, format, client))
                        .orElseThrow(() -> ProblemException.notFound("snapshot", id)));
    }

    private Response response(Snapshot snapshot, ExportFormat format, HttpServerResponse client) {
        StreamingOutput body = out -> exportSnapshot.write(snapshot.id(), format, new ClientStream(out, client));
        return Response.ok(body, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(snapshot, format) + "\"")
                .build();
    }

    private static String fileName(Snapshot snapshot, ExportFormat format) {
        String stem =
                snapshot.selection().dataset() + "-" + snapshot.selection().name();
        return stem.replaceAll("[^A-Za-z0-9._-]", "_") + "." + format.name() + "." + format.extension();
    }
}
