package dev.attune.foundation.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server of this process's own on the loopback interface, with the database {@code attune}. */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The name of the database, and of the role that owns it. */
    public static final String NAME = "attune";

    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Path data;

    private EmbeddedDatabase(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /** Whether what was committed must survive a crash of the machine. */
    public enum Durability {
        /** It must: {@code fsync} and {@code synchronous_commit} are on. */
        SAFE,
        /** It need not: right for tests, wrong for anyone's data. */
        FAST
    }

    /**
     * Starts the server on a data folder, which is made where there is none. A server that an earlier crash left
     * running on the same folder is stopped first.
     *
     * @param data the data folder
     * @param port a free port
     */
    public static EmbeddedDatabase start(Path data, int port, Durability durability) throws IOException {
        Files.createDirectories(data.toAbsolutePath().getParent());
        stopLeftover(data);
        String safe = durability == Durability.SAFE ? "on" : "off";
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(STARTUP)
                .setServerConfig("fsync", safe)
                .setServerConfig("synchronous_commit", safe)
                .setServerConfig("full_page_writes", safe)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "1GB")
                .start();
        EmbeddedDatabase database = new EmbeddedDatabase(server, data);
        try {
            database.createAttune();
        } catch (SQLException e) {
            database.close();
            throw new IOException("the database could not be made", e);
        }
        return database;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getPort();
    }

    /** The server's main process; the others are its children. */
    public ProcessHandle postmaster() throws IOException {
        return postmaster(data).orElseThrow(() -> new IOException("the database server is gone"));
    }

    /** The server that runs on a data folder, where one does. */
    public static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        // The number may belong to another program by now.
        return namedProcess(data).filter(EmbeddedDatabase::isServer);
    }

    /** Whatever lives under the number in the server's pid file. */
    private static Optional<ProcessHandle> namedProcess(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())));
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    /** Runs a query of one value; for looking at the server's state. */
    public String query(String sql) throws SQLException {
        try (Connection connection = server.getDatabase(NAME, NAME).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void createAttune() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) {
                    return;
                }
            }
            for (String sql : List.of("create role " + NAME + " login", "create database " + NAME + " owner " + NAME)) {
                statement.execute(sql);
            }
        }
    }

    private static void stopLeftover(Path data) throws IOException {
        Optional<ProcessHandle> named = namedProcess(data);
        Optional<ProcessHandle> postmaster = named.filter(EmbeddedDatabase::isServer);
        if (postmaster.isPresent()) {
            stop(postmaster.get());
        } else if (named.isPresent()) {
            // The number belongs to another program by now, which the server would take for one of its own.
            Files.delete(data.resolve("postmaster.pid"));
        }
        // The file of a server that was killed stays: by it the next one knows whether backends of the old one still
        // write.
    }

    private static void stop(ProcessHandle postmaster) throws IOException {
        // SIGTERM asks for a smart shutdown, which waits for clients that may never go; SIGQUIT ends it at once and
        // the log is replayed at the next start.
        new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster.pid()))
                .inheritIO()
                .start();
        try {
            postmaster.onExit().get(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("an earlier database server (process " + postmaster.pid() + ") does not stop", e);
        }
    }
}
