package dev.attune.standalone.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.standalone.client.AttuneClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Holds what the services have stored against each other and against what was sent: of every turn one score, one
 * ranking and one pair, all of the same revisions; nothing under way; the same texts everywhere.
 */
final class Ledger {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final List<String> SERVICES = List.of("generation", "scoring", "ranking", "preference");

    /** Turns whose parts in the services do not agree; each part is there, or the comparison is not true. */
    private static final String DISAGREEING = """
            select count(*) from generation.turn g
            left join scoring.score s on s.turn_id = g.id
            left join ranking.turn t on t.id = g.id
            left join ranking.score c on c.turn_id = g.id
            left join ranking.ranking r on r.turn_id = g.id
            left join preference.turn p on p.id = g.id
            left join preference.pair q on q.turn_id = g.id
            where g.dataset = '%s' and not coalesce(
                s.turn_revision = g.revision and t.revision = g.revision and t.state = g.state
                and c.turn_revision = g.revision and c.revision = s.revision
                and r.turn_revision = g.revision and r.score_revision = s.revision and r.revision > 0
                and (r.body ->> 'revision')::bigint = r.revision
                and p.revision = g.revision and p.state = g.state
                and p.scored_turn_revision = g.revision and p.score_revision = s.revision
                and p.ranked_turn_revision = g.revision and p.ranked_score_revision = s.revision
                and p.ranking_revision = r.revision and p.paired_revision = r.revision
                and q.turn_revision = g.revision and q.ranking_revision = r.revision, false)""";

    private static final String DIFFERENT_TEXTS = """
            select count(*) from generation.response g
            join generation.turn t on t.id = g.turn_id
            left join ranking.response r on r.id = g.id
            left join preference.response p on p.id = g.id
            where t.dataset = '%s' and not coalesce(r.text = g.text and r.position = g.position and p.text = g.text
                and r.turn_id = g.turn_id and p.turn_id = g.turn_id, false)""";

    private static final String CONTENTS = """
            select json_build_array(t.text, c.text, r.text)::text from generation.turn t
            join generation.preference f on f.turn_id = t.id
            join generation.response c on c.id = f.chosen
            join generation.response r on r.id = f.rejected
            where t.dataset = '%s'""";

    private final Site site;
    private final String dataset;
    private final Load load;

    Ledger(Site site, String dataset, Load load) {
        this.site = site;
        this.dataset = dataset;
        this.load = load;
    }

    /** Waits until everything agrees, and fails with what still does not when the time is over. */
    Duration awaitAgreement(Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        List<String> found = List.of("nothing was looked at");
        while (System.nanoTime() - start < patience.toNanos()) {
            found = differencesNow();
            if (found.isEmpty()) {
                return Duration.ofNanos(System.nanoTime() - start);
            }
            Thread.sleep(POLL);
        }
        throw new AssertionError("After " + patience + " the ledger of " + dataset + " does not agree: " + found);
    }

    /** Freezes a snapshot and holds its export against what was sent: each conversation once, the same way round. */
    void assertExported(String snapshot, Path folder) throws IOException {
        AttuneClient client = site.curator();
        JsonNode frozen = client.createSnapshot(dataset, snapshot);
        Path file = folder.resolve(snapshot + ".jsonl");
        long lines = client.export(frozen.path("id").asText(), "trl-preference", file);
        assertThat(lines).isEqualTo(load.size());
        List<String> hashes = new ArrayList<>();
        try (Stream<String> exported = Files.lines(file)) {
            for (String line : (Iterable<String>) exported::iterator) {
                JsonNode pair = Json.mapper().readTree(line);
                hashes.add(Load.hash(text(pair, "prompt"), text(pair, "chosen"), text(pair, "rejected")));
            }
        }
        assertThat(hashes.stream().sorted().toList()).isEqualTo(load.hashes());
    }

    private static String text(JsonNode pair, String side) {
        return pair.at("/" + side + "/0/content").asText();
    }

    private List<String> differencesNow() {
        try {
            return differences();
        } catch (SQLException | IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private List<String> differences() throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Long> expected : expected().entrySet()) {
            long actual = site.count(expected.getKey());
            if (actual != expected.getValue()) {
                found.add(actual + " instead of " + expected.getValue() + ": " + expected.getKey());
            }
        }
        if (found.isEmpty() && !contents().equals(load.hashes())) {
            found.add("the conversations in generation are others than those that were sent");
        }
        return found;
    }

    private Map<String, Long> expected() {
        long turns = load.size();
        String of = " where dataset = '" + dataset + "'";
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("select count(*) from generation.conversation" + of, turns);
        counts.put("select count(*) from generation.turn" + of, turns);
        counts.put(
                "select count(*) from generation.response r join generation.turn t on t.id = r.turn_id" + of,
                2 * turns);
        counts.put("select count(*) from scoring.score" + of, turns);
        counts.put("select count(*) from ranking.turn" + of, turns);
        counts.put("select count(*) from ranking.comparison" + of, turns);
        counts.put("select count(*) from ranking.judgment" + of + " and origin = 'imported'", turns);
        counts.put("select count(*) from preference.turn" + of, turns);
        counts.put("select count(*) from preference.pair" + of, turns);
        counts.put(DISAGREEING.formatted(dataset), 0L);
        counts.put(DIFFERENT_TEXTS.formatted(dataset), 0L);
        for (String service : SERVICES) {
            counts.put("select count(*) from " + service + ".outbox", 0L);
            counts.put("select count(*) from " + service + ".dead_letter", 0L);
        }
        return counts;
    }

    private List<String> contents() throws SQLException, IOException {
        List<String> hashes = new ArrayList<>();
        for (String row : site.rows(CONTENTS.formatted(dataset))) {
            JsonNode texts = Json.mapper().readTree(row);
            hashes.add(Load.hash(
                    texts.get(0).asText(), texts.get(1).asText(), texts.get(2).asText()));
        }
        return hashes.stream().sorted().toList();
    }
}
