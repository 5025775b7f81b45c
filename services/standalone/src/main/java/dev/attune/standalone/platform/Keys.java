package dev.attune.standalone.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The key pair that signs and checks the tokens of a standalone platform: RSA of 2048 bits, made at the first start and
 * readable by its owner alone.
 *
 * @param privateKey signs tokens
 * @param publicKey base64 of its X.509 form, as the services take it
 */
public record Keys(PrivateKey privateKey, String publicKey) {

    private static final String PRIVATE = "private.key";
    private static final String PUBLIC = "public.key";

    /** The keys of this home; made where there are none. */
    public static Keys of(Home home) throws IOException {
        try {
            if (!Files.exists(home.keys().resolve(PRIVATE))) {
                make(home.keys());
            }
            byte[] encoded =
                    Base64.getMimeDecoder().decode(Files.readString(home.keys().resolve(PRIVATE)));
            PrivateKey privateKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new Keys(
                    privateKey, Files.readString(home.keys().resolve(PUBLIC)).strip());
        } catch (GeneralSecurityException e) {
            throw new IOException("the keys in " + home.keys() + " cannot be used", e);
        }
    }

    private static void make(Path folder) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Files.createDirectories(folder);
        write(folder.resolve(PUBLIC), pair.getPublic().getEncoded());
        // Last: its presence says that both are there.
        write(folder.resolve(PRIVATE), pair.getPrivate().getEncoded());
    }

    private static void write(Path file, byte[] key) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                draft,
                Base64.getEncoder().encodeToString(key).getBytes(StandardCharsets.US_ASCII),
                StandardOpenOption.WRITE);
        Files.move(draft, file);
    }
}
