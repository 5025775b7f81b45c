package dev.attune.standalone.cli;

import dev.attune.model.Json;
import dev.attune.model.annotator.Annotator;
import dev.attune.model.conversation.AuthoredConversation;
import dev.attune.model.conversation.SeedCorpus;
import dev.attune.model.document.ConversationDocument;
import dev.attune.model.document.DocumentMetadata.Authorship;
import dev.attune.model.strict.BreachException;
import dev.attune.model.vertical.Vertical;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the deep conversation format from compact conversations. Needs no platform. */
@Command(
        name = "annotate",
        mixinStandardHelpOptions = true,
        description = {
            "Write the deep conversation format, one JSON document a line, from compact conversations with labels.",
            "What the author wrote is taken over; the rest comes by rules, and derived_fields names what does."
        },
        footer = {
            "",
            "Example:  attune annotate --out corpus.documents.jsonl",
            "          attune annotate --max-lines 1500 --out documents"
        })
final class AnnotateCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", description = "A file in the format attune (default: the seed corpus)")
    @Nullable
    Path input;

    @Option(
            names = "--out",
            description = "The file to write (default: attune-out/conversation-documents.jsonl),"
                    + " with --max-lines the folder (default: attune-out/conversation-documents)")
    @Nullable
    Path out;

    @Option(
            names = "--max-lines",
            description =
                    "Write a file a document, or where it would be longer than this, several, split between turns")
    @Nullable
    Integer maxLines;

    @Option(
            names = "--author",
            defaultValue = "person",
            description = "Who wrote the input (default: ${DEFAULT-VALUE})")
    String author;

    @Option(
            names = "--licence",
            defaultValue = "NOASSERTION",
            description = "Its SPDX licence (default: ${DEFAULT-VALUE})")
    String licence;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(spec);
        Authorship authorship = input == null
                ? new Authorship("language-model", false, "Apache-2.0")
                : new Authorship(author, false, licence);
        List<ConversationDocument> documents;
        try {
            documents = new Annotator(Vertical.finance(), authorship).annotate(conversations());
        } catch (BreachException e) {
            console.progress("%s", String.valueOf(e.getMessage()));
            return 1;
        }
        if (maxLines == null) {
            Path file = Objects.requireNonNullElse(out, Path.of("attune-out/conversation-documents.jsonl"));
            write(documents, file);
            console.result("%s  %d documents", file, documents.size());
            return 0;
        }
        Path folder = Objects.requireNonNullElse(out, Path.of("attune-out/conversation-documents"));
        try {
            int files = DocumentFiles.write(documents, maxLines, folder);
            console.result(
                    "%s  %d documents in %d files; ASSEMBLY.md tells how to join them",
                    folder, documents.size(), files);
            return 0;
        } catch (IllegalArgumentException e) {
            console.progress("%s", String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private List<AuthoredConversation> conversations() throws IOException {
        if (input == null) {
            return SeedCorpus.finance().conversations();
        }
        List<AuthoredConversation> conversations = new ArrayList<>();
        for (String line : Files.readAllLines(input)) {
            if (!line.isBlank()) {
                conversations.add(Json.mapper().readValue(line, AuthoredConversation.class));
            }
        }
        return conversations;
    }

    private static void write(List<ConversationDocument> documents, Path out) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
            for (ConversationDocument document : documents) {
                file.write(document.write());
                file.write('\n');
            }
        }
    }
}
