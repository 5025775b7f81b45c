package dev.attune.model.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The pipe by which a process knows that its parent lives: the parent holds the other end open and writes nothing. When
 * the parent ends, however it ends, the operating system closes the pipe.
 */
public final class ParentPipe {

    private static final long GRACE_MILLIS = 8_000;

    private ParentPipe() {}

    /**
     * Runs the stop action when the pipe closes, and halts this process where it is still there eight seconds later.
     *
     * @param pipe the standard input of this process
     * @param stop ends this process in order
     */
    public static void watch(InputStream pipe, Runnable stop) {
        Thread.ofPlatform().daemon().name("parent-pipe").start(() -> {
            drain(pipe);
            Thread.ofPlatform().daemon().name("parent-pipe-halt").start(ParentPipe::haltAfterGrace);
            stop.run();
        });
    }

    private static void drain(InputStream pipe) {
        try {
            pipe.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe says the same as a closed one.
            return;
        }
    }

    private static void haltAfterGrace() {
        try {
            Thread.sleep(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
