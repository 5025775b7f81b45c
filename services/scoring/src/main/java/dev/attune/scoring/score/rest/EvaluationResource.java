package dev.attune.scoring.score.rest;

import dev.attune.foundation.security.Roles;
import dev.attune.scoring.finding.Exchange.Stated;
import dev.attune.scoring.registry.CurrentModel;
import dev.attune.scoring.registry.RegisteredModel;
import dev.attune.scoring.rubric.Rubrics;
import dev.attune.scoring.score.Scores;
import dev.attune.scoring.score.TextScorer;
import dev.attune.scoring.score.rest.EvaluationRequest.StatedRequest;
import dev.attune.scoring.work.ScoringPool;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Scores any text at once. */
@Path("/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluations")
public class EvaluationResource {

    private final CurrentModel models;
    private final ScoringPool pool;
    private final TextScorer scorer;
    private final Rubrics rubrics;

    EvaluationResource(CurrentModel models, ScoringPool pool, TextScorer scorer, Rubrics rubrics) {
        this.models = models;
        this.pool = pool;
        this.scorer = scorer;
        this.rubrics = rubrics;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REVIEWER)
    @Operation(summary = "Score a client's text and responses to it now, without keeping them")
    public Uni<EvaluationView> evaluate(@Valid @NotNull EvaluationRequest request) {
        return models.findSoon().chain(model -> pool.compute(() -> evaluate(model, request)));
    }

    private EvaluationView evaluate(RegisteredModel model, EvaluationRequest request) {
        List<String> responses = Objects.requireNonNullElse(request.responses(), List.of());
        Scores scores = scorer.score(model.model(), List.of(), request.client(), responses, stated(request.stated()));
        boolean explain = Objects.requireNonNullElse(request.explain(), true);
        return EvaluationView.from(
                model, rubrics, scores, explain ? scorer.reasons(model.model(), request.client(), responses) : null);
    }

    private static @Nullable Stated stated(@Nullable StatedRequest stated) {
        return stated == null
                ? null
                : new Stated(
                        stated.topic(),
                        stated.persona(),
                        stated.objective(),
                        Objects.requireNonNullElse(stated.skills(), List.of()));
    }
}
