package dev.attune.foundation.security;

import dev.attune.foundation.problem.ProblemMappers;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses every request to the API that has no valid token, before it is known whether the path exists. */
public class TokenFilter {

    private final CurrentIdentityAssociation association;

    TokenFilter(CurrentIdentityAssociation association) {
        this.association = association;
    }

    @ServerRequestFilter(preMatching = true)
    public Uni<Response> requireToken() {
        return association
                .getDeferredIdentity()
                .map(identity -> identity.isAnonymous() ? ProblemMappers.unauthenticated() : null);
    }
}
