package dev.attune.standalone.process;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Ctrl-C on a terminal reaches every process of the launcher's group at once. */
final class Interrupts {

    private Interrupts() {}

    /** Leaves it to the launcher when this process ends: the services must find their servers until they are down. */
    static void ignore() {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
    }
}
