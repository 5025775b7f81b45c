package dev.attune.ranking.judgment.rest;

import dev.attune.foundation.paging.Page;
import dev.attune.foundation.paging.PageRequest;
import dev.attune.foundation.persistence.Idempotency;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.foundation.security.Roles;
import dev.attune.ranking.judgment.Judgment;
import dev.attune.ranking.judgment.JudgmentStore;
import dev.attune.ranking.judgment.RecordJudgment;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes the answers of raters, and shows them. */
@Path("/v1/judgments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Judgments")
public class JudgmentResource {

    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final RecordJudgment recordJudgment;
    private final JudgmentStore judgments;

    JudgmentResource(
            Caller caller,
            Transactions transactions,
            Idempotency idempotency,
            RecordJudgment recordJudgment,
            JudgmentStore judgments) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.recordJudgment = recordJudgment;
        this.judgments = judgments;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Answer the comparison that the caller holds")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JudgmentView.class)))
    @APIResponse(responseCode = "404", description = "There is no such comparison")
    @APIResponse(responseCode = "409", description = "The caller has no live lease of it, or has answered it before")
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull JudgmentRequest request) {
        String rater = caller.subject();
        DatasetAccess access = caller.datasets();
        return transactions.run(connection -> idempotency.once(
                connection,
                new Idempotency.Request(rater, "POST /v1/judgments", key, request),
                () -> recordJudgment
                        .record(connection, rater, access, request.toDomain())
                        .map(judgment ->
                                new Idempotency.Reply(201, JudgmentView.blind(judgment), judgment.conversationId()))));
    }

    @GET
    @RolesAllowed({Roles.RATER, Roles.REVIEWER})
    @Operation(summary = "List the judgments of a dataset, oldest first; a rater sees only the own ones")
    public Uni<Page<JudgmentView>> list(@QueryParam("dataset") @NotBlank String dataset, @BeanParam PageRequest page) {
        caller.datasets().require(dataset);
        int limit = page.limit();
        boolean reviewer = caller.has(Roles.REVIEWER);
        Uni<List<Judgment>> found = reviewer
                ? judgments.list(dataset, page.afterId(), limit + 1)
                : judgments.listOfRater(dataset, caller.subject(), page.afterId(), limit + 1);
        return found.map(items -> Page.of(
                items.stream().map(item -> view(item, reviewer)).toList(),
                limit,
                view -> view.judgment().toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.RATER, Roles.REVIEWER})
    @Operation(summary = "Show a judgment; a rater sees only the own ones")
    public Uni<JudgmentView> get(@PathParam("id") UUID id) {
        DatasetAccess access = caller.datasets();
        boolean reviewer = caller.has(Roles.REVIEWER);
        String subject = caller.subject();
        return judgments
                .find(id)
                .map(found -> found.filter(judgment -> access.allows(judgment.dataset()))
                        .filter(judgment -> reviewer || subject.equals(judgment.rater()))
                        .map(judgment -> view(judgment, reviewer))
                        .orElseThrow(() -> ProblemException.notFound("judgment", id)));
    }

    private static JudgmentView view(Judgment judgment, boolean reviewer) {
        return reviewer ? JudgmentView.whole(judgment) : JudgmentView.blind(judgment);
    }
}
