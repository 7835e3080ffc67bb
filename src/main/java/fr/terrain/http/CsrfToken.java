package fr.terrain.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The token that a form of ours carries: a signature of who reads it and of a cookie that another site can neither read nor set. */
@Named("csrf")
@RequestScoped
public class CsrfToken {
    static final String COOKIE = "terrain-form";
    static final String FIELD = "_form";
    private static final int BYTES = 24;
    private static final String SEED = "[A-Za-z0-9_-]{32}";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    RoutingContext context;

    @Inject
    SecurityIdentity identity;

    @ConfigProperty(name = "terrain.state-secret")
    String secret;

    private String seed;

    /** The token for the forms of this page; the browser gets its cookie with it. */
    public String getToken() {
        if (seed == null) {
            seed = given();
            if (seed == null) seed = newSeed();
        }
        return sign(seed);
    }

    /** Whether a form came back with the token of its cookie and of whoever sends it. */
    boolean matches(String token) {
        String given = given();
        return given != null
                && token != null
                && MessageDigest.isEqual(
                        sign(given).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** What the cookie brought, when it is one of ours. */
    private String given() {
        Cookie cookie = context.request().getCookie(cookie());
        return cookie == null || !cookie.getValue().matches(SEED) ? null : cookie.getValue();
    }

    /** Over TLS, under a name that no subdomain and no plain answer can set (RFC 6265bis, 4.1.3.2). */
    private String cookie() {
        return context.request().isSSL() ? "__Host-" + COOKIE : COOKIE;
    }

    private String newSeed() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        context.response()
                .addCookie(Cookie.cookie(cookie(), fresh)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(context.request().isSSL())
                        .setSameSite(CookieSameSite.LAX));
        return fresh;
    }

    private String sign(String value) {
        String reader = Subject.of(identity);
        String signed = value + (reader == null ? "" : " " + reader);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
