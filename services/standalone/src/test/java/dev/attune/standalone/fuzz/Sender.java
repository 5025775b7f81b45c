package dev.attune.standalone.fuzz;

import java.util.concurrent.CompletableFuture;

/** Sends requests to the platform. */
interface Sender {

    /** Never fails: where no answer comes, its status is 0. */
    CompletableFuture<Answer> send(FuzzRequest request);
}
