package dev.attune.foundation.security;

import dev.attune.foundation.problem.ProblemMappers;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.NoSuchElementException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses every request to the API that has no valid token, before it is known whether the path exists. */
public class TokenFilter {

    private final CurrentIdentityAssociation association;

    TokenFilter(CurrentIdentityAssociation association) {
        this.association = association;
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
    public Uni<Response> requireToken() {
        return association
                .getDeferredIdentity()
                .map(identity -> isKnown(identity) ? null : ProblemMappers.unauthenticated())
                // What the parser of tokens throws at one without content.
                .onFailure(NoSuchElementException.class)
                .recoverWithItem(ProblemMappers::unauthenticated);
    }

    /** Writes are done in the subject's name, so a token needs one; the framework does not ask where keys are local. */
    private static boolean isKnown(SecurityIdentity identity) {
        return !identity.isAnonymous()
                && (!(identity.getPrincipal() instanceof JsonWebToken token) || hasSubject(token));
    }

    private static boolean hasSubject(JsonWebToken token) {
        return token.getSubject() != null && !token.getSubject().isBlank();
    }
}
