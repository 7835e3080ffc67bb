package fr.terrain.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Bytes straight onto the wire: what no well-behaved client would let through. */
final class Wire {
    private static final int PATIENCE_MS = 15_000;

    private Wire() {}

    /** What came back; header names in lower case, and a header given twice joined by a comma. */
    record Answer(int status, Map<String, String> headers, String body) {
        String type() {
            return headers.getOrDefault("content-type", "");
        }
    }

    /** Sends a request line, headers (each ended by CRLF) and a body, and reads until the server closes. */
    static Answer send(URI root, String line, String headers, byte[] body) throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            String head = line + " HTTP/1.1\r\nHost: " + root.getAuthority() + "\r\nConnection: close\r\n" + headers;
            if (body.length > 0 && !headers.contains("Transfer-Encoding"))
                head += "Content-Length: " + body.length + "\r\n";
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            Thread sender = Thread.ofVirtual().start(() -> write(socket, body));
            Answer answer = read(socket.getInputStream());
            sender.interrupt();
            return answer;
        }
    }

    static Answer get(URI root, String target) throws IOException {
        return send(root, "GET " + target, "", new byte[0]);
    }

    private static void write(Socket socket, byte[] body) {
        try {
            socket.getOutputStream().write(body);
        } catch (IOException refused) {
            // the server may answer and close before it has read everything: the answer is what counts
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (java.net.SocketException reset) {
            if (bytes.size() == 0) throw reset;
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.merge(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
    }
}
