package dev.attune.foundation.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.model.problem.Problem;
import dev.attune.model.problem.ProblemType;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that are too large before any of them is read. Bodies are held in memory, so their length must be
 * stated, except on the paths that read a stream of any length.
 */
public class BodyLimit {

    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final int BEFORE_ALL = -10_000;

    private final ObjectMapper json;
    private final long limit;
    private final Set<String> streams;

    BodyLimit(
            ObjectMapper json,
            @ConfigProperty(name = "attune.http.max-body", defaultValue = "1M") MemorySize limit,
            @ConfigProperty(name = "attune.http.stream-paths") Optional<Set<String>> streams) {
        this.json = json;
        this.limit = limit.asLongValue();
        this.streams = streams.orElse(Set.of());
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(this::check);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!WITH_BODY.contains(request.method()) || streams.contains(context.normalizedPath())) {
            context.next();
            return;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null && request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            refuse(context, ProblemType.LENGTH_REQUIRED, "Send a Content-Length");
        } else if (length != null && Long.parseLong(length) > limit) {
            refuse(context, ProblemType.TOO_LARGE, "The limit is " + limit + " bytes");
        } else {
            context.next();
        }
    }

    private void refuse(RoutingContext context, ProblemType type, String detail) {
        try {
            // The rest of the body is not read, so the connection cannot serve another request.
            context.response()
                    .setStatusCode(type.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end(json.writeValueAsString(Problem.of(type, detail, List.of())));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
