package dev.attune.standalone.cli;

import dev.attune.standalone.platform.Platform;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the platform once, so that it starts faster from then on; the script adds what the launcher itself needs. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Make the caches from which the platform's processes start with half the work, until the next build.",
            "Starts the platform once on a temporary home and stops it; takes some minutes and 630 MB of disk.",
            "Worth it where the same build is started often."
        })
final class TrainCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(spec);
        try (TemporaryHome temporary = TemporaryHome.create()) {
            int count = Platform.train(
                    new Platform.Options(Attune.root(), temporary.home(), 0, Map.of()),
                    (name, what) -> console.progress("%s %s", name, what));
            console.progress("%d caches made", count);
        }
        return 0;
    }
}
