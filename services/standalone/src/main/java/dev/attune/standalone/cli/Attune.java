package dev.attune.standalone.cli;

import dev.attune.standalone.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "attune",
        mixinStandardHelpOptions = true,
        version = "attune 0.1.0",
        description = {
            "A factory for preference data that teaches language models emotional intelligence.",
            "",
            "Start with @|bold attune demo|@: it turns example conversations into a DPO dataset in ./attune-out/."
        },
        footer = {
            "",
            "Results go to standard output (as JSON with --json), progress to standard error; the exit status is 0",
            "only on success. Data live in the home: --home, else ATTUNE_HOME, else ~/.attune."
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            CoverageCommand.class,
            AnnotateCommand.class,
            EvaluateCommand.class,
            BenchCommand.class,
            TokenCommand.class,
            TestCommand.class,
            TrainCommand.class
        })
public final class Attune implements Runnable {

    @Spec
    CommandSpec spec;

    /** Parses and runs; exits with the status of the verb. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Attune())
                .setUsageHelpWidth(110)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof PlatformException || failure instanceof IOException) {
                        command.getErr().println("attune: " + failure.getMessage());
                    } else {
                        failure.printStackTrace(command.getErr());
                    }
                    return 1;
                });
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: a verb is missing");
    }

    /** The project's folder, where the services are built; the script tells it. */
    static Path root() {
        return Path.of(System.getProperty("attune.root", "."));
    }
}
