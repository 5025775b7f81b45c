package dev.attune.standalone.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.attune.standalone.fuzz.Operation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Spoils parameters of the query. */
final class QueryMutations {

    private static final List<String> LIMITS = List.of(
            "0",
            "-1",
            "1",
            "500",
            "501",
            "2147483648",
            "99999999999999999999",
            "1.5",
            "abc",
            "",
            " 5",
            "5 ",
            "0x5",
            "+5",
            "1e2",
            "NaN",
            "٣");

    private final ApiDocument document;

    QueryMutations(ApiDocument document) {
        this.document = document;
    }

    List<Mutation> all() {
        return List.of(
                new Mutation(12, draft -> hasQuery(draft), this::hostileQuery),
                new Mutation(5, draft -> draft.operation.hasParameter("limit"), this::limit),
                new Mutation(3, draft -> hasQuery(draft), this::repeatQuery),
                new Mutation(2, draft -> true, this::unknownQuery),
                new Mutation(2, draft -> required(draft) != null, this::leaveOutQuery));
    }

    private static boolean hasQuery(Draft draft) {
        return !draft.operation.parametersIn("query").isEmpty();
    }

    private void hostileQuery(Draft draft, Random random) {
        List<Parameter> parameters = draft.operation.parametersIn("query");
        Parameter parameter = parameters.get(random.nextInt(parameters.size()));
        setQuery(draft, parameter, limited(HostileTexts.any(random)));
    }

    private void limit(Draft draft, Random random) {
        Parameter parameter = draft.operation.parametersIn("query").stream()
                .filter(candidate -> candidate.name().equals("limit"))
                .findFirst()
                .orElseThrow();
        setQuery(draft, parameter, LIMITS.get(random.nextInt(LIMITS.size())));
    }

    private void setQuery(Draft draft, Parameter parameter, String value) {
        draft.query.put(parameter.name(), List.of(value));
        boolean breaks =
                !document.violations(parameter.schema(), read(parameter, value)).isEmpty();
        // An empty parameter is one that is not there, and "+5" is a five.
        boolean certain = breaks && !value.isBlank() && !value.startsWith("+");
        draft.spoil("query: " + parameter.name(), certain ? Expectation.REFUSED : Expectation.DOCUMENTED);
    }

    /** What a text in the query is to the service: a number where one is due, the only one where a list is. */
    private JsonNode read(Parameter parameter, String value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String type = document.resolved(parameter.schema()).path("type").asText();
        if (type.equals("array")) {
            return nodes.arrayNode().add(value);
        }
        boolean integer = type.equals("integer") && value.matches("-?[0-9]{1,18}");
        return integer ? nodes.numberNode(Long.parseLong(value)) : nodes.textNode(value);
    }

    private void repeatQuery(Draft draft, Random random) {
        List<Parameter> parameters = draft.operation.parametersIn("query");
        Parameter parameter = parameters.get(random.nextInt(parameters.size()));
        List<String> values = new ArrayList<>(draft.query.getOrDefault(parameter.name(), List.of("1")));
        values.add(HostileTexts.any(random).length() > 100 ? "x" : "y");
        draft.query.put(parameter.name(), values);
        draft.spoil("query: " + parameter.name() + " twice", Expectation.DOCUMENTED);
    }

    private void unknownQuery(Draft draft, Random random) {
        draft.query.put("unknown", List.of(limited(HostileTexts.any(random))));
        draft.spoil("query: an unknown parameter", Expectation.DOCUMENTED);
    }

    private static @Nullable Parameter required(Draft draft) {
        return draft.operation.parametersIn("query").stream()
                .filter(Parameter::required)
                .findFirst()
                .orElse(null);
    }

    private void leaveOutQuery(Draft draft, Random random) {
        Parameter parameter = Objects.requireNonNull(required(draft));
        draft.query.remove(parameter.name());
        draft.spoil("query: without " + parameter.name(), Expectation.REFUSED);
    }

    /** As it still goes into a request's first line. */
    private static String limited(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300);
    }
}
