package fr.terrain.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** A server on a loopback address that answers as one should not. */
public class HostileServer implements AutoCloseable {
    private final HttpServer server;
    public final AtomicInteger asked = new AtomicInteger();
    public final AtomicLong sent = new AtomicLong();

    /** What one path answers. */
    public interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    public HostileServer(String address) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url(String path) {
        return "http:/" + server.getAddress() + path;
    }

    public HostileServer on(String path, Answering answering) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                answering.answer(exchange);
            }
        });
        return this;
    }

    public HostileServer text(String path, String type, String text) {
        return on(path, exchange -> send(exchange, 200, type, text.getBytes(StandardCharsets.UTF_8)));
    }

    public HostileServer redirect(String path, String target) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    public static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** Sends without end, and counts what was taken. */
    public HostileServer endless(String path, String type) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            byte[] block = new byte[64_000];
            for (int i = 0; i < 20_000; i++) {
                out.write(block);
                sent.addAndGet(block.length);
            }
        });
    }

    /** One byte now and then. */
    public HostileServer drip(String path, String type) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 600; i++) {
                exchange.getResponseBody().write('a');
                exchange.getResponseBody().flush();
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    /** So many zero bytes, packed. */
    public HostileServer bomb(String path, String type, int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < megabytes; i++) gzip.write(new byte[1_000_000]);
        }
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, type, packed.toByteArray());
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
