package dev.attune.foundation.problem;

import dev.attune.model.problem.Problem;
import dev.attune.model.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses media types that cannot be read; the framework would fail on them while it looks for the method. */
public class MediaTypeFilter {

    @ServerRequestFilter(preMatching = true)
    public @Nullable Response check(ContainerRequestContext request) {
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accepted != null && !areReadable(accepted.split(",", -1))) {
            return refusal(ProblemType.NOT_ACCEPTABLE, "The header Accept cannot be read");
        }
        String sent = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (sent != null && !areReadable(sent)) {
            return refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The header Content-Type cannot be read");
        }
        return null;
    }

    private static boolean areReadable(String... types) {
        try {
            for (String type : types) {
                MediaType read = MediaType.valueOf(type.strip());
                Float.parseFloat(read.getParameters().getOrDefault("q", "1"));
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Response refusal(ProblemType type, String detail) {
        return ProblemMappers.response(Problem.of(type, detail, List.of()));
    }
}
