package dev.attune.model.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of content, as lower-case hexadecimal. */
public final class ContentHash {

    private final MessageDigest digest;

    private ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash of these bytes: 64 hexadecimal digits. */
    public static String of(byte[] content) {
        ContentHash hash = new ContentHash();
        return HexFormat.of().formatHex(hash.digest.digest(content));
    }

    /** The hash of these parts in their order; each part's length is hashed too, so that no two lists collide. */
    public static String ofParts(Iterable<String> parts) {
        ContentHash hash = new ContentHash();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            hash.digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            hash.digest.update(bytes);
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }
}
