package fr.terrain.fetch;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads an address that somebody else gave: https, a public machine looked up once, checked, and connected to by its number; at most
 * three redirections, each checked alike; bounded in bytes, packed or not, and in time as a whole. Not for the threads of the server.
 */
@ApplicationScoped
public class Fetcher {
    private static final int MOST_REDIRECTIONS = 3;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final Door door;

    @Inject
    public Fetcher(Vertx vertx, @ConfigProperty(name = "terrain.fetch.loopback") boolean loopback) {
        door = new Door(loopback);
        client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(5000)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(16_384)
                .setMaxPoolSize(20));
    }

    /** Throws what the person who gave the address may be told. */
    public Fetched get(String address, Wanted wanted) throws FetchFault {
        long end = System.nanoTime() + wanted.mostTime().toNanos();
        URI here = door.address(address);
        for (int hop = 0; hop <= MOST_REDIRECTIONS; hop++) {
            Answer answer = ask(here, wanted, left(end));
            if (!MOVED.contains(answer.status())) return answer.toFetched(wanted);
            here = door.address(answer.next(here));
        }
        throw new FetchFault("Cette adresse renvoie plus de trois fois ailleurs.");
    }

    /** The address without the blanks around it, when it has the form; where it leads is looked at each time that it is read. */
    public String form(String address) throws FetchFault {
        return door.address(address).toString();
    }

    private Answer ask(URI address, Wanted wanted, Duration time) throws FetchFault {
        long end = System.nanoTime() + time.toNanos();
        InetAddress machine = door.machine(address, time);
        CompletableFuture<Answer> answered = new CompletableFuture<>();
        client.request(options(address, machine, wanted))
                .onFailure(answered::completeExceptionally)
                .onSuccess(request -> {
                    answered.whenComplete(
                            (answer, failure) -> request.connection().close());
                    request.send()
                            .onFailure(answered::completeExceptionally)
                            .onSuccess(response -> new Intake(response, wanted.mostBytes(), answered));
                });
        try {
            return answered.get(left(end).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchFault("La lecture a été interrompue.");
        } catch (TimeoutException e) {
            answered.cancel(false);
            throw new FetchFault("Cette adresse ne répond pas, ou pas assez vite.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FetchFault fault) throw fault;
            throw new FetchFault(
                    "Cette adresse n’a pas pu être lue\u00a0: connexion, certificat ou réponse en défaut.");
        }
    }

    private static RequestOptions options(URI address, InetAddress machine, Wanted wanted) {
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() == -1 ? 443 : address.getPort();
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, machine.getHostAddress()))
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery())
                .putHeader("Accept", String.join(", ", wanted.types()))
                .putHeader("Accept-Encoding", "gzip")
                .putHeader("User-Agent", "Terrain");
        if (wanted.etag() != null) options.putHeader("If-None-Match", wanted.etag());
        if (wanted.lastModified() != null) options.putHeader("If-Modified-Since", wanted.lastModified());
        return options;
    }

    private static Duration left(long end) throws FetchFault {
        long nanos = end - System.nanoTime();
        if (nanos < 1_000_000) throw new FetchFault("Cette adresse ne répond pas, ou pas assez vite.");
        return Duration.ofNanos(nanos);
    }
}
