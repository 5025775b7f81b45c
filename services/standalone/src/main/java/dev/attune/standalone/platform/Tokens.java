package dev.attune.standalone.platform;

import java.time.Duration;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes bearer tokens for a standalone platform. */
public final class Tokens {

    private static final String NAME = "attune";

    private Tokens() {}

    /**
     * A signed token (JWT, RS256).
     *
     * @param keys the platform's keys
     * @param subject who bears it
     * @param roles what the bearer may do
     * @param datasets which datasets the bearer may see; {@code *} for all
     * @param life how long it is valid
     */
    public static String make(Keys keys, String subject, List<String> roles, List<String> datasets, Duration life) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience(NAME);
        claims.setSubject(subject);
        claims.setStringListClaim("roles", roles);
        claims.setStringListClaim("attune_datasets", datasets);
        claims.setGeneratedJwtId();
        NumericDate now = NumericDate.now();
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + life.toSeconds()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(keys.privateKey());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("an RSA key signs", e);
        }
    }
}
