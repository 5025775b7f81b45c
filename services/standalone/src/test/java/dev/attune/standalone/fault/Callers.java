package dev.attune.standalone.fault;

import dev.attune.standalone.fault.Site.Call;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Callers of every service, at the gateway and at the service itself, one after the other's answer. */
final class Callers {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Site site;
    private final Map<String, List<Call>> calls;

    Callers(Site site, String dataset) {
        this.site = site;
        this.calls = Map.of(
                "generation",
                List.of(
                        new Call("curator", "/v1/datasets", null),
                        new Call("curator", "/v1/conversations?dataset=" + dataset, null)),
                "scoring",
                List.of(
                        new Call("curator", "/v1/scores?dataset=" + dataset, null),
                        new Call("curator", "/v1/models", null)),
                "ranking",
                List.of(
                        new Call("rater", "/v1/comparisons:next", "{\"dataset\":\"" + dataset + "\"}"),
                        new Call("curator", "/v1/judgments?dataset=" + dataset, null)),
                "preference",
                List.of(
                        new Call("curator", "/v1/pairs?dataset=" + dataset, null),
                        new Call("curator", "/v1/progress?dataset=" + dataset, null)));
    }

    /**
     * An answer.
     *
     * @param to the service that the call is meant for
     * @param through the process that it was sent to
     * @param status the HTTP status, 0 where no answer came
     * @param mediaType of its body
     * @param millis how long it took
     */
    record Answer(String to, String through, String path, int status, String mediaType, long millis) {}

    /** Calls all of them over and over for so long; returns when the last answer is there. */
    List<Answer> callFor(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        calls.forEach((service, ofService) -> ofService.forEach(call -> List.of(service, "gateway")
                .forEach(through -> threads.add(Thread.ofVirtual().start(() -> {
                    while (System.nanoTime() < end) {
                        answers.add(call(service, through, call));
                        pause();
                    }
                })))));
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(answers);
    }

    private Answer call(String service, String through, Call call) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = site.send(through, call, PATIENCE);
            String mediaType = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(service, through, call.path(), response.statusCode(), mediaType, since(start));
        } catch (IOException e) {
            return new Answer(service, through, call.path(), 0, e.toString(), since(start));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long since(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
