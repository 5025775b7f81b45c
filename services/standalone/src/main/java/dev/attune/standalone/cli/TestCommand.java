package dev.attune.standalone.cli;

import picocli.CommandLine.Command;

/** Stands in the help; the script runs the build itself, since nothing need be built for it. */
@Command(
        name = "test",
        description = "Run all tests, on an embedded PostgreSQL and Kafka: ./attune test [Maven options]")
final class TestCommand implements Runnable {

    @Override
    public void run() {
        throw new IllegalStateException("./attune test is run by the script");
    }
}
