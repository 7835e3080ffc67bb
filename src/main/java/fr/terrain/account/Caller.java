package fr.terrain.account;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling: the account behind the signed-in identity of this request, by page session or by bearer token. */
@RequestScoped
public class Caller {
    @Inject
    SecurityIdentity identity;

    @Inject
    AccountRepository accounts;

    private Account account;

    /** The account of the caller.
     * @throws UnauthorizedException when nobody is signed in */
    public Account account() {
        return find().orElseThrow(UnauthorizedException::new);
    }

    /** The account of the caller, if somebody is signed in. */
    public Optional<Account> find() {
        if (account == null && identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            account = accounts.meet(token.getSubject(), displayName(token), token.getClaim("email"));
        }
        return Optional.ofNullable(account);
    }

    /** Whether Keycloak says that this person administers the platform. */
    public boolean isAdmin() {
        return identity.hasRole("admin");
    }

    private static String displayName(JsonWebToken token) {
        String name = token.getClaim("name");
        String login = token.getClaim("preferred_username");
        String best = name != null && !name.isBlank() ? name : login != null ? login : token.getSubject();
        return best.length() > 200 ? best.substring(0, 200) : best;
    }
}
