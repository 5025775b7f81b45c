package dev.attune.foundation.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who makes the present request. */
@RequestScoped
public class Caller {

    /** The claim that lists the datasets of the bearer, or says {@code *} for all. */
    public static final String DATASETS_CLAIM = "attune_datasets";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's subject. */
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    /** Whether the caller has this role, granted or implied. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** The datasets that the caller may see; none where the token does not say. */
    public DatasetAccess datasets() {
        Object claim = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(DATASETS_CLAIM) : null;
        Set<String> names = names(claim);
        return new DatasetAccess(names.contains("*"), names);
    }

    private static Set<String> names(@Nullable Object claim) {
        Set<String> names = new HashSet<>();
        switch (claim) {
            case null -> {}
            case JsonArray array -> array.forEach(value -> names.addAll(names(value)));
            case JsonString name -> names.add(name.getString());
            case String name -> names.add(name);
            case Iterable<?> values -> values.forEach(value -> names.addAll(names(value)));
            // A number or an object names no dataset.
            default -> {}
        }
        return names;
    }
}
