package fr.terrain.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value on its way through Markdown: spelled in private-use characters that mean nothing to the parser and opened again after parsing, so that no value
 * can ever become markup, whatever it holds.
 */
record Placeholder(Kind kind, int line, String variable, String value) {
    /** How the value was found. */
    enum Kind {
        VALUE,
        EMPTY,
        UNKNOWN
    }

    private static final char OPEN = '\uE000', CLOSE = '\uE001', ZERO = '\uE100';
    private static final Pattern SPELLED = Pattern.compile("\uE000([\uE100-\uE1FF]+)\uE001");
    private static final Pattern RESERVED = Pattern.compile("[\uE000\uE001\uE100-\uE1FF]");

    String spell() {
        String inside = kind + "\t" + line + "\t" + variable + "\t" + value;
        StringBuilder out = new StringBuilder().append(OPEN);
        for (byte b : inside.getBytes(StandardCharsets.UTF_8)) {
            out.append((char) (ZERO + (b & 0xFF)));
        }
        return out.append(CLOSE).toString();
    }

    static Matcher in(String text) {
        return SPELLED.matcher(text);
    }

    /** Whether a template uses the characters kept for this. */
    static boolean clashes(String templateText) {
        return RESERVED.matcher(templateText).find();
    }

    static Placeholder open(Matcher found) {
        String spelled = found.group(1);
        byte[] bytes = new byte[spelled.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (spelled.charAt(i) - ZERO);
        }
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\t", 4);
        return new Placeholder(Kind.valueOf(parts[0]), Integer.parseInt(parts[1]), parts[2], parts[3]);
    }
}
