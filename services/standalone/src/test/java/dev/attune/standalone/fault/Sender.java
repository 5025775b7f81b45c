package dev.attune.standalone.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.standalone.client.AttuneClient;
import dev.attune.standalone.platform.PlatformException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends a load to a dataset, and again for as long as it was not taken whole, as the owner of a file would. */
final class Sender {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Site site;
    private final String dataset;
    private final Load load;
    private final List<String> troubles = new ArrayList<>();

    Sender(Site site, String dataset, Load load) {
        this.site = site;
        this.dataset = dataset;
        this.load = load;
    }

    /**
     * How it went.
     *
     * @param troubles what each attempt failed of that did not take everything
     * @param counts of the last attempt
     */
    record Sent(List<String> troubles, JsonNode counts) {}

    void createDataset() {
        site.curator().createDataset(dataset, "Apache-2.0", "A test of faults", false);
    }

    /** Sends it slowly first, and at once when it must be sent again. */
    Sent slowly(Supplier<Duration> pause) throws InterruptedException {
        return until(() -> load.slow(pause));
    }

    /** As {@link #slowly}, on a thread of its own. */
    CompletableFuture<Sent> slowlyMeanwhile(Supplier<Duration> pause) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return slowly(pause);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Sends it at once. */
    Sent atOnce() throws InterruptedException {
        return until(load::whole);
    }

    private Sent until(Supplier<InputStream> first) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Supplier<InputStream> data = first;
        while (System.nanoTime() < deadline) {
            JsonNode counts = attempt(data);
            if (counts != null) {
                return new Sent(List.copyOf(troubles), counts);
            }
            data = load::whole;
            Thread.sleep(WAIT);
        }
        throw new AssertionError("The load was not taken within " + PATIENCE + ": " + troubles);
    }

    /** The counts where every row was taken, now or before; null otherwise. */
    private @Nullable JsonNode attempt(Supplier<InputStream> data) {
        List<JsonNode> refusals = new ArrayList<>();
        AttuneClient client = site.curator();
        try {
            JsonNode counts = client.importData(dataset, "attune", "faults", data, refusals::add)
                    .path("counts");
            int taken =
                    counts.path("accepted").asInt() + counts.path("unchanged").asInt();
            if (taken == load.size() && refusals.isEmpty()) {
                return counts;
            }
            troubles.add(counts + " " + refusals);
        } catch (PlatformException e) {
            troubles.add(String.valueOf(e.getMessage()));
        }
        return null;
    }
}
