package dev.attune.standalone.cli;

import dev.attune.model.Json;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.standalone.platform.Home;
import dev.attune.standalone.platform.Platform;
import dev.attune.standalone.platform.Platform.Status;
import dev.attune.standalone.platform.PlatformException;
import dev.attune.standalone.platform.ServiceKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long an evaluation of one text takes when requests come at a steady rate, whether earlier ones are answered or not. */
@Command(
        name = "evaluations",
        mixinStandardHelpOptions = true,
        description = {
            "Measure POST /v1/evaluations of one text in an open loop on an empty temporary home.",
            "Requests go to the scoring service itself; a time counts from when its request was due."
        },
        footer = {"", "Example:  attune bench evaluations --rate 500 --seconds 20"})
final class BenchEvaluationsCommand implements Callable<Integer> {

    private static final int WARM_UP_SECONDS = 30;

    @Option(names = "--rate", defaultValue = "500", description = "Requests a second (default: ${DEFAULT-VALUE})")
    int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "For how long (default: ${DEFAULT-VALUE})")
    int seconds;

    @Option(names = "--json", description = "Print the result as JSON")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.of(spec);
        Map<String, Object> result = new LinkedHashMap<>();
        try (TemporaryHome temporary = TemporaryHome.create()) {
            Home home = temporary.home();
            try (Platform platform = Platform.start(
                    new Platform.Options(
                            Attune.root(),
                            home,
                            0,
                            Map.of(ServiceKind.GENERATION, 0, ServiceKind.RANKING, 0, ServiceKind.PREFERENCE, 0)),
                    (name, what) -> console.progress("  %s %s", name, what))) {
                Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "bench-stop"));
                String address = platform.status().stream()
                        .filter(status -> status.name().equals("scoring"))
                        .map(Status::address)
                        .findFirst()
                        .orElseThrow();
                List<HttpRequest> requests = requests(address, ConnectionOptions.admin(home));
                try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
                    console.progress("Warming up for %d s", WARM_UP_SECONDS);
                    run(http, requests, WARM_UP_SECONDS, new AtomicInteger());
                    console.progress("%d requests a second for %d s", rate, seconds);
                    AtomicInteger failed = new AtomicInteger();
                    double[] millis = run(http, requests, seconds, failed);
                    tell(millis, failed.get(), result);
                }
            }
        }
        if (json) {
            console.json(result);
        } else {
            result.forEach((name, value) -> console.result("%-12s %s", name, value));
        }
        return Integer.valueOf(0).equals(result.get("failed")) ? 0 : 1;
    }

    private static List<HttpRequest> requests(String address, String token) {
        return SeedCorpus.finance().conversations().stream()
                .flatMap(conversation -> conversation.turns().stream())
                .map(turn -> HttpRequest.newBuilder(URI.create(address + "/v1/evaluations"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.mapper()
                                .createObjectNode()
                                .put("client", turn.client())
                                .toString()))
                        .build())
                .toList();
    }

    /** The time of each request, in milliseconds. */
    @SuppressWarnings("FutureReturnValueIgnored") // Each answer is counted, and all are waited for.
    private double[] run(HttpClient http, List<HttpRequest> requests, int forSeconds, AtomicInteger failed)
            throws InterruptedException {
        int count = rate * forSeconds;
        double[] millis = new double[count];
        CountDownLatch open = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + (long) (i * 1e9 / rate);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int number = i;
            http.sendAsync(requests.get(i % requests.size()), HttpResponse.BodyHandlers.ofByteArray())
                    .whenComplete((response, failure) -> {
                        millis[number] = (System.nanoTime() - due) / 1e6;
                        if (failure != null || response.statusCode() != 200) {
                            failed.incrementAndGet();
                        }
                        open.countDown();
                    });
        }
        if (!open.await(1, TimeUnit.MINUTES)) {
            throw new PlatformException(open.getCount() + " requests were not answered within a minute");
        }
        return millis;
    }

    private void tell(double[] millis, int failed, Map<String, Object> result) {
        Arrays.sort(millis);
        result.put("requests", millis.length);
        result.put("failed", failed);
        result.put("rate", rate);
        for (int percent : new int[] {50, 95, 99}) {
            result.put("p" + percent + " ms", Math.rint(millis[millis.length * percent / 100] * 100) / 100);
        }
        result.put("max ms", Math.rint(millis[millis.length - 1] * 100) / 100);
    }
}
