package fr.terrain.notification;

/** What somebody wrote, fit for a header or a sentence: one line, whatever it was. */
final class SingleLine {
    private SingleLine() {}

    /** The text with every break and control sign taken for a space. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u0085\\u2028\\u2029\\s]+", " ")
                .strip();
    }

    /** The same, no longer than so many characters; what is cut is marked so. */
    static String of(String text, int most) {
        String line = of(text);
        if (line.length() <= most) return line;
        int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end).stripTrailing() + "…";
    }
}
