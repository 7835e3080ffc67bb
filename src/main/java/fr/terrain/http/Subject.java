package fr.terrain.http;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The name that the identity server gives a signed-in person for good. */
final class Subject {
    private Subject() {}

    /** Null for nobody. */
    static String of(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) return null;
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }
}
