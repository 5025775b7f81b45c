package dev.attune.foundation.testing;

import dev.attune.foundation.security.Caller;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Bearer tokens for tests, signed with a key pair of this JVM. */
public final class TestTokens {

    private static final String PUBLIC = "attune.test.public-key";
    private static final String PRIVATE = "attune.test.private-key";

    private TestTokens() {}

    /** A header's value for this role and subject, with access to these datasets ({@code *} for all). */
    public static String bearer(String role, String subject, String... datasets) {
        return "Bearer " + token(role, subject, Duration.ofMinutes(10), datasets);
    }

    /** The bare token. */
    public static String token(String role, String subject, Duration life, String... datasets) {
        return Jwt.issuer("attune")
                .audience("attune")
                .subject(subject)
                .claim("roles", Set.of(role))
                .claim(Caller.DATASETS_CLAIM, Set.of(datasets))
                .issuedAt(Instant.now().minusSeconds(1))
                .expiresAt(Instant.now().plus(life))
                .jws()
                .sign(privateKey());
    }

    /** A header's value for a token of exactly these claims, beside issuer, audience and times. */
    public static String bearerOf(Map<String, Object> claims) {
        JwtClaimsBuilder builder = Jwt.claims(claims)
                .issuer("attune")
                .audience("attune")
                .issuedAt(Instant.now().minusSeconds(1))
                .expiresAt(Instant.now().plusSeconds(600));
        return "Bearer " + builder.jws().sign(privateKey());
    }

    /** The public key, base64 of its X.509 form. */
    public static String publicKey() {
        makeKeys();
        return System.getProperty(PUBLIC);
    }

    private static PrivateKey privateKey() {
        makeKeys();
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(PRIVATE))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Test resources and tests live in different class loaders; system properties are what they share. */
    private static synchronized void makeKeys() {
        if (System.getProperty(PUBLIC) != null) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            System.setProperty(PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
