package dev.attune.foundation.messaging.rest;

import dev.attune.foundation.messaging.DeadLetters;
import dev.attune.foundation.paging.Page;
import dev.attune.foundation.paging.PageRequest;
import dev.attune.foundation.persistence.Idempotency;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Shows the messages that this service could not apply, sends them again or throws them away. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
public class DeadLetterResource {

    private static final int REPLAYED_A_CALL = 100;
    private static final int ACCEPTED = 202;

    private final DeadLetters letters;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Caller caller;
    private final String ownName;

    DeadLetterResource(
            DeadLetters letters,
            Transactions transactions,
            Idempotency idempotency,
            Caller caller,
            @ConfigProperty(name = "quarkus.application.name") String ownName) {
        this.letters = letters;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ownName = ownName;
    }

    @GET
    @Path("{service}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "List the dead letters of a service, oldest first")
    public Uni<Page<DeadLetterView>> list(@PathParam("service") String service, @BeanParam PageRequest page) {
        requireOwn(service);
        int limit = page.limit();
        return letters.list(page.afterId(), limit + 1)
                .map(found -> Page.of(
                        found.stream().map(DeadLetterView::from).toList(),
                        limit,
                        view -> view.id().toString()));
    }

    @GET
    @Path("{service}/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Show a dead letter with the key and the payload of its message")
    public Uni<DeadLetterContentView> get(@PathParam("service") String service, @PathParam("id") UUID id) {
        requireOwn(service);
        return letters.find(id)
                .map(found -> found.map(DeadLetterContentView::from).orElseThrow(() -> noLetter(id)));
    }

    @POST
    @Path("{service}/{id}:replay")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Send the message of a dead letter again, as it came, and delete the letter")
    @APIResponse(
            responseCode = "202",
            description = "The message is in the outbox; if it cannot be applied now either, it makes a new letter",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplayedView.class)))
    public Uni<Response> replay(
            @PathParam("service") String service,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        requireOwn(service);
        Idempotency.Request request = request(service + "/" + id + ":replay", key);
        return transactions.run(connection -> idempotency.once(
                connection,
                request,
                () -> letters.replay(connection, id).map(replayed -> {
                    if (!replayed) {
                        throw noLetter(id);
                    }
                    return new Idempotency.Reply(ACCEPTED, new ReplayedView(id));
                })));
    }

    @POST
    @Path("{service}:replay")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Send the messages of the oldest dead letters again, up to 100 a call, and delete the letters")
    @APIResponse(
            responseCode = "202",
            description = "The messages are in the outbox; those that cannot be applied now either make new letters",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplayView.class)))
    public Uni<Response> replayOldest(
            @PathParam("service") String service, @HeaderParam("Idempotency-Key") @Nullable String key) {
        requireOwn(service);
        Idempotency.Request request = request(service + ":replay", key);
        return transactions.run(connection -> idempotency.once(
                connection,
                request,
                () -> letters.replayOldest(connection, REPLAYED_A_CALL)
                        .map(replay -> new Idempotency.Reply(
                                ACCEPTED, new ReplayView(replay.replayed(), replay.remaining())))));
    }

    @DELETE
    @Path("{service}/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Throw a dead letter away")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<RestResponse<Void>> discard(@PathParam("service") String service, @PathParam("id") UUID id) {
        requireOwn(service);
        return letters.discard(id).map(discarded -> {
            if (!discarded) {
                throw noLetter(id);
            }
            return RestResponse.noContent();
        });
    }

    private void requireOwn(String service) {
        if (!service.equals(ownName)) {
            throw ProblemException.notFound("service", service);
        }
    }

    private Idempotency.Request request(String path, @Nullable String key) {
        return new Idempotency.Request(caller.subject(), "POST /v1/dead-letters/" + path, key, Map.of());
    }

    private static ProblemException noLetter(UUID id) {
        return ProblemException.notFound("dead letter", id);
    }
}
