package dev.attune.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.text.ContentHash;
import dev.attune.standalone.client.AttuneClient;
import dev.attune.standalone.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes snapshots to files. */
record Exports(AttuneClient client, Path folder) {

    /**
     * A written file.
     *
     * @param format its format
     * @param file where it is
     * @param lines how many records it has
     * @param sha256 the hash of its bytes
     */
    record Written(String format, String file, long lines, String sha256) {}

    /** Writes a snapshot in each format; every file must hold every pair of it. */
    List<Written> write(JsonNode snapshot, List<String> formats) throws IOException {
        Files.createDirectories(folder);
        List<Written> files = new ArrayList<>();
        for (String format : formats) {
            Path file = folder.resolve(snapshot.path("dataset").asText() + "-"
                    + snapshot.path("name").asText() + "." + format + ".jsonl");
            long lines = client.export(snapshot.path("id").asText(), format, file);
            if (lines != snapshot.path("pairs").asLong()) {
                throw new PlatformException("The export broke off: %d of %d pairs are in %s"
                        .formatted(lines, snapshot.path("pairs").asLong(), file));
            }
            files.add(new Written(format, file.toString(), lines, ContentHash.of(Files.readAllBytes(file))));
        }
        return files;
    }

    /** All snapshots of a dataset. */
    List<JsonNode> snapshots(String dataset) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = client.get("/v1/snapshots?limit=500&dataset=" + dataset + after);
            page.path("items").forEach(all::add);
            after = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        return all;
    }
}
