package dev.attune.standalone.process;

import dev.attune.foundation.embedded.EmbeddedDatabase;
import dev.attune.foundation.embedded.EmbeddedDatabase.Durability;
import dev.attune.model.process.ParentPipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Runs the embedded PostgreSQL until the launcher goes or the server ends. */
public final class DatabaseProcess {

    private DatabaseProcess() {}

    /** Arguments: the data folder, the port. */
    public static void main(String[] arguments) throws IOException {
        Interrupts.ignore();
        EmbeddedDatabase database =
                EmbeddedDatabase.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Durability.SAFE);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database), "database-stop"));
        ParentPipe.watch(System.in, () -> System.exit(0));
        database.postmaster().onExit().join();
        System.exit(1);
    }

    private static void close(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
