package dev.attune.standalone.cli;

import dev.attune.standalone.platform.Keys;
import dev.attune.standalone.platform.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a bearer token for a standalone platform. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Print a bearer token for the standalone platform of this home.",
        footer = {"", "Example:  attune token --role rater --subject ann --dataset planner-demo"})
final class TokenCommand implements Callable<Integer> {

    private static final List<String> ROLES = List.of("rater", "reviewer", "curator", "admin");

    @Mixin
    HomeOption home;

    @Option(
            names = "--role",
            required = true,
            split = ",",
            description = "What the bearer may do: rater, reviewer, curator, admin (repeatable)")
    List<String> roles;

    @Option(names = "--subject", required = true, description = "Who bears it, for example a rater's pseudonym")
    String subject;

    @Option(
            names = "--dataset",
            split = ",",
            defaultValue = "*",
            description = "The datasets that the bearer may see (repeatable; default: all)")
    List<String> datasets;

    @Option(names = "--hours", defaultValue = "12", description = "How long it is valid (default: ${DEFAULT-VALUE})")
    int hours;

    @Option(names = "--json", description = "Print the token with what it says as JSON")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        for (String role : roles) {
            if (!ROLES.contains(role)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--role: one of " + String.join(", ", ROLES) + ", not " + role);
            }
        }
        if (hours < 1 || hours > 24 * 365) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--hours: 1 to 8760, not " + hours);
        }
        String token = Tokens.make(Keys.of(home.home()), subject, roles, datasets, Duration.ofHours(hours));
        Console console = Console.of(spec);
        if (json) {
            console.json(
                    Map.of("token", token, "subject", subject, "roles", roles, "datasets", datasets, "hours", hours));
        } else {
            console.result("%s", token);
        }
        return 0;
    }
}
