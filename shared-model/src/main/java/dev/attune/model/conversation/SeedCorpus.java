package dev.attune.model.conversation;

import dev.attune.model.Json;
import dev.attune.model.text.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The conversations that come with the platform: written by a language model, not reviewed by a human expert.
 *
 * @param hash SHA-256 of the file, which names this version of the corpus
 * @param bytes the file: Attune's JSON Lines, one {@link AuthoredConversation} a line
 */
public record SeedCorpus(String hash, byte[] bytes) {

    private static final String PILOT = "/verticals/finance/corpus/pilot.jsonl";

    /** The pilot of the finance corpus: twelve planner conversations with graded alternatives. */
    public static SeedCorpus pilot() {
        try (InputStream in = SeedCorpus.class.getResourceAsStream(PILOT)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + PILOT);
            }
            byte[] bytes = in.readAllBytes();
            return new SeedCorpus(ContentHash.of(bytes), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as a stream. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** All conversations, in the file's order. */
    public List<AuthoredConversation> conversations() {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(SeedCorpus::parse)
                .toList();
    }

    private static AuthoredConversation parse(String line) {
        try {
            return Json.mapper().readValue(line, AuthoredConversation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
