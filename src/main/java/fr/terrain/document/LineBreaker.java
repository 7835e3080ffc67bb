package fr.terrain.document;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.BaseFont;

/** Cuts runs into lines of a width in points: at plain spaces only, and inside a word only where the word alone is wider than the line. */
final class LineBreaker {
    /** A stretch of one line in one face, from one run. */
    record Segment(String text, BaseFont face, float width, Run run) {}

    /** A line; the width leaves out the space at its end. */
    record Line(List<Segment> segments, float width) {
        String text() {
            return String.join("", segments.stream().map(Segment::text).toList());
        }
    }

    /** A part of a word in one face; a word may change faces without a place to break. */
    private record Piece(String text, Run run) {}

    private final Fonts fonts;
    private final float width, size;
    private final List<Line> lines = new ArrayList<>();
    private final List<Segment> line = new ArrayList<>();
    private float used;

    private LineBreaker(Fonts fonts, float width, float size) {
        this.fonts = fonts;
        this.width = width;
        this.size = size;
    }

    static List<Line> lines(Fonts fonts, List<Run> runs, float width, float size) {
        LineBreaker breaker = new LineBreaker(fonts, width, size);
        words(runs).forEach(breaker::place);
        breaker.flush();
        return breaker.lines;
    }

    /** Width in points of the widest word, and of the whole on one line. */
    static float[] widths(Fonts fonts, List<Run> runs, float size) {
        float widest = 0, whole = 0;
        for (List<Piece> word : words(runs)) {
            float wide = 0, bare = 0;
            for (Piece piece : word) {
                wide += wide(fonts, piece.text, piece.run, size);
                bare += wide(fonts, piece.text.stripTrailing(), piece.run, size);
            }
            widest = Math.max(widest, bare);
            whole += wide;
        }
        return new float[] {widest, whole};
    }

    private static List<List<Piece>> words(List<Run> runs) {
        List<List<Piece>> words = new ArrayList<>();
        List<Piece> word = new ArrayList<>();
        for (Run run : runs) {
            String text = run.text();
            int from = 0;
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == ' ') {
                    word.add(new Piece(text.substring(from, i + 1), run));
                    words.add(word);
                    word = new ArrayList<>();
                    from = i + 1;
                }
            }
            if (from < text.length()) {
                word.add(new Piece(text.substring(from), run));
            }
        }
        if (!word.isEmpty()) {
            words.add(word);
        }
        return words;
    }

    private void place(List<Piece> word) {
        float bare = 0;
        for (Piece piece : word) {
            bare += wide(fonts, piece.text.stripTrailing(), piece.run, size);
        }
        if (used > 0 && used + bare > width) {
            flush();
        }
        for (Piece piece : word) {
            if (bare > width) {
                split(piece);
            } else {
                append(piece.text, piece.run);
            }
        }
    }

    /** A word wider than the line: as many characters as fit, then the rest. */
    private void split(Piece piece) {
        String rest = piece.text;
        while (!rest.isEmpty()) {
            int fit = fitting(rest, piece.run);
            if (fit == 0 && used > 0) {
                flush();
                continue;
            }
            fit = Math.max(fit, Character.charCount(rest.codePointAt(0)));
            append(rest.substring(0, fit), piece.run);
            rest = rest.substring(fit);
            if (!rest.isEmpty()) {
                flush();
            }
        }
    }

    private int fitting(String text, Run run) {
        float total = used;
        int at = 0;
        while (at < text.length()) {
            int next = at + Character.charCount(text.codePointAt(at));
            total += wide(fonts, text.substring(at, next), run, size);
            if (total > width && text.charAt(at) != ' ') {
                return at;
            }
            at = next;
        }
        return at;
    }

    private void append(String text, Run run) {
        float wide = wide(fonts, text, run, size);
        Segment last = line.isEmpty() ? null : line.getLast();
        if (last != null && last.run == run) {
            line.set(line.size() - 1, new Segment(last.text + text, last.face, last.width + wide, run));
        } else {
            line.add(new Segment(text, fonts.face(run.strong(), run.emphasis()), wide, run));
        }
        used += wide;
    }

    private void flush() {
        if (line.isEmpty()) {
            return;
        }
        Segment last = line.getLast();
        int spaces = last.text.length() - last.text.stripTrailing().length();
        float bare = used - (spaces == 0 ? 0 : wide(fonts, " ".repeat(spaces), last.run, size));
        lines.add(new Line(List.copyOf(line), bare));
        line.clear();
        used = 0;
    }

    private static float wide(Fonts fonts, String text, Run run, float size) {
        return Fonts.width(fonts.face(run.strong(), run.emphasis()), text, size);
    }
}
