package dev.attune.standalone.fuzz;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/** Sends requests, some at a time, and gathers what is wrong with the answers. */
final class Fuzzer {

    private static final int AT_A_TIME = 12;
    private static final long SLOW_MILLIS = 2_000;

    private final long seed;
    private final ApiDocument document;
    private final World world;
    private final Sender sender;
    private final AnswerCheck check;

    Fuzzer(long seed, ApiDocument document, World world, Sender sender) {
        this.seed = seed;
        this.document = document;
        this.world = world;
        this.sender = sender;
        this.check = new AnswerCheck(document);
    }

    /**
     * Sends so many requests to the operations that are included.
     *
     * @throws InterruptedException if it was interrupted while answers were still to come
     */
    Report run(int requests, Predicate<Operation> included) throws InterruptedException {
        RequestMaker maker = new RequestMaker(seed, document, world, included);
        Report report = new Report(seed);
        Semaphore places = new Semaphore(AT_A_TIME);
        Queue<FuzzRequest> slow = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        for (int index = 0; index < requests; index++) {
            FuzzRequest request = maker.make(index);
            places.acquire();
            var unused = sender.send(request)
                    .thenAccept(answer -> {
                        report.add(request, answer, check.check(request, answer));
                        if (answer.millis() > SLOW_MILLIS) {
                            slow.add(request);
                        }
                    })
                    .whenComplete((done, failure) -> {
                        places.release();
                        if (failure != null) {
                            report.addFault(request, new Finding("the fuzzer failed", failure.toString()));
                        }
                    });
        }
        places.acquire(AT_A_TIME);
        report.took((System.nanoTime() - start) / 1e9);
        report.slow(slow.size());
        slow.forEach(request -> sendAlone(request, report));
        return report;
    }

    /** What is slow though nothing else runs is slow by itself, not by the load of this fuzzer. */
    private void sendAlone(FuzzRequest request, Report report) {
        Answer answer = sender.send(request).join();
        report.addLate(request, answer.millis());
        if (answer.millis() > SLOW_MILLIS) {
            report.addFault(request, new Finding("slow", answer.millis() + " ms alone"));
        }
    }
}
