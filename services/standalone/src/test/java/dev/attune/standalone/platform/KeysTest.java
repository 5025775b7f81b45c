package dev.attune.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path folder;

    @Test
    void shouldMakeKeysOnceAndForTheOwnerAlone() throws Exception {
        Home home = new Home(folder);

        Keys first = Keys.of(home);
        Keys again = Keys.of(home);

        assertThat(again.publicKey()).isEqualTo(first.publicKey());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.keys().resolve("private.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldSignTokensThatThePublicKeyVerifies() throws Exception {
        Keys keys = Keys.of(new Home(folder));
        PublicKey publicKey = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(keys.publicKey())));

        String token = Tokens.make(keys, "ann", List.of("rater"), List.of("planner"), Duration.ofHours(1));

        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(publicKey)
                .setExpectedIssuer("attune")
                .setExpectedAudience("attune")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("ann");
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("rater");
        assertThat(claims.getStringListClaimValue("attune_datasets")).containsExactly("planner");
    }
}
