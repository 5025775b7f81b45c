package dev.attune.standalone.platform;

import dev.attune.foundation.embedded.EmbeddedBroker;
import dev.attune.foundation.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The whole platform on one machine. Starting brings up database, broker and gateway, then every other service side by side;
 * a child that dies is started again; stopping takes the services down first. Should this process die without stopping,
 * the children end by themselves, since their standard input closes.
 */
public final class Platform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(12);
    private static final Duration TRAINING_STOP_PATIENCE = Duration.ofSeconds(60);
    private static final Duration MEMORY_SAMPLING = Duration.ofMillis(500);

    private final Home home;
    private final FileLock lock;
    private final Plan plan;
    private final Duration stopPatience;
    private final List<Child> children = new ArrayList<>();
    private final Map<String, Long> peakMemory = new ConcurrentHashMap<>();
    private final BiConsumer<String, String> news;
    private volatile boolean closed;

    /**
     * How to run it.
     *
     * @param root the project's folder
     * @param home where its data are
     * @param port the gateway's port, or 0 for any free range
     * @param replicas how many processes of a service
     * @param tracing where the services send their traces (OTLP over HTTP); null where they make none
     */
    public record Options(
            Path root,
            Home home,
            int port,
            Map<ServiceKind, Integer> replicas,
            @Nullable URI tracing) {

        public Options {
            replicas = Map.copyOf(replicas);
        }

        /** Without traces. */
        public Options(Path root, Home home, int port, Map<ServiceKind, Integer> replicas) {
            this(root, home, port, replicas, null);
        }
    }

    /**
     * One line of the table.
     *
     * @param name the process
     * @param address where it listens
     * @param readyIn how long its start took
     * @param memoryBytes what it holds now, with its own children; empty where the system does not tell
     */
    public record Status(
            String name, String address, @Nullable Duration readyIn, OptionalLong memoryBytes) {}

    private Platform(Home home, FileLock lock, Plan plan, Duration stopPatience, BiConsumer<String, String> news) {
        this.home = home;
        this.lock = lock;
        this.plan = plan;
        this.stopPatience = stopPatience;
        this.news = news;
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @param news is told what happens to which process
     * @throws PlatformException where it cannot run; nothing is left running
     */
    public static Platform start(Options options, BiConsumer<String, String> news) {
        return start(options, new AotCaches(options.root(), false), news);
    }

    /**
     * Starts everything once and stops it, so that every process writes the cache from which it starts faster from
     * then on. Where this is cut short, no cache changes.
     *
     * @return how many caches were made
     * @throws PlatformException where it cannot run
     */
    public static int train(Options options, BiConsumer<String, String> news) throws IOException {
        AotCaches caches = new AotCaches(options.root(), true);
        caches.discard();
        start(options, caches, news).close();
        return caches.publish();
    }

    private static Platform start(Options options, AotCaches caches, BiConsumer<String, String> news) {
        try {
            FileLock lock = options.home().lock();
            Ports ports = options.port() == 0 ? Ports.free() : new Ports(options.port());
            Plan plan = new Plan(
                    options.root(),
                    caches,
                    options.home(),
                    ports,
                    keys(options.home()),
                    options.replicas(),
                    options.tracing());
            Duration stopPatience = caches.training() ? TRAINING_STOP_PATIENCE : STOP_PATIENCE;
            Platform platform = new Platform(options.home(), lock, plan, stopPatience, news);
            try {
                platform.startAll();
            } catch (IOException | InterruptedException | RuntimeException e) {
                platform.close();
                throw e;
            }
            return platform;
        } catch (IOException e) {
            throw new PlatformException("The platform could not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("The start was interrupted", e);
        }
    }

    /** Makes the keys, where there are none, while the servers start: an RSA key takes its time in a young JVM. */
    private static Supplier<Keys> keys(Home home) {
        CompletableFuture<Keys> keys = CompletableFuture.supplyAsync(() -> {
            try {
                return Keys.of(home);
            } catch (IOException e) {
                throw new PlatformException("The platform could not start: " + e.getMessage(), e);
            }
        });
        return () -> {
            try {
                return keys.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof PlatformException cause ? cause : e;
            }
        };
    }

    /** The address of the API. */
    public String url() {
        return plan.url();
    }

    /** Every process as it is now. */
    public List<Status> status() {
        return children.stream()
                .map(child -> new Status(child.spec().name(), child.spec().address(), child.readyIn(), memory(child)))
                .toList();
    }

    /** The operating system's process of this name, such as {@code scoring} or {@code ranking-2}. */
    public Optional<ProcessHandle> process(String name) {
        return children.stream()
                .filter(child -> child.spec().name().equals(name))
                .findFirst()
                .map(Child::handle);
    }

    /** The most memory that each process was seen to hold, in bytes, by name; sampled twice a second. */
    public Map<String, Long> peakMemory() {
        Map<String, Long> peaks = new LinkedHashMap<>();
        children.forEach(child -> peaks.put(
                child.spec().name(), peakMemory.getOrDefault(child.spec().name(), 0L)));
        return peaks;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        // Ctrl-C reaches the children too; none of them is to come back.
        children.forEach(Child::letGo);
        boolean interrupted = false;
        // The servers were started first and are the last two to go.
        List<Child> servers = children.subList(0, Math.min(2, children.size()));
        List<Child> services = children.subList(servers.size(), children.size());
        for (List<Child> group : List.of(services, servers)) {
            group.forEach(Child::requestStop);
            for (Child child : group) {
                try {
                    child.awaitEnd(stopPatience);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        try {
            home.forgetUrl();
            lock.channel().close();
        } catch (IOException e) {
            news.accept("home", "could not be released: " + e.getMessage());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAll() throws IOException, InterruptedException {
        List<Child.Spec> services = plan.services();
        List<Child.Spec> servers = List.of(plan.database(), plan.broker());
        requireFree(servers);
        requireFree(services);
        home.rememberUrl(plan.url());
        List<Child> first = add(servers);
        List<Child> second = add(services);
        // The gateway needs no server, and starts while they wait for their disk.
        start(first);
        start(second.stream().filter(Platform::needsNoServer).toList());
        awaitReady(first);
        EmbeddedBroker.createTopics(plan.brokerAddress());
        start(second.stream().filter(child -> !needsNoServer(child)).toList());
        awaitReady(second);
        Thread.ofVirtual().name("memory").start(this::sampleMemory);
    }

    private List<Child> add(List<Child.Spec> specs) {
        List<Child> added =
                specs.stream().map(spec -> new Child(spec, home.logs(), news)).toList();
        children.addAll(added);
        return added;
    }

    private static boolean needsNoServer(Child child) {
        return child.spec().name().equals(ServiceKind.GATEWAY.code());
    }

    private static void start(List<Child> children) throws IOException {
        for (Child child : children) {
            child.start();
        }
    }

    /** Waits for all at once, so that each is found ready when it is, and one that fails ends the wait. */
    private static void awaitReady(List<Child> children) throws IOException, InterruptedException {
        ExecutorService waits = Executors.newVirtualThreadPerTaskExecutor();
        try {
            CompletionService<Void> ready = new ExecutorCompletionService<>(waits);
            for (Child child : children) {
                ready.submit(() -> {
                    child.awaitReady(PATIENCE);
                    return null;
                });
            }
            for (int i = 0; i < children.size(); i++) {
                ready.take().get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            waits.shutdownNow();
        }
    }

    private void requireFree(List<Child.Spec> specs) throws IOException, InterruptedException {
        // After a launcher that was killed, its children still need a moment to end.
        boolean leftover = home.url().equals(Optional.of(plan.url()));
        long deadline = System.nanoTime() + (leftover ? STOP_PATIENCE.toNanos() : 0);
        for (Child.Spec spec : specs) {
            boolean ownServer = spec.name().equals("database")
                    && EmbeddedDatabase.postmaster(home.database()).isPresent();
            while (!ownServer && !Ports.isFree(spec.port())) {
                if (System.nanoTime() > deadline) {
                    throw new PlatformException(
                            ("%s cannot start: port %d is taken by another program. Stop that program,"
                                            + " or give the platform another range of ports, for example: attune up --port %d")
                                    .formatted(spec.name(), spec.port(), plan.nextRange()));
                }
                Thread.sleep(200);
            }
        }
    }

    private void sampleMemory() {
        while (!closed) {
            for (Child child : children) {
                memory(child).ifPresent(bytes -> peakMemory.merge(child.spec().name(), bytes, Math::max));
            }
            try {
                Thread.sleep(MEMORY_SAMPLING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private OptionalLong memory(Child child) {
        ProcessHandle handle = child.handle();
        if (handle == null) {
            return OptionalLong.empty();
        }
        OptionalLong own = Memory.ofTree(handle);
        if (own.isEmpty() || !child.spec().name().equals("database")) {
            return own;
        }
        try {
            // The server detaches itself from the process that started it.
            OptionalLong server = EmbeddedDatabase.postmaster(home.database())
                    .map(Memory::ofTree)
                    .orElse(OptionalLong.empty());
            return OptionalLong.of(own.getAsLong() + server.orElse(0));
        } catch (IOException e) {
            return own;
        }
    }
}
