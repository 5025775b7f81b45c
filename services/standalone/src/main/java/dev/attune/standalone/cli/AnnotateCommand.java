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
        footer = {"", "Example:  attune annotate --out corpus.documents.jsonl"})
final class AnnotateCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", description = "A file in the format attune (default: the seed corpus)")
    @Nullable
    Path input;

    @Option(
            names = "--out",
            defaultValue = "attune-out/conversation-documents.jsonl",
            description = "The file to write (default: ${DEFAULT-VALUE})")
    Path out;

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
        write(documents);
        console.result("%s  %d documents", out, documents.size());
        return 0;
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

    private void write(List<ConversationDocument> documents) throws IOException {
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
