package dev.attune.scoring.score.rest;

import dev.attune.foundation.security.Roles;
import dev.attune.scoring.registry.CurrentModel;
import dev.attune.scoring.registry.RegisteredModel;
import dev.attune.scoring.score.TextScorer;
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

/** Scores any text at once. */
@Path("/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluations")
public class EvaluationResource {

    private final CurrentModel models;
    private final ScoringPool pool;
    private final TextScorer scorer;

    EvaluationResource(CurrentModel models, ScoringPool pool, TextScorer scorer) {
        this.models = models;
        this.pool = pool;
        this.scorer = scorer;
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
        return EvaluationView.from(model, scorer.score(model.model(), request.client(), responses));
    }
}
