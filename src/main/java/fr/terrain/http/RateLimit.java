package fr.terrain.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps one caller from taking what is everybody's: by address before anybody is known, by account afterwards. Each replica counts
 * for itself. The address is that of the connection; quarkus.http.proxy.* says whose forwarded address is believed.
 */
@ApplicationScoped
public class RateLimit {
    private static final int BEFORE_AUTHENTICATION = 250;
    private static final int AFTER_AUTHENTICATION = 150;
    private static final int MOST_KEYS = 100_000;
    private static final Set<Integer> MISSES = Set.of(403, 404, 410);
    private static final String SECRETS =
            "/(invitations?|desabonnement|calendriers?|api/calendars?|verification)/.+|/api/conventions/[^/]+/verification";

    @Inject
    ProblemPage page;

    private final Throttle throttle;
    private volatile double scale;

    RateLimit(Clock clock, @ConfigProperty(name = "terrain.rate") double scale) {
        this.throttle = new Throttle(MOST_KEYS, clock);
        this.scale = scale;
    }

    /** How many times the usual rates, from now on; 0 lets everything through. */
    void scale(double scale) {
        this.scale = scale;
        throttle.forget();
    }

    void register(@Observes Filters filters) {
        filters.register(this::byAddress, BEFORE_AUTHENTICATION);
        filters.register(this::byAccount, AFTER_AUTHENTICATION);
    }

    private void byAddress(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (scale <= 0 || isExempt(request.path())) {
            context.next();
            return;
        }
        String address = address(request);
        boolean known = claimsToBeKnown(request);
        boolean secret = request.path().matches(SECRETS);
        if (known || secret) context.addHeadersEndHandler(sent -> missed(context, address, known));
        if ((known || secret) && refuses(context, Rate.GUESS, address, false)) return;
        if (request.path().equals("/connexion") && refuses(context, Rate.SIGN_IN, address, true)) return;
        if (!known && refuses(context, reads(request) ? Rate.READ : Rate.WRITE, address, true)) return;
        context.next();
    }

    private void byAccount(RoutingContext context) {
        String subject = scale <= 0 || isExempt(context.request().path()) ? null : subject(context);
        if (subject == null
                || !refuses(context, reads(context.request()) ? Rate.ACCOUNT_READ : Rate.ACCOUNT_WRITE, subject, true))
            context.next();
    }

    /** Counts what was asked for with a token that is none, or under a secret address that leads to nothing. */
    private void missed(RoutingContext context, String address, boolean known) {
        int status = context.response().getStatusCode();
        if (known ? status == 401 : MISSES.contains(status))
            throttle.take(key(Rate.GUESS, address), perMinute(Rate.GUESS));
    }

    /** Whether the caller has used up this rate, in which case that is the answer. */
    private boolean refuses(RoutingContext context, Rate rate, String who, boolean take) {
        double perMinute = perMinute(rate);
        Throttle.Outcome outcome =
                take ? throttle.take(key(rate, who), perMinute) : throttle.look(key(rate, who), perMinute);
        MultiMap headers = context.response().headers();
        if (take && Api.holds(context.request().path()) || !outcome.allowed()) {
            headers.set("RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(rate.code(), Math.round(perMinute)));
            headers.set("RateLimit", "\"%s\";r=%d;t=%d".formatted(rate.code(), outcome.left(), outcome.waitSeconds()));
        }
        if (outcome.allowed()) return false;
        headers.set("Retry-After", Integer.toString(Math.max(1, outcome.waitSeconds())));
        page.end(context, Problem.ofStatus(429));
        return true;
    }

    private double perMinute(Rate rate) {
        return Math.max(1, rate.perMinute * scale);
    }

    private static String key(Rate rate, String who) {
        return rate.name() + " " + who;
    }

    private static boolean reads(HttpServerRequest request) {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    /** Built assets and the probes of the platform. */
    private static boolean isExempt(String path) {
        return path == null || path.startsWith("/assets/") || path.startsWith("/q/health");
    }

    private static boolean claimsToBeKnown(HttpServerRequest request) {
        return request.headers().contains("Authorization")
                || request.cookies().stream()
                        .anyMatch(cookie -> cookie.getName().startsWith("q_session"));
    }

    private static String subject(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user ? Subject.of(user.getSecurityIdentity()) : null;
    }

    /** Who holds an IPv6 network has more addresses than we could count: its first half stands for it. */
    private static String address(HttpServerRequest request) {
        String host =
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        if (host == null || !host.contains(":")) return String.valueOf(host);
        try {
            byte[] bytes = InetAddress.getByName(host.replaceFirst("%.*", "")).getAddress();
            return bytes.length == 16 ? Arrays.toString(Arrays.copyOf(bytes, 8)) : host;
        } catch (UnknownHostException e) {
            return host;
        }
    }
}
