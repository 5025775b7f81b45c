package dev.attune.standalone.cli;

import dev.attune.standalone.platform.Keys;
import dev.attune.standalone.platform.Platform;
import dev.attune.standalone.platform.ServiceKind;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the platform until Ctrl-C. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Run the platform on this machine until Ctrl-C: PostgreSQL, Kafka and every service.",
        footer = {"", "Example:  attune up --port 9180 --replicas ranking=2"})
final class UpCommand implements Callable<Integer> {

    private static final int PORT = 8180;
    private static final int LOOK_EVERY_SECONDS = 2;

    @Mixin
    HomeOption home;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + PORT,
            description = "The gateway's port; the others follow it (default: ${DEFAULT-VALUE}; 0: any free range)")
    int port;

    @Option(
            names = "--replicas",
            paramLabel = "SERVICE=N",
            split = ",",
            description = "How many processes of a service (generation, scoring, ranking, preference), 1 to 8")
    Map<String, Integer> replicas = new LinkedHashMap<>();

    @Option(
            names = "--tracing-endpoint",
            paramLabel = "URL",
            description = "Send traces there (OTLP over HTTP), for example http://127.0.0.1:4318 (default: no traces)")
    URI tracing;

    @Option(
            names = "--verbose",
            description = "Show every 2 s what each process does: memory, lag, outbox, dead letters, pool, messages")
    boolean verbose;

    @Option(names = "--json", description = "Print the table as JSON, and with --verbose an object a line after it")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Console console = Console.of(spec);
        CountDownLatch stop = new CountDownLatch(1);
        console.progress("Starting on the home %s", home.home().folder());
        Platform platform = Platform.start(
                new Platform.Options(Attune.root(), home.home(), port, replicas(), tracing),
                (name, what) -> console.progress("%s %s", name, what));
        Thread hook = new Thread(
                () -> {
                    console.progress("Stopping");
                    platform.close();
                    stop.countDown();
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        if (json) {
            console.json(StatusTable.json(platform));
        } else {
            StatusTable.print(platform, console.out());
            console.progress(
                    "Logs are in %s. Ctrl-C stops the platform.", home.home().logs());
        }
        if (verbose) {
            show(platform, console, stop);
        }
        stop.await();
        return 0;
    }

    private void show(Platform platform, Console console, CountDownLatch stop)
            throws InterruptedException, IOException {
        java.io.Console own = System.console();
        LiveStatus live = new LiveStatus(platform, Keys.of(home.home()), console, own != null && own.isTerminal());
        while (!stop.await(LOOK_EVERY_SECONDS, TimeUnit.SECONDS)) {
            if (json) {
                live.printJson();
            } else {
                live.print();
            }
        }
    }

    private Map<ServiceKind, Integer> replicas() {
        Map<ServiceKind, Integer> counts = new EnumMap<>(ServiceKind.class);
        replicas.forEach((name, count) -> {
            ServiceKind kind = ServiceKind.of(name)
                    .filter(found -> found != ServiceKind.GATEWAY)
                    .orElseThrow(() -> new CommandLine.ParameterException(
                            spec.commandLine(), "--replicas: no service to multiply is called " + name));
            if (count < 1 || count > 8) {
                throw new CommandLine.ParameterException(spec.commandLine(), "--replicas: 1 to 8, not " + count);
            }
            counts.put(kind, count);
        });
        return counts;
    }
}
