package dev.attune.standalone.cli;

import dev.attune.model.document.ConversationDocument;
import dev.attune.model.document.DocumentParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Documents as files of a folder, each of at most so many lines, with a guide that says how to put parts together. */
final class DocumentFiles {

    private static final String GUIDE = """
            # How to put the parts together

            `<id>.json` is a whole conversation. `<id>.part-1-of-3.json` and so on are one conversation in parts of at most %d lines: each
            has the form of a conversation document and some of its turns, in order; no turn is cut. `total_turns` in the metadata counts
            the turns of the whole, and so do the pointers in `derived_fields`; `label_revisions` stand in part 1.

            To join: take part 1, append the `training_pairs` of the others in their order, and unite `derived_fields`, sorted. With jq:

            ```sh
            jq -s '.[0] + {training_pairs: (map(.training_pairs) | add), derived_fields: (map(.derived_fields) | add | sort)}' \\
              <id>.part-*.json > <id>.json
            ```

            Until then a part passes the JSON Schema, but not the rule that there are `total_turns` turns.
            """;

    private DocumentFiles() {}

    /**
     * Writes them.
     *
     * @return how many files of conversations
     * @throws IllegalArgumentException where a turn alone has more lines; then nothing is written
     */
    static int write(List<ConversationDocument> documents, int maxLines, Path folder) throws IOException {
        List<List<ConversationDocument>> all = new ArrayList<>();
        for (ConversationDocument document : documents) {
            all.add(DocumentParts.split(document, maxLines));
        }
        Files.createDirectories(folder);
        for (List<ConversationDocument> parts : all) {
            for (int i = 0; i < parts.size(); i++) {
                String id = parts.get(i).conversationMetadata().conversationId();
                String part = parts.size() == 1 ? "" : ".part-%d-of-%d".formatted(i + 1, parts.size());
                Files.writeString(folder.resolve(id + part + ".json"), DocumentParts.text(parts.get(i)));
            }
        }
        Files.writeString(folder.resolve("ASSEMBLY.md"), GUIDE.formatted(maxLines));
        return all.stream().mapToInt(List::size).sum();
    }
}
