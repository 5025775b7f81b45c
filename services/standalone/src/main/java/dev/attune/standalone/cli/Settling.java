package dev.attune.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.standalone.client.AttuneClient;
import dev.attune.standalone.platform.PlatformException;
import java.time.Duration;

/** Waits until every turn of an import is scored, ranked and paired. */
record Settling(AttuneClient client, Console console) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration REPORT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /**
     * Waits; fails when nothing has moved for two minutes.
     *
     * @param turns how many turns the import brought
     * @return the last progress
     */
    JsonNode await(String importId, long turns) {
        JsonNode progress = client.progress(importId);
        long moved = System.nanoTime();
        long reported = System.nanoTime();
        while (!isSettled(progress, turns)) {
            pause();
            JsonNode now = client.progress(importId);
            long nanos = System.nanoTime();
            if (!now.equals(progress)) {
                moved = nanos;
            } else if (nanos - moved > PATIENCE.toNanos()) {
                throw new PlatformException(
                        "Nothing has moved for " + PATIENCE.toSeconds() + " s: " + line(now, turns));
            }
            if (nanos - reported > REPORT.toNanos()) {
                console.progress("  %s", line(now, turns));
                reported = nanos;
            }
            progress = now;
        }
        return progress;
    }

    private static boolean isSettled(JsonNode progress, long turns) {
        return turns == 0
                || (progress.path("turns").asLong() == turns
                        && progress.path("settled").asBoolean());
    }

    private static String line(JsonNode progress, long turns) {
        return "%d of %d turns seen, %d scored, %d of %d ranked, %d paired"
                .formatted(
                        progress.path("turns").asLong(),
                        turns,
                        progress.path("scored").asLong(),
                        progress.path("ranked").asLong(),
                        progress.path("comparable").asLong(),
                        progress.path("paired").asLong());
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted", e);
        }
    }
}
