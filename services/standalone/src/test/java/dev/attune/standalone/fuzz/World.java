package dev.attune.standalone.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is on the platform, for requests that name what exists. Datasets of the open names are what tokens of the fuzzer
 * may see; those of the hidden one are there, and are for the tokens of nobody.
 */
final class World {

    static final String OPEN = "fuzz-a";
    static final String ANONYMISED = "fuzz-b";
    static final String HIDDEN = "fuzz-hidden";

    /** A comparison that the bearer of the token holds. */
    record Lease(String token, String comparison) {}

    private final Bearers bearers;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, List<String>> ids = new HashMap<>();
    private final Map<String, String> cursors = new HashMap<>();
    private final List<Lease> leases = new ArrayList<>();
    private final Map<String, Integer> taken = new HashMap<>();

    World(Bearers bearers) {
        this.bearers = bearers;
        for (String role : List.of("rater", "reviewer", "curator", "admin")) {
            tokens.put(role, bearers.good(role, "fuzz-" + role, "*"));
        }
        tokens.put("limited", bearers.good("admin", "fuzz-limited", OPEN, ANONYMISED));
    }

    Bearers bearers() {
        return bearers;
    }

    /** The token of a role, or of {@code limited}: an admin of the open datasets alone. */
    String token(String role) {
        return tokens.getOrDefault(role, "");
    }

    void add(String kind, String id) {
        ids.computeIfAbsent(kind, ignored -> new ArrayList<>()).add(id);
    }

    void addAll(String kind, JsonNode page, String field) {
        page.path("items").forEach(item -> add(kind, item.path(field).asText()));
    }

    List<String> all(String kind) {
        return ids.getOrDefault(kind, List.of());
    }

    /** Any of a kind. */
    String any(String kind, Random random) {
        List<String> known = all(kind);
        return known.isEmpty()
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : known.get(random.nextInt(known.size()));
    }

    /** The next of a kind that is for using up. */
    String next(String kind, Random random) {
        int next = taken.merge(kind, 1, Integer::sum) - 1;
        List<String> known = all(kind);
        return next < known.size() ? known.get(next) : any(kind, random);
    }

    void addLease(Lease lease) {
        leases.add(lease);
    }

    /** The next lease that nobody has used; null where there is none left. */
    @Nullable
    Lease nextLease() {
        int next = taken.merge("lease", 1, Integer::sum) - 1;
        return next < leases.size() ? leases.get(next) : null;
    }

    int leases() {
        return leases.size();
    }

    void addCursor(String operation, String cursor) {
        cursors.put(operation, cursor);
    }

    /** A cursor that a list gave; null where its first page was its last. */
    @Nullable
    String cursor(String operation) {
        return cursors.get(operation);
    }
}
