package fr.terrain.http;

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

/** The token that a form of ours carries: a signature of a cookie that another site can neither read nor set. */
@Named("csrf")
@RequestScoped
public class CsrfToken {
    static final String COOKIE = "terrain-form";
    static final String FIELD = "_form";
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    RoutingContext context;

    @ConfigProperty(name = "terrain.state-secret")
    String secret;

    private String seed;

    /** The token for the forms of this page; the browser gets its cookie with it. */
    public String getToken() {
        if (seed == null) {
            Cookie cookie = context.request().getCookie(COOKIE);
            seed = cookie == null || cookie.getValue().length() > 100 ? newSeed() : cookie.getValue();
        }
        return sign(seed);
    }

    /** Whether a form came back with the token of its cookie. */
    boolean matches(String token) {
        Cookie cookie = context.request().getCookie(COOKIE);
        return cookie != null
                && token != null
                && MessageDigest.isEqual(
                        sign(cookie.getValue()).getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }

    private String newSeed() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        context.response()
                .addCookie(Cookie.cookie(COOKIE, fresh)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(context.request().isSSL())
                        .setSameSite(CookieSameSite.LAX));
        return fresh;
    }

    private String sign(String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
