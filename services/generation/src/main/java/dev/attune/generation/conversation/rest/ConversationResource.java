package dev.attune.generation.conversation.rest;

import dev.attune.foundation.paging.Page;
import dev.attune.foundation.paging.PageRequest;
import dev.attune.foundation.persistence.Idempotency;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.foundation.security.Roles;
import dev.attune.generation.conversation.AddConversation;
import dev.attune.generation.conversation.AddConversation.Outcome;
import dev.attune.generation.conversation.Breach;
import dev.attune.generation.conversation.ConversationDraft;
import dev.attune.generation.conversation.ConversationQueries;
import dev.attune.generation.conversation.PrepareDraft;
import dev.attune.generation.dataset.Dataset;
import dev.attune.generation.dataset.DatasetName;
import dev.attune.generation.dataset.FindDataset;
import dev.attune.model.problem.Problem.Fault;
import dev.attune.model.text.personal.PersonalDataCounts;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Conversations. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
public class ConversationResource {

    private final Caller caller;
    private final Vertx vertx;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final FindDataset findDataset;
    private final AddConversation addConversation;
    private final ConversationQueries conversations;

    ConversationResource(
            Caller caller,
            Vertx vertx,
            Transactions transactions,
            Idempotency idempotency,
            FindDataset findDataset,
            AddConversation addConversation,
            ConversationQueries conversations) {
        this.caller = caller;
        this.vertx = vertx;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.findDataset = findDataset;
        this.addConversation = addConversation;
        this.conversations = conversations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CURATOR)
    @Operation(summary = "Add a conversation; 200 where the same one is there already")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AddedView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was there already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AddedView.class)))
    @APIResponse(responseCode = "404", description = "There is no such dataset")
    @APIResponse(responseCode = "409", description = "A conversation of this id says something else")
    public Uni<Response> add(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull ConversationRequest request) {
        caller.datasets().require(request.dataset());
        ConversationDraft draft = request.toDomain();
        String subject = caller.subject();
        Executor eventLoop = MutinyHelper.executor(vertx.getOrCreateContext());
        return findDataset
                .byName(request.dataset())
                .chain(dataset -> prepare(draft, dataset.anonymise(), eventLoop).chain(outcome -> switch (outcome) {
                    case PrepareDraft.Outcome.Bad(var breaches) -> throw refusal(breaches);
                    case PrepareDraft.Outcome.Good good ->
                        add(dataset, request, good, identity(dataset, request, good, subject, key));
                }));
    }

    /** Megabytes may be to anonymise, which would hold up the event loop. */
    private static Uni<PrepareDraft.Outcome> prepare(ConversationDraft draft, boolean anonymise, Executor eventLoop) {
        Uni<PrepareDraft.Outcome> prepared = Uni.createFrom().item(() -> PrepareDraft.prepare(draft, anonymise));
        return anonymise
                ? prepared.runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .emitOn(eventLoop)
                : prepared;
    }

    private static Idempotency.Request identity(
            Dataset dataset,
            ConversationRequest request,
            PrepareDraft.Outcome.Good good,
            String subject,
            @Nullable String key) {
        // Its hash is kept, so the request as it was posted must not be in it.
        Object content =
                dataset.anonymise() ? new Posted(dataset.name(), request.sourceOrDefault(), good.draft()) : request;
        return new Idempotency.Request(subject, "POST /v1/conversations", key, content);
    }

    private Uni<Response> add(
            Dataset dataset,
            ConversationRequest request,
            PrepareDraft.Outcome.Good good,
            Idempotency.Request identity) {
        @Nullable PersonalDataCounts anonymised = dataset.anonymise() ? good.replaced() : null;
        return transactions.run(connection -> idempotency.once(
                connection,
                identity,
                () -> addConversation
                        .add(connection, good.draft(), dataset.name(), request.sourceOrDefault())
                        .map(outcome -> reply(outcome, anonymised))));
    }

    /** What makes two requests to an anonymising dataset the same. */
    private record Posted(String dataset, String source, ConversationDraft draft) {}

    @GET
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "List conversations, of one dataset or of all that the token gives access to")
    @APIResponse(responseCode = "200", description = "A page of conversations")
    @APIResponse(responseCode = "404", description = "No dataset can have this name")
    public Uni<Page<SummaryView>> list(@QueryParam("dataset") @Nullable String dataset, @BeanParam PageRequest page) {
        int limit = page.limit();
        String[] filter = dataset == null
                ? caller.datasets().filter()
                : new String[] {requireName(caller.datasets().require(dataset))};
        return conversations
                .list(filter, page.afterId(), limit + 1)
                .map(found -> found.stream().map(SummaryView::from).toList())
                .map(views -> Page.of(views, limit, view -> view.conversation().toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "Read a conversation with its turns and their responses")
    public Uni<ConversationView> get(@PathParam("id") UUID id) {
        DatasetAccess access = caller.datasets();
        return conversations
                .find(id)
                .map(found -> found.filter(conversation ->
                                access.allows(conversation.origin().dataset()))
                        .map(ConversationView::from)
                        .orElseThrow(() -> ProblemException.notFound("conversation", id)));
    }

    private static Idempotency.Reply reply(Outcome outcome, @Nullable PersonalDataCounts anonymised) {
        return switch (outcome) {
            case Outcome.Accepted(var conversation) ->
                new Idempotency.Reply(201, AddedView.from(conversation, "accepted", anonymised), conversation.id());
            case Outcome.Unchanged(var conversation) ->
                new Idempotency.Reply(200, AddedView.from(conversation, "unchanged", anonymised), conversation.id());
            case Outcome.ExternalIdReused() ->
                throw ProblemException.conflict("A conversation of this id says something else");
        };
    }

    private static ProblemException refusal(List<Breach> breaches) {
        return ProblemException.validation(breaches.stream()
                .map(breach -> new Fault(breach.pointer(), breach.reason().code() + ": " + breach.detail()))
                .toList());
    }

    private static String requireName(String name) {
        if (!DatasetName.isValid(name)) {
            throw ProblemException.notFound("dataset", name);
        }
        return name;
    }
}
