package dev.attune.standalone.cli;

import dev.attune.standalone.platform.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where a platform's data are. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where data, keys and logs are (default: ATTUNE_HOME, else ~/.attune)")
    @Nullable
    Path folder;

    Home home() {
        return Home.of(folder);
    }
}
