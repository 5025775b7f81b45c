package dev.attune.foundation.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Adds the roles that a role implies. */
@ApplicationScoped
class ImpliedRoles implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        Set<String> implied = implied(identity.getRoles());
        return Uni.createFrom()
                .item(
                        implied.isEmpty()
                                ? identity
                                : QuarkusSecurityIdentity.builder(identity)
                                        .addRoles(implied)
                                        .build());
    }

    private static Set<String> implied(Set<String> roles) {
        if (roles.contains(Roles.ADMIN)) {
            return Set.of(Roles.CURATOR, Roles.REVIEWER, Roles.RATER);
        }
        return roles.contains(Roles.CURATOR) ? Set.of(Roles.REVIEWER) : Set.of();
    }
}
