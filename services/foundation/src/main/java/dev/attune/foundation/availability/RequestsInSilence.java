package dev.attune.foundation.availability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.model.problem.Problem;
import dev.attune.model.problem.ProblemType;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers requests with 503 that wait while the database is silent. What needs no database is answered as ever, since
 * it does not wait. Its connection is closed with the answer: what still comes of the work finds its caller gone, as
 * when a client leaves. Streams that come in are left alone; they wait, and say at their end how it went.
 */
@ApplicationScoped
class RequestsInSilence {

    private static final int BEFORE_ALL = -10_001;
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String RETRY_SECONDS = "2";
    private static final String TURNED_AWAY = RequestsInSilence.class.getName();

    private final DatabaseWatch watch;
    private final Buffer problem;
    private final Set<String> streams;
    private final Map<RoutingContext, Long> waiting = new ConcurrentHashMap<>();

    RequestsInSilence(
            DatabaseWatch watch,
            ObjectMapper json,
            @ConfigProperty(name = "attune.http.stream-paths") Optional<Set<String>> streams) {
        this.watch = watch;
        this.streams = streams.orElse(Set.of());
        try {
            this.problem = Buffer.buffer(json.writeValueAsBytes(
                    Problem.of(ProblemType.UNAVAILABLE, "The database does not answer now", List.of())));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    void register(@Observes Router router, Vertx vertx) {
        router.route("/v1/*").order(BEFORE_ALL).handler(this::note).failureHandler(RequestsInSilence::failed);
        vertx.setPeriodic(PERIOD.toMillis(), ignored -> turnAway());
    }

    private void note(RoutingContext context) {
        if (!streams.contains(context.normalizedPath())) {
            waiting.put(context, System.nanoTime());
            context.addEndHandler(ignored -> waiting.remove(context));
        }
        context.next();
    }

    /** What fails of a request that was turned away is no news: its answer is written. */
    private static void failed(RoutingContext context) {
        if (context.get(TURNED_AWAY) == null) {
            context.next();
        }
    }

    private void turnAway() {
        if (!watch.isSilent()) {
            return;
        }
        long now = System.nanoTime();
        waiting.forEach((context, since) -> {
            if (now - since > PATIENCE.toNanos() && waiting.remove(context) != null) {
                answer(context);
            }
        });
    }

    private void answer(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        context.put(TURNED_AWAY, true);
        response.setStatusCode(ProblemType.UNAVAILABLE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        if (context.request().version() == HttpVersion.HTTP_2) {
            response.end(problem);
        } else {
            response.putHeader(HttpHeaders.CONNECTION, "close")
                    .end(problem)
                    .onComplete(sent -> context.request().connection().close());
        }
    }
}
