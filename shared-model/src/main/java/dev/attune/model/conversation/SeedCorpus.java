package dev.attune.model.conversation;

import dev.attune.model.Json;
import dev.attune.model.text.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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

    private static final String FOLDER = "/verticals/finance/corpus/";
    private static final String PILOT = "pilot.jsonl";
    private static final String SEED = "seed.jsonl";

    /** The finance corpus: a hundred planner conversations with graded alternatives, the pilot first. */
    public static SeedCorpus finance() {
        return of(PILOT, SEED);
    }

    /** The pilot of the finance corpus: its first twelve conversations, small enough for a demonstration. */
    public static SeedCorpus pilot() {
        return of(PILOT);
    }

    private static SeedCorpus of(String... files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String file : files) {
            try (InputStream in = SeedCorpus.class.getResourceAsStream(FOLDER + file)) {
                if (in == null) {
                    throw new IllegalStateException("missing from the class path: " + FOLDER + file);
                }
                in.transferTo(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new SeedCorpus(ContentHash.of(bytes.toByteArray()), bytes.toByteArray());
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
