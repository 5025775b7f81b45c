package dev.attune.standalone.process;

import dev.attune.foundation.embedded.EmbeddedBroker;
import dev.attune.model.process.ParentPipe;
import java.io.IOException;
import java.nio.file.Path;

/** Runs the embedded Kafka until the launcher goes. */
public final class BrokerProcess {

    private BrokerProcess() {}

    /** Arguments: the data folder, the port for clients, the port of the controller. */
    public static void main(String[] arguments) throws IOException {
        Interrupts.ignore();
        EmbeddedBroker broker = EmbeddedBroker.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
        ParentPipe.watch(System.in, () -> System.exit(0));
    }
}
