package dev.attune.foundation.openapi;

import dev.attune.model.problem.Problem;
import dev.attune.model.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Documents the problems that an operation can answer with, as far as they follow from its form. */
final class ProblemAnswers {

    private static final String REFERENCE = "#/components/schemas/Problem";
    private static final String ANY_MEDIA_TYPE = "*/*";
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private ProblemAnswers() {}

    static void add(OpenAPI document) {
        document.getComponents().addSchema("Problem", problem());
        document.getComponents().addSchema("Fault", fault());
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach(ProblemAnswers::addTo));
    }

    private static void addTo(HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        for (ProblemType type : types(method, operation)) {
            String status = String.valueOf(type.status());
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse());
            }
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.compareTo("400") >= 0) {
                describe(Integer.parseInt(status), response);
            }
        });
    }

    private static void describe(int status, APIResponse response) {
        String described = response.getDescription();
        // What the framework says by itself of 400, 401 and 403 tells nothing.
        if (described == null
                || Set.of("Bad Request", "Not Authorized", "Not Allowed").contains(described)) {
            response.setDescription(ProblemType.ofStatus(status).title());
        }
        MediaType json =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(REFERENCE));
        Content content = OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, json);
        response.setContent(content);
    }

    private static Set<ProblemType> types(HttpMethod method, Operation operation) {
        Set<ProblemType> types = new TreeSet<>(Set.of(
                ProblemType.UNAUTHENTICATED,
                ProblemType.FORBIDDEN,
                ProblemType.NOT_ACCEPTABLE,
                ProblemType.INTERNAL,
                ProblemType.UNAVAILABLE));
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        if (!parameters.isEmpty()) {
            types.add(ProblemType.VALIDATION);
        }
        if (parameters.stream().anyMatch(parameter -> parameter.getIn() == In.PATH)) {
            types.add(ProblemType.NOT_FOUND);
        }
        if (parameters.stream().anyMatch(parameter -> "Idempotency-Key".equals(parameter.getName()))) {
            types.add(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        boolean body = operation.getRequestBody() != null;
        boolean stream = body && operation.getRequestBody().getContent().hasMediaType(ANY_MEDIA_TYPE);
        if (WITH_BODY.contains(method) && !stream) {
            // Bodies are measured before it is known whether anybody reads them.
            types.addAll(Set.of(ProblemType.LENGTH_REQUIRED, ProblemType.TOO_LARGE));
        }
        if (body) {
            types.add(ProblemType.MALFORMED);
        }
        if (body && !stream) {
            types.add(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        return types;
    }

    private static Schema problem() {
        return object("The body of an error (RFC 9457)", List.of("type", "title", "status"))
                .properties(Map.of(
                        "type",
                        string("URI of the kind of error").pattern("^urn:attune:problem:[a-z-]+$"),
                        "title",
                        string("What the kind of error means"),
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("The HTTP status code"),
                        "detail",
                        string("What went wrong this time"),
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("Every fault found")
                                .items(OASFactory.createSchema().ref("#/components/schemas/Fault"))));
    }

    private static Schema fault() {
        return object("One fault of a request", List.of("pointer", "message"))
                .properties(Map.of(
                        "pointer", string("JSON Pointer into the body, or the name of a parameter"),
                        "message", string("What is wrong there")));
    }

    private static Schema object(String description, List<String> required) {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description(description)
                .required(required);
    }

    private static Schema string(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
