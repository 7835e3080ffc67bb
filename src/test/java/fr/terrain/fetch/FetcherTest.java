package fr.terrain.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.FrenchTypography;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses that lead astray, hold up or overflow are given up in bounded time and memory; well-behaved ones are read. */
class FetcherTest {
    private static final String TYPE = "text/calendar";
    private static final Wanted WANTED = Wanted.of(Set.of(TYPE), null, null);
    private static Vertx vertx;
    private static Fetcher fetcher;
    private static Fetcher strict;

    private HostileServer server;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        fetcher = new Fetcher(vertx, true);
        strict = new Fetcher(vertx, false);
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    @BeforeEach
    void serve() throws Exception {
        server = new HostileServer("127.0.0.1");
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void readsWhatIsWellBehavedAndAsksOnlyForWhatChanged() throws Exception {
        server.on("/a", exchange -> {
            String known = exchange.getRequestHeaders().getFirst("If-None-Match");
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            HostileServer.send(
                    exchange,
                    "\"7\"".equals(known) ? 304 : 200,
                    "Text/Calendar; charset=utf-8",
                    "\"7\"".equals(known) ? new byte[0] : "BEGIN".getBytes(StandardCharsets.UTF_8));
        });
        Fetched first = fetcher.get(server.url("/a"), WANTED);
        assertFalse(first.same());
        assertArrayEquals("BEGIN".getBytes(StandardCharsets.UTF_8), first.body());
        assertTrue(fetcher.get(server.url("/a"), Wanted.of(Set.of(TYPE), first.etag(), null))
                .same());
        server.bomb("/packed", TYPE, 4);
        assertEquals(4_000_000, fetcher.get(server.url("/packed"), WANTED).body().length);
    }

    @Test
    void followsThreeRedirectionsAndNoMore() throws Exception {
        server.text("/end", TYPE, "x")
                .redirect("/1", "/2")
                .redirect("/2", "/3")
                .redirect("/3", "end")
                .redirect("/round", "/round");
        assertEquals(1, fetcher.get(server.url("/1"), WANTED).body().length);
        server.asked.set(0);
        assertFault("trois fois", "/round");
        assertEquals(4, server.asked.get());
    }

    @Test
    void aRedirectionIsCheckedLikeTheFirstAddress() throws Exception {
        try (HostileServer inside = new HostileServer("127.0.0.2")) {
            inside.text("/secret", TYPE, "secret");
            server.redirect("/inside", inside.url("/secret"))
                    .redirect("/encrypted", inside.url("/secret").replace("http:", "https:"))
                    .redirect("/named", "https://localhost:8443/")
                    .redirect("/metadata", "https://169.254.169.254/latest/meta-data")
                    .redirect("/six", "https://[::ffff:10.0.0.1]/")
                    .redirect("/file", "file:///etc/hostname")
                    .redirect("/none", "http://[");
            for (String path : new String[] {"/inside", "/encrypted", "/metadata", "/six", "/file", "/none"})
                assertFault("", path);
            assertEquals(0, inside.asked.get());
        }
    }

    @Test
    void theLoopbackIsClosedWhenItIsNotATest() {
        server.text("/a", TYPE, "x");
        assertThrows(FetchFault.class, () -> strict.get(server.url("/a"), WANTED));
        for (String address : new String[] {
            "https://127.0.0.1/",
            "https://localhost/",
            "https://2130706433/",
            "https://127.1/",
            "https://[::1]/",
            "https://0.0.0.0/",
            "https://10.1.2.3/",
            "https://[fe80::1]/",
            "https://[fd00:ec2::254]/",
            "https://[64:ff9b::a00:1]/",
            "http://1.1.1.1/",
            "https://user@1.1.1.1/",
            "https://1.1.1.1:22/",
            "ftp://1.1.1.1/",
            "https:///x",
            "//1.1.1.1/",
            "",
            "https://1.1.1.1/ x"
        })
            assertNull(FrenchTypography.fault(assertThrows(FetchFault.class, () -> strict.get(address, WANTED), address)
                    .getMessage()));
        assertEquals(0, server.asked.get());
    }

    @Test
    void onlyWhatAnybodyMayReachIsPublic() throws Exception {
        for (String inside : new String[] {
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:8.8.8.8",
            "::ffff:127.0.0.1",
            "::127.0.0.1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "fec0::1",
            "64:ff9b::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "100::1",
            "3fff::1"
        }) {
            boolean mapped = inside.equals("::ffff:8.8.8.8");
            // Java reads a mapped address as the IPv4 one it stands for, which is public here.
            assertEquals(mapped, PublicNetwork.holds(InetAddress.ofLiteral(inside)), inside);
        }
        for (String outside : new String[] {
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.1",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "192.167.1.1",
            "193.0.0.1",
            "223.255.255.255",
            "2606:4700::1111",
            "2a01:e0a::1",
            "2001:41d0::1"
        }) assertTrue(PublicNetwork.holds(InetAddress.ofLiteral(outside)), outside);
    }

    @Test
    void givesUpAtTheFirstByteTooMany() throws Exception {
        server.endless("/endless", TYPE).bomb("/bomb", TYPE, 500);
        assertFault("5\u00a0Mo", "/endless");
        Thread.sleep(500);
        assertTrue(server.sent.get() < 60_000_000, () -> server.sent + " bytes were taken");
        assertFault("5\u00a0Mo", "/bomb");
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        server.drip("/drip", TYPE).on("/mute", exchange -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Wanted hurried = new Wanted(Set.of(TYPE), 1000, Duration.ofSeconds(1), null, null);
        for (String path : new String[] {"/drip", "/mute"}) {
            long begun = System.nanoTime();
            FetchFault fault = assertThrows(FetchFault.class, () -> fetcher.get(server.url(path), hurried));
            assertTrue(fault.getMessage().contains("pas assez vite"), fault.getMessage());
            assertTrue(System.nanoTime() - begun < 3_000_000_000L);
        }
    }

    @Test
    void refusesOtherTypesCodingsAndStatuses() {
        server.text("/html", "text/html", "<p>")
                .on("/typeless", exchange -> exchange.sendResponseHeaders(200, -1))
                .on("/gone", exchange -> HostileServer.send(exchange, 410, TYPE, new byte[1]))
                .on("/same", exchange -> exchange.sendResponseHeaders(304, -1))
                .on("/coded", exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "br");
                    HostileServer.send(exchange, 200, TYPE, new byte[3]);
                })
                .on("/broken", exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    HostileServer.send(exchange, 200, TYPE, new byte[3]);
                });
        assertFault("type de contenu", "/html");
        assertFault("type de contenu", "/typeless");
        assertFault("410", "/gone");
        assertFault("304", "/same");
        assertFault("compression", "/coded");
        assertFault("mal compressé", "/broken");
    }

    private void assertFault(String words, String path) {
        FetchFault fault = assertThrows(FetchFault.class, () -> fetcher.get(server.url(path), WANTED), path);
        assertTrue(fault.getMessage().contains(words), fault.getMessage());
        assertNull(FrenchTypography.fault(fault.getMessage()), fault.getMessage());
    }
}
