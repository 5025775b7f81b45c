package dev.attune.standalone.cli;

import dev.attune.model.Json;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.coverage.Coverage;
import dev.attune.model.coverage.CoverageView;
import dev.attune.model.coverage.CoverageView.CellView;
import dev.attune.model.coverage.CoverageView.TargetView;
import dev.attune.model.coverage.Outline;
import dev.attune.model.vertical.Vertical;
import dev.attune.standalone.client.AttuneClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a dataset or the seed corpus covers, and which cells it misses. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description = {
            "Hold the seed corpus, or a dataset of a running platform, against the vertical's targets.",
            "Names every cell that has too few or too many. The exit status is 0 only where every target is met."
        },
        footer = {"", "Example:  attune coverage --dataset planner"})
final class CoverageCommand implements Callable<Integer> {

    @Mixin
    ConnectionOptions connection;

    @Option(names = "--dataset", description = "The dataset's name (default: the seed corpus, which needs no platform)")
    @Nullable
    String dataset;

    @Option(names = "--json", description = "Print the result as JSON")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(spec);
        CoverageView coverage = dataset == null ? corpus() : ofDataset(dataset);
        if (json) {
            console.json(coverage);
        } else {
            print(console, coverage);
        }
        return coverage.met() ? 0 : 1;
    }

    private static CoverageView corpus() {
        return CoverageView.from(Coverage.measure(
                Vertical.finance(),
                SeedCorpus.finance().conversations().stream().map(Outline::of).toList()));
    }

    private CoverageView ofDataset(String name) throws IOException {
        AttuneClient client = connection.client();
        return Json.mapper()
                .treeToValue(
                        client.get("/v1/coverage?dataset=" + URLEncoder.encode(name, StandardCharsets.UTF_8)),
                        CoverageView.class);
    }

    private static void print(Console console, CoverageView coverage) {
        console.result(
                "%d conversations, %d turns (%d without labels), targets of %s",
                coverage.conversations(), coverage.turns(), coverage.unlabelled(), coverage.vertical());
        console.result("%-18s %9s  %s", "target", "have/want", "of");
        for (TargetView target : coverage.targets()) {
            console.result("%-18s %5d/%-3d  %s", target.code(), target.have(), target.want(), target.title());
            for (CellView cell : target.missing()) {
                console.result("    missing: %s has %d, wants %s", cell.cell(), cell.have(), wanted(cell));
            }
        }
        console.result(coverage.met() ? "Every target is met." : "Not every target is met.");
    }

    private static String wanted(CellView cell) {
        if (cell.atMost() == null) {
            return String.valueOf(cell.atLeast());
        }
        return cell.atMost() == cell.atLeast()
                ? String.valueOf(cell.atLeast())
                : cell.atLeast() + " to " + cell.atMost();
    }
}
