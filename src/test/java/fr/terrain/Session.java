package fr.terrain;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a window: keeps cookies, signs in through the real Keycloak, reads pages and sends their forms. */
public final class Session {
    private static final Pattern LOGIN = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_form\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private static final int MOST_TRIES = 5;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final URI root;
    private final HttpClient follows = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final HttpClient stays =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** Nobody yet, on the application at this address. */
    public Session(URI root) {
        this.root = root;
    }

    /** Signs one of the demonstration users in; again when Keycloak refuses because it is just signing the same person in. */
    public Session signIn(String user) {
        HttpResponse<String> page = send(follows, HttpRequest.newBuilder(root.resolve("/connexion")));
        for (int tries = 0; tries < MOST_TRIES && page.uri().getPort() != root.getPort(); tries++) {
            Matcher action = LOGIN.matcher(page.body());
            if (!action.find()) throw new IllegalStateException("no login form at " + page.uri());
            URI target = page.uri().resolve(action.group(1).replace("&amp;", "&"));
            page = send(follows, form(target, "username", user, "password", "terrain-" + user));
        }
        if (page.statusCode() != 200 || page.uri().getPort() != root.getPort())
            throw new IllegalStateException("not signed in: " + page.statusCode() + " at " + page.uri());
        return this;
    }

    /** The answer itself: redirections are not followed. */
    public HttpResponse<String> get(String path) {
        return send(stays, HttpRequest.newBuilder(root.resolve(path)));
    }

    /** Sends a form with the token that this page gave. */
    public HttpResponse<String> submit(String page, String path, String... fields) {
        return post(path, append(fields, "_form", token(page)));
    }

    /** Sends a form as it is given. */
    public HttpResponse<String> post(String path, String... fields) {
        return send(stays, form(root.resolve(path), fields));
    }

    /** Sends these bytes as a form. */
    public HttpResponse<String> post(String path, byte[] body) {
        return post(path, body, "application/x-www-form-urlencoded");
    }

    /** Sends these bytes as something of this type. */
    public HttpResponse<String> post(String path, byte[] body, String type) {
        return send(
                stays,
                HttpRequest.newBuilder(root.resolve(path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Any method, without a body. */
    public HttpResponse<String> call(String method, String path) {
        return send(
                stays, HttpRequest.newBuilder(root.resolve(path)).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** The token that the forms of a page carry. */
    public String token(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) throw new IllegalStateException("no form on " + page);
        return token.group(1);
    }

    /** The version that the forms of a page carry. */
    public String version(String page) {
        Matcher version = VERSION.matcher(get(page).body());
        if (!version.find()) throw new IllegalStateException("no version on " + page);
        return version.group(1);
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** Where this address leads in the end. */
    public HttpResponse<String> follow(URI address) {
        return send(follows, HttpRequest.newBuilder(address));
    }

    /** Keeps this cookie as if the application had set it. */
    public void remember(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(root, cookie);
    }

    /** Forgets the cookie of this name. */
    public void forget(String name) {
        cookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(root, cookie));
    }

    private static HttpRequest.Builder form(URI target, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private static String[] append(String[] fields, String name, String value) {
        String[] more = java.util.Arrays.copyOf(fields, fields.length + 2);
        more[fields.length] = name;
        more[fields.length + 1] = value;
        return more;
    }

    private HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        // a browser takes 127.0.0.1 for a safe place, and sends Keycloak its secure cookies there
        cookies().forEach(cookie -> cookie.setSecure(false));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
