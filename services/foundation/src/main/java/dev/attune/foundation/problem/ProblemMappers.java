package dev.attune.foundation.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.attune.model.Json;
import dev.attune.model.problem.Problem;
import dev.attune.model.problem.Problem.Fault;
import dev.attune.model.problem.ProblemType;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that reaches the border into a problem; never names a class, never shows a stack. */
public class ProblemMappers {

    private static final int RETRY_SECONDS = 2;
    /** What the HTTP server says to a second answer. */
    private static final String ANSWERED = "Response has already been written";

    @ServerExceptionMapper
    public Response map(ProblemException e) {
        return response(e.problem());
    }

    @ServerExceptionMapper
    public Response map(ConstraintViolationException e) {
        List<Fault> faults = e.getConstraintViolations().stream()
                .map(violation -> new Fault(pointer(violation), violation.getMessage()))
                .sorted((x, y) -> x.pointer().compareTo(y.pointer()))
                .toList();
        return response(ProblemException.validation(faults).problem());
    }

    @ServerExceptionMapper({MismatchedInputException.class, JsonProcessingException.class})
    public Response mapJson(JsonProcessingException e) {
        return response(jsonProblem(e));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response mapUnauthenticated(SecurityException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response map(ForbiddenException e) {
        return response(Problem.of(ProblemType.FORBIDDEN, "The roles of the token do not allow this", List.of()));
    }

    @ServerExceptionMapper
    public Response map(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return response(jsonProblem(json));
        }
        ProblemType type = ProblemType.ofStatus(e.getResponse().getStatus());
        if (type == ProblemType.INTERNAL) {
            return internal(e);
        }
        return response(Problem.of(type, null, List.of()));
    }

    @ServerExceptionMapper
    public Response map(HttpClosedException e) {
        // The caller went away; nobody reads this answer.
        Log.debugf("The client closed the connection: %s", e.getMessage());
        return response(Problem.of(ProblemType.MALFORMED, "The connection was closed", List.of()));
    }

    @ServerExceptionMapper
    public Response map(Throwable e) {
        if (e instanceof IllegalStateException && ANSWERED.equals(e.getMessage())) {
            // The request was turned away while it waited; what came of its work after that has no reader.
            Log.debugf("An answer came after the answer: %s", e.getMessage());
            return response(Problem.of(ProblemType.UNAVAILABLE, null, List.of()));
        }
        if (DatabaseFaults.isUnavailable(e)) {
            Log.warnf("The database is not available: %s", e.getMessage());
            return response(Problem.of(ProblemType.UNAVAILABLE, "The database is not available", List.of()));
        }
        if (DatabaseFaults.isUnstorableText(e)) {
            return response(ProblemException.validation("", "a text holds a character that cannot be stored")
                    .problem());
        }
        return internal(e);
    }

    /** The response of a problem. */
    public static Response response(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == ProblemType.UNAVAILABLE.status()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return response.build();
    }

    /** The response to a request without a valid token. */
    public static Response unauthenticated() {
        return Response.fromResponse(response(Problem.of(ProblemType.UNAUTHENTICATED, null, List.of())))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response internal(Throwable e) {
        String incident = UUID.randomUUID().toString();
        MDC.put("incident", incident);
        try {
            Log.error("A request failed", WordlessFailure.of(e));
        } finally {
            MDC.remove("incident");
        }
        return response(Problem.of(ProblemType.INTERNAL, "The operators find it as incident " + incident, List.of()));
    }

    private static Problem jsonProblem(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return Problem.of(ProblemType.MALFORMED, "The body is not valid JSON", List.of());
        }
        String pointer = mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
        String message = switch (mapping) {
            case UnrecognizedPropertyException unknown -> "unknown field";
            case InvalidFormatException invalid
            when invalid.getTargetType() != null && invalid.getTargetType().isEnum() ->
                "must be one of "
                        + Arrays.stream(invalid.getTargetType().getEnumConstants())
                                .map(constant -> Json.mapper().convertValue(constant, String.class))
                                .collect(Collectors.joining(", "));
            case InvalidFormatException invalid -> "has the wrong form";
            default -> "has the wrong type, or something in it is missing";
        };
        return ProblemException.validation(pointer, message).problem();
    }

    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        int depth = 0;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            // The first step is the method; the second its parameter, which is the body's root or a named parameter.
            if (depth > 1 && node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
            depth++;
        }
        if (pointer.isEmpty()) {
            String path = violation.getPropertyPath().toString();
            return path.substring(path.lastIndexOf('.') + 1);
        }
        return pointer.toString();
    }
}
