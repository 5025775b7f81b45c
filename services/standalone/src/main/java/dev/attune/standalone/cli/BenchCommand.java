package dev.attune.standalone.cli;

import picocli.CommandLine.Command;

/** Measures how fast it is, on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure how fast parts of the platform are on this machine.",
        subcommands = {BenchScoringCommand.class, BenchEvaluationsCommand.class})
final class BenchCommand {}
