package dev.attune.generation.importing.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.foundation.paging.Page;
import dev.attune.foundation.paging.PageRequest;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.foundation.security.Roles;
import dev.attune.generation.conversation.SourceName;
import dev.attune.generation.dataset.FindDataset;
import dev.attune.generation.importing.Import;
import dev.attune.generation.importing.ImportConversations;
import dev.attune.generation.importing.ImportStore;
import dev.attune.generation.importing.format.Formats;
import dev.attune.generation.importing.format.RecordReader;
import dev.attune.generation.importing.format.Speakers;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Imports. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportResource {

    private static final int MOST_NAMES = 1_000;
    private static final int LONGEST = 80;

    private final Caller caller;
    private final Vertx vertx;
    private final FindDataset findDataset;
    private final Formats formats;
    private final ImportConversations importConversations;
    private final ImportStore imports;
    private final ImportReport report;

    ImportResource(
            Caller caller,
            Vertx vertx,
            FindDataset findDataset,
            Formats formats,
            ImportConversations importConversations,
            ImportStore imports,
            ImportReport report) {
        this.caller = caller;
        this.vertx = vertx;
        this.findDataset = findDataset;
        this.formats = formats;
        this.importConversations = importConversations;
        this.imports = imports;
        this.report = report;
    }

    /** Blocking, because only then is the body handed over as a stream that is read as it comes. */
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces("application/x-ndjson")
    @RolesAllowed(Roles.CURATOR)
    @Operation(summary = "Import a stream of rows, plain or gzip; answers the refusals and last the counts")
    @APIResponse(
            responseCode = "200",
            description = "Lines, each such an object: what was refused, and last the counts",
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(oneOf = {RefusalView.class, ImportReport.Summary.class})))
    @APIResponse(responseCode = "404", description = "There is no such dataset")
    public RestMulti<JsonNode> start(
            @QueryParam("dataset") @Parameter(required = true) @Nullable String dataset,
            @QueryParam("format")
                    @Parameter(
                            required = true,
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "attune",
                                                "chat-log",
                                                "csv",
                                                "hh-rlhf",
                                                "openai-messages",
                                                "trl-preference"
                                            }))
                    @Nullable
                    String format,
            @QueryParam("source") @Parameter(schema = @Schema(pattern = SourceName.FORM)) @Nullable String source,
            @QueryParam("client")
                    @Parameter(description = "csv and chat-log: what the client is called; several may be given")
                    @Nullable
                    List<String> clients,
            @QueryParam("advisor")
                    @Parameter(description = "csv and chat-log: what the advisor is called; several may be given")
                    @Nullable
                    List<String> advisors,
            InputStream body) {
        String name = caller.datasets().require(given("dataset", dataset));
        RecordReader reader = reader(given("format", format));
        String sender = source(source == null ? reader.format() : source);
        Speakers speakers = speakers(clients, advisors);
        Executor eventLoop = MutinyHelper.executor(vertx.getOrCreateContext());
        Uni<Import> ended = Uni.createFrom()
                .voidItem()
                .emitOn(eventLoop)
                .chain(() -> findDataset.byName(name))
                .chain(found -> importConversations.run(found, sender, reader, speakers, body, eventLoop));
        return RestMulti.fromUniResponse(ended, report::lines);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "Read how far an import is")
    public Uni<ImportView> get(@PathParam("id") UUID id) {
        return find(id).map(ImportView::from);
    }

    @GET
    @Path("{id}/refusals")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "List the rows of an import that were not taken, by line")
    public Uni<Page<RefusalView>> refusals(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        int limit = page.limit();
        long after = line(page.after);
        return find(id).chain(found -> imports.refusals(found.id(), after, limit + 1))
                .map(found -> found.stream().map(RefusalView::from).toList())
                .map(views -> Page.of(views, limit, view -> String.valueOf(view.line())));
    }

    private Uni<Import> find(UUID id) {
        DatasetAccess access = caller.datasets();
        return imports.find(id)
                .map(found -> found.filter(existing -> access.allows(existing.dataset()))
                        .orElseThrow(() -> ProblemException.notFound("import", id)));
    }

    private RecordReader reader(String format) {
        return formats.reader(format)
                .orElseThrow(() ->
                        ProblemException.validation("format", "must be one of " + String.join(", ", formats.names())));
    }

    private static Speakers speakers(@Nullable List<String> clients, @Nullable List<String> advisors) {
        Speakers speakers = Speakers.of(names("client", clients), names("advisor", advisors));
        if (speakers.contradict()) {
            throw ProblemException.validation("advisor", "must not be a client too");
        }
        return speakers;
    }

    private static Set<String> names(String parameter, @Nullable List<String> names) {
        if (names == null) {
            return Set.of();
        }
        if (names.size() > MOST_NAMES || names.stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST)) {
            throw ProblemException.validation(
                    parameter, "must be at most " + MOST_NAMES + " names of 1 to " + LONGEST + " characters");
        }
        return Set.copyOf(names);
    }

    private static String source(String name) {
        if (!SourceName.isValid(name)) {
            throw ProblemException.validation("source", "must be 1 to 200 letters, digits and . _ : @ / -");
        }
        return name;
    }

    private static String given(String parameter, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw ProblemException.validation(parameter, "must be given");
        }
        return value;
    }

    private static long line(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw ProblemException.validation("after", "is no cursor of this list");
        }
    }
}
