package dev.attune.standalone.fuzz;

import dev.attune.standalone.platform.Keys;
import dev.attune.standalone.platform.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Tokens: good ones, and some of every kind that must not open anything. */
final class Bearers {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Keys keys;
    private final Map<String, String> invalid;
    private final Map<String, String> odd;

    Bearers(Keys keys) {
        this.keys = keys;
        this.invalid = makeInvalid();
        this.odd = makeOdd();
    }

    /** A good token, valid for two hours. */
    String good(String role, String subject, String... datasets) {
        return Tokens.make(keys, subject, List.of(role), List.of(datasets), Duration.ofHours(2));
    }

    /** Values of the header Authorization that open nothing, by what is wrong with them. */
    Map<String, String> invalid() {
        return invalid;
    }

    /** Values of the header Authorization with a good signature and odd claims. */
    Map<String, String> odd() {
        return odd;
    }

    private Map<String, String> makeInvalid() {
        String[] good = good("admin", "mallory", "*").split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(good[1]), StandardCharsets.UTF_8);
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("expired", signed(claims("admin", "attune", "attune", "\"sub\":\"m\",", -3600), keys.privateKey()));
        tokens.put(
                "other issuer", signed(claims("admin", "evil", "attune", "\"sub\":\"m\",", 3600), keys.privateKey()));
        tokens.put(
                "other audience", signed(claims("admin", "attune", "evil", "\"sub\":\"m\",", 3600), keys.privateKey()));
        tokens.put("no subject", signed(claims("admin", "attune", "attune", "", 3600), keys.privateKey()));
        tokens.put("other key", signed(payload, otherKey()));
        tokens.put("tampered claims", good[0] + "." + encoded(payload.replace("mallory", "alice")) + "." + good[2]);
        tokens.put("tampered signature", good[0] + "." + good[1] + "." + good[2].substring(8) + "AAAAAAAA");
        tokens.put("algorithm none", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + good[1] + ".");
        tokens.put("algorithm none, signed", encoded("{\"alg\":\"none\"}") + "." + good[1] + "." + good[2]);
        tokens.put("HS256 by the public key", hs256(payload, keys.publicKey().getBytes(StandardCharsets.US_ASCII)));
        tokens.put("HS256 by its bytes", hs256(payload, Base64.getDecoder().decode(keys.publicKey())));
        tokens.put("RS512 in the header", encoded("{\"alg\":\"RS512\"}") + "." + good[1] + "." + good[2]);
        tokens.put("two parts", good[0] + "." + good[1]);
        tokens.put("claims no JSON", signed("not json", keys.privateKey()));
        tokens.put("empty object", signed("{}", keys.privateKey()));
        tokens.put("garbage", "nonsense");
        tokens.put("dots", "..");
        tokens.put("not ASCII", "\u00e9\u00e8.\u00e9.\u00e9");
        tokens.put("empty", "");
        tokens.put("long", "a".repeat(6_000));
        tokens.replaceAll((what, token) -> "Bearer " + token);
        tokens.put("basic", "Basic " + BASE64.encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8)));
        tokens.put("scheme alone", "Bearer");
        tokens.put("no scheme", String.join(".", good));
        return Map.copyOf(tokens);
    }

    private Map<String, String> makeOdd() {
        Map<String, String> tokens = new LinkedHashMap<>();
        UnaryOperator<String> with = extra -> "Bearer "
                + signed(
                        "{\"iss\":\"attune\",\"aud\":\"attune\",\"sub\":\"odd\",\"iat\":%d,\"exp\":%d,%s}"
                                .formatted(
                                        Instant.now().getEpochSecond(),
                                        Instant.now().getEpochSecond() + 7200,
                                        extra),
                        keys.privateKey());
        tokens.put("datasets a number", with.apply("\"roles\":[\"admin\"],\"attune_datasets\":7"));
        tokens.put("datasets an object", with.apply("\"roles\":[\"admin\"],\"attune_datasets\":{\"a\":1}"));
        tokens.put(
                "datasets mixed", with.apply("\"roles\":[\"admin\"],\"attune_datasets\":[1,null,[\"a\"],\"fuzz-a\"]"));
        tokens.put("datasets null", with.apply("\"roles\":[\"admin\"],\"attune_datasets\":null"));
        tokens.put("datasets a text", with.apply("\"roles\":[\"admin\"],\"attune_datasets\":\"fuzz-a\""));
        tokens.put("no datasets", with.apply("\"roles\":[\"admin\"]"));
        tokens.put("roles a text", with.apply("\"roles\":\"admin\",\"attune_datasets\":[\"*\"]"));
        tokens.put("roles a number", with.apply("\"roles\":5,\"attune_datasets\":[\"*\"]"));
        tokens.put("roles mixed", with.apply("\"roles\":[1,null,{}],\"attune_datasets\":[\"*\"]"));
        tokens.put("no roles", with.apply("\"attune_datasets\":[\"*\"]"));
        tokens.put("NUL in a dataset", with.apply("\"roles\":[\"admin\"],\"attune_datasets\":[\"a\\u0000b\"]"));
        tokens.put("half a surrogate", with.apply("\"roles\":[\"admin\"],\"attune_datasets\":[\"\\ud800\"]"));
        return Map.copyOf(tokens);
    }

    private static String claims(String role, String issuer, String audience, String subject, long life) {
        long now = Instant.now().getEpochSecond();
        return "{\"iss\":\"%s\",\"aud\":\"%s\",%s\"roles\":[\"%s\"],\"attune_datasets\":[\"*\"],\"iat\":%d,\"exp\":%d}"
                .formatted(issuer, audience, subject, role, now - 7200, now + life);
    }

    private static String signed(String payload, PrivateKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(payload);
        signature.setKey(key);
        signature.setAlgorithmHeaderValue("RS256");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey otherKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hs256(String payload, byte[] secret) {
        String content = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded(payload);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
