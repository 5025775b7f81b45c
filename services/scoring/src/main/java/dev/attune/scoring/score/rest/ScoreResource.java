package dev.attune.scoring.score.rest;

import dev.attune.foundation.paging.Page;
import dev.attune.foundation.paging.PageRequest;
import dev.attune.foundation.problem.ProblemException;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.DatasetAccess;
import dev.attune.foundation.security.Roles;
import dev.attune.scoring.rubric.Rubrics;
import dev.attune.scoring.score.ScoreStore;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The current scores of turns. */
@Path("/v1/scores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scores")
public class ScoreResource {

    private final Caller caller;
    private final ScoreStore store;
    private final Rubrics rubrics;

    ScoreResource(Caller caller, ScoreStore store, Rubrics rubrics) {
        this.caller = caller;
        this.store = store;
        this.rubrics = rubrics;
    }

    /** For the API's description alone. */
    @Schema(name = "ScorePage")
    record ScorePage(List<ScoreView> items, @Nullable String next) {}

    @GET
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "Get the current score of a turn, or list the scores of a dataset page by page")
    @APIResponse(
            responseCode = "200",
            description = "With turn the score, else a page of scores",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(oneOf = {ScoreView.class, ScorePage.class})))
    @APIResponse(responseCode = "404", description = "The turn has no score, or is not to be seen")
    public Uni<Object> get(
            @QueryParam("turn") @Nullable String turn,
            @QueryParam("dataset") @Nullable String dataset,
            @BeanParam PageRequest page) {
        int limit = page.limit();
        if (turn == null) {
            return list(dataset, page, limit).map(found -> found);
        }
        if (dataset != null) {
            throw ProblemException.validation("dataset", "goes not together with turn");
        }
        return find(turn).map(found -> found);
    }

    private Uni<ScoreView> find(String turn) {
        UUID id = id(turn);
        DatasetAccess access = caller.datasets();
        return store.find(id)
                .map(found -> found.filter(score -> access.allows(score.score().dataset()))
                        .map(score -> ScoreView.from(score, rubrics))
                        .orElseThrow(() -> ProblemException.notFound("score of turn", id)));
    }

    private Uni<Page<ScoreView>> list(@Nullable String dataset, PageRequest page, int limit) {
        DatasetAccess access = caller.datasets();
        String[] datasets = dataset == null ? access.filter() : new String[] {access.require(dataset)};
        return store.list(datasets, page.afterId(), limit + 1).map(scores -> {
            List<ScoreView> views =
                    scores.stream().map(score -> ScoreView.from(score, rubrics)).toList();
            return Page.of(views, limit, view -> view.turnId().toString());
        });
    }

    private static UUID id(String turn) {
        try {
            return UUID.fromString(turn);
        } catch (IllegalArgumentException e) {
            throw ProblemException.validation("turn", "is no identifier");
        }
    }
}
