package dev.attune.standalone.platform;

import dev.attune.standalone.process.BrokerProcess;
import dev.attune.standalone.process.DatabaseProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says for every child process of a platform how it is run and when it is ready. */
final class Plan {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(2);

    private final Path root;
    private final AotCaches caches;
    private final Home home;
    private final Ports ports;
    private final Supplier<Keys> keys;
    private final Map<ServiceKind, Integer> replicas;
    private final @Nullable URI tracing;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(HTTP_TIMEOUT).build();

    /**
     * A plan.
     *
     * @param root the project's folder, where the services are built
     * @param caches what the processes read their classes from
     * @param keys gives the keys of the tokens; asked when a service is started
     * @param replicas how many processes of a service; one where it is not named
     * @param tracing where the services send their traces; null where they make none
     */
    Plan(
            Path root,
            AotCaches caches,
            Home home,
            Ports ports,
            Supplier<Keys> keys,
            Map<ServiceKind, Integer> replicas,
            @Nullable URI tracing) {
        this.root = root;
        this.caches = caches;
        this.home = home;
        this.ports = ports;
        this.keys = keys;
        this.tracing = tracing;
        this.replicas = new EnumMap<>(ServiceKind.class);
        for (ServiceKind kind : ServiceKind.values()) {
            this.replicas.put(kind, kind == ServiceKind.GATEWAY ? 1 : replicas.getOrDefault(kind, 1));
        }
    }

    String databaseAddress() {
        return LOOPBACK + ":" + ports.database();
    }

    String brokerAddress() {
        return LOOPBACK + ":" + ports.broker();
    }

    String url() {
        return "http://" + LOOPBACK + ":" + ports.gateway();
    }

    /** A base of ports to try where this one is taken. */
    int nextRange() {
        return ports.gateway() + 1_000;
    }

    Child.Spec database() {
        return new Child.Spec(
                "database",
                databaseAddress(),
                own(
                        "database",
                        DatabaseProcess.class,
                        // The first start on a machine unpacks the server, whose archive needs a dictionary of 64 MB.
                        160,
                        home.database().toString(),
                        Integer.toString(ports.database())),
                Map::of,
                this::databaseAnswers);
    }

    Child.Spec broker() {
        return new Child.Spec(
                "broker",
                brokerAddress(),
                own(
                        "broker",
                        BrokerProcess.class,
                        320,
                        home.broker().toString(),
                        Integer.toString(ports.broker()),
                        Integer.toString(ports.controller())),
                Map::of,
                () -> !Ports.isFree(ports.broker()));
    }

    /** Every process of every service. */
    List<Child.Spec> services() {
        List<Child.Spec> specs = new ArrayList<>();
        Map<ServiceKind, List<String>> addresses = new EnumMap<>(ServiceKind.class);
        int position = 0;
        for (ServiceKind kind : ServiceKind.values()) {
            int count = replicas.getOrDefault(kind, 1);
            for (int number = 1; number <= count; number++) {
                int port = kind == ServiceKind.GATEWAY ? ports.gateway() : ports.service(position++);
                addresses.computeIfAbsent(kind, ignored -> new ArrayList<>()).add(LOOPBACK + ":" + port);
                String name = count == 1 ? kind.code() : kind.code() + "-" + number;
                specs.add(service(kind, name, port, addresses));
            }
        }
        return specs;
    }

    private Child.Spec service(ServiceKind kind, String name, int port, Map<ServiceKind, List<String>> addresses) {
        Path jar = root.resolve("services/" + kind.code() + "/target/quarkus-app/quarkus-run.jar");
        List<String> command = new ArrayList<>(java(kind.heapMegabytes()));
        command.addAll(caches.flags(kind));
        command.addAll(List.of("-jar", jar.toString()));
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST",
                LOOPBACK,
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "QUARKUS_CONSOLE_COLOR",
                "false"));
        if (tracing != null) {
            environment.put("ATTUNE_TRACING_ENDPOINT", tracing.toString());
        }
        if (kind == ServiceKind.GATEWAY) {
            environment.put("ATTUNE_GATEWAY_EXIT_WITH_PARENT", "true");
            addresses.forEach((other, places) -> environment.put(
                    "ATTUNE_GATEWAY_" + other.name(), places.stream().collect(Collectors.joining(","))));
        } else {
            environment.put("ATTUNE_EXIT_WITH_PARENT", "true");
            environment.put("ATTUNE_DATABASE_ADDRESS", databaseAddress());
            environment.put("ATTUNE_KAFKA_ADDRESS", brokerAddress());
        }
        if (kind == ServiceKind.SCORING) {
            environment.put("ATTUNE_SCORING_RUBRICS", home.rubrics().toString());
        }
        String address = "http://" + LOOPBACK + ":" + port;
        return new Child.Spec(name, address, command, () -> withKey(kind, environment), () -> answersReady(address));
    }

    private Map<String, String> withKey(ServiceKind kind, Map<String, String> environment) {
        if (kind == ServiceKind.GATEWAY) {
            return environment;
        }
        Map<String, String> all = new HashMap<>(environment);
        all.put("QUARKUS_OIDC_PUBLIC_KEY", keys.get().publicKey());
        return all;
    }

    private List<String> own(String name, Class<?> main, int heapMegabytes, String... arguments) {
        List<String> command = new ArrayList<>(java(heapMegabytes));
        command.addAll(caches.flags(name));
        // A test runs the launcher's classes without its jar, and says where the jar is.
        String launcher = System.getProperty("attune.launcher", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", launcher, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> java(int heapMegabytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                // Small heaps on few cores: the serial collector has the smallest footprint.
                "-XX:+UseSerialGC",
                // Six processes start on these cores at once: what is only run at the start is not worth compiling.
                "-XX:CompileThresholdScaling=4",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8");
    }

    private boolean databaseAnswers() {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://" + databaseAddress() + "/attune?user=attune&connectTimeout=2")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean answersReady(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
                .timeout(HTTP_TIMEOUT)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
