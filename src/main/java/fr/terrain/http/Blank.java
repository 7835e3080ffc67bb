package fr.terrain.http;

/** What of a text can be seen: spaces of every width and signs without a shape are no words. */
public final class Blank {
    /** Drawn as nothing although Unicode files them with letters, marks or symbols. */
    private static final String SHAPELESS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    private Blank() {}

    /** Whether there is nothing to read. */
    public static boolean is(String text) {
        return text == null || text.codePoints().allMatch(c -> isSpace(c) || isShapeless(c));
    }

    /** The text without the spaces around it, whatever their width; empty when there is nothing to read, never null. */
    public static String strip(String text) {
        if (is(text)) return "";
        int[] signs = text.codePoints().toArray();
        int from = 0;
        int to = signs.length;
        while (isSpace(signs[from])) from++;
        while (isSpace(signs[to - 1])) to--;
        return new String(signs, from, to - from);
    }

    /** The stripped text, or null when there is nothing to read. */
    public static String orNull(String text) {
        return is(text) ? null : strip(text);
    }

    /** How many signs of the stripped text have a shape or a width. */
    public static int length(String text) {
        return (int) strip(text).codePoints().filter(c -> !isShapeless(c)).count();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
    }

    private static boolean isShapeless(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.CONTROL, Character.UNASSIGNED -> !isSpace(c);
            default -> SHAPELESS.indexOf(c) >= 0 || c >= 0xfe00 && c <= 0xfe0f || c >= 0xe0100 && c <= 0xe01ef;
        };
    }
}
