package dev.attune.standalone.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Spoils tokens, and what a token may see. */
final class TokenMutations {

    private final World world;

    TokenMutations(World world) {
        this.world = world;
    }

    List<Mutation> all() {
        return List.of(
                new Mutation(5, draft -> true, this::invalidToken),
                new Mutation(2, draft -> true, this::oddToken),
                new Mutation(1, draft -> true, this::noToken),
                new Mutation(3, draft -> !draft.operation.roles().isEmpty(), this::wrongRole),
                new Mutation(5, this::canName, this::hidden));
    }

    private void invalidToken(Draft draft, Random random) {
        Map<String, String> tokens = world.bearers().invalid();
        List<String> names = tokens.keySet().stream().sorted().toList();
        String name = names.get(random.nextInt(names.size()));
        draft.authorization = Objects.requireNonNull(tokens.get(name));
        draft.spoil("token: " + name, Expectation.UNAUTHENTICATED);
    }

    private void oddToken(Draft draft, Random random) {
        Map<String, String> tokens = world.bearers().odd();
        List<String> names = tokens.keySet().stream().sorted().toList();
        String name = names.get(random.nextInt(names.size()));
        draft.authorization = Objects.requireNonNull(tokens.get(name));
        draft.spoil("token: " + name, Expectation.DOCUMENTED);
    }

    private void noToken(Draft draft, Random random) {
        draft.authorization = null;
        draft.spoil("token: none", Expectation.UNAUTHENTICATED);
    }

    /** A curator may do what a reviewer may. */
    private void wrongRole(Draft draft, Random random) {
        List<String> open = draft.operation.roles();
        List<String> closed = List.of("rater", "reviewer", "curator").stream()
                .filter(role -> !open.contains(role) && !(role.equals("curator") && open.contains("reviewer")))
                .toList();
        if (!closed.isEmpty()) {
            String role = closed.get(random.nextInt(closed.size()));
            draft.authorization = "Bearer " + world.token(role);
            draft.spoil("token: of a " + role, Expectation.FORBIDDEN);
        }
    }

    private boolean canName(Draft draft) {
        return draft.operation.hasParameter("dataset")
                || draft.operation.path().startsWith("/v1/datasets/")
                || (draft.json != null && draft.json.has("dataset"))
                || !world.all("hidden " + draft.operation.path().split("/", -1)[2])
                        .isEmpty();
    }

    private void hidden(Draft draft, Random random) {
        String kind = "hidden " + draft.operation.path().split("/", -1)[2];
        if (draft.path.containsKey("id") && !world.all(kind).isEmpty()) {
            draft.path.put("id", world.any(kind, random));
        } else if (draft.path.containsKey("name")) {
            draft.path.put("name", World.HIDDEN);
        } else if (draft.operation.hasParameter("dataset")) {
            draft.query.remove("turn");
            draft.query.remove("import");
            draft.query.put("dataset", List.of(World.HIDDEN));
        } else if (draft.json instanceof ObjectNode object && object.has("dataset")) {
            object.put("dataset", World.HIDDEN);
        } else {
            return;
        }
        draft.authorization = "Bearer " + world.token("limited");
        draft.spoil("of a dataset that the token does not open", Expectation.HIDDEN);
    }
}
