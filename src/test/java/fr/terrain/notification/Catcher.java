package fr.terrain.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server of the tests' own that does as it is told: takes messages, refuses, keeps the client waiting, or hangs up. */
final class Catcher implements AutoCloseable {
    private static final String TAKEN = "250 taken";
    private static final Pattern ID = Pattern.compile("(?im)^Message-ID: (<[^>]+>)");
    private static final Pattern MAILBOX = Pattern.compile("<([^>]*)>");

    private final ServerSocket door;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile Function<String, String> toRecipient = address -> TAKEN;
    private volatile Function<Message, String> toMessage = message -> TAKEN;
    private volatile Consumer<Message> afterwards = message -> {};

    /** A message as it came; it counts as taken from its final dot on. */
    record Message(String id, String to, String raw) {}

    private Catcher(ServerSocket door) {
        this.door = door;
        Thread.ofVirtual().start(this::welcome);
    }

    /** Listens on this port of the loopback; 0 chooses one. */
    static Catcher on(int port) {
        try {
            return new Catcher(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** All that was taken, copies included. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    /** What is said to each recipient that is named. */
    void answerRecipient(Function<String, String> answer) {
        toRecipient = answer;
    }

    /** What is said to each message after its final dot; null hangs up without an answer, an answer that is no 250 takes nothing. */
    void answerMessage(Function<Message, String> answer) {
        toMessage = answer;
    }

    /** What is done once the client was told that its message is taken. */
    void afterwards(Consumer<Message> work) {
        afterwards = work;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                Thread.ofVirtual().start(() -> serve(guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.ISO_8859_1));
            say(guest, "220 catcher");
            String to = null;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
                if (verb.equals("RCPT")) to = mailbox(line);
                if (verb.equals("DATA")) {
                    if (!data(guest, in, to)) return;
                    continue;
                }
                say(guest, verb.equals("RCPT") ? toRecipient.apply(to) : verb.equals("QUIT") ? "221 bye" : "250 fine");
                if (verb.equals("QUIT")) return;
            }
        } catch (IOException gone) {
            // the client went away, as it may when it is killed
        }
    }

    /** Takes one message; false when the line is cut, by the client or on purpose. */
    private boolean data(Socket guest, BufferedReader in, String to) throws IOException {
        say(guest, "354 go on");
        StringBuilder raw = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            raw.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            line = in.readLine();
        }
        if (line == null) return false;
        Matcher id = ID.matcher(raw);
        Message message = new Message(id.find() ? id.group(1) : null, to, raw.toString());
        String answer = toMessage.apply(message);
        boolean taken = answer == null || answer.startsWith("250");
        if (taken) messages.add(message);
        if (answer == null) return false;
        say(guest, answer);
        if (taken) afterwards.accept(message);
        return true;
    }

    private static String mailbox(String line) {
        Matcher mailbox = MAILBOX.matcher(line);
        return mailbox.find() ? mailbox.group(1) : "";
    }

    private static void say(Socket guest, String line) throws IOException {
        guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        guest.getOutputStream().flush();
    }
}
