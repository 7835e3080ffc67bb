package fr.terrain.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The inside of a Markdown paragraph to runs of text. */
final class InlineReader {
    static final int LONGEST_NAME = 500, LONGEST_PROSE = 20_000;

    private final String file;
    private final UnaryOperator<String> references;
    private final List<Problem> problems = new ArrayList<>();

    InlineReader(String file, UnaryOperator<String> references) {
        this.file = file;
        this.references = references;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<Run> runs(Node parent) {
        List<Run> out = new ArrayList<>();
        walk(parent, Run.of(""), out);
        return finish(out);
    }

    List<Run> text(String text) {
        List<Run> out = new ArrayList<>();
        add(text, Run.of(""), out);
        return finish(out);
    }

    /** A paragraph; where it is nothing but one value of several lines, one paragraph a line. */
    List<List<Run>> prose(Node paragraph) {
        if (paragraph.getFirstChild() instanceof Text only && only.getNext() == null) {
            Matcher found = Placeholder.in(only.getLiteral().strip());
            if (found.matches()) {
                return lines(Placeholder.open(found));
            }
        }
        return List.of(runs(paragraph));
    }

    private List<List<Run>> lines(Placeholder value) {
        List<List<Run>> out = new ArrayList<>();
        for (String line : value.value().split("\\R+")) {
            if (!line.isBlank() || out.isEmpty()) {
                List<Run> runs = new ArrayList<>();
                add(
                        new Placeholder(value.kind(), value.line(), value.variable(), line),
                        LONGEST_PROSE,
                        Run.of(""),
                        runs);
                out.add(finish(runs));
            }
        }
        return out;
    }

    private void walk(Node parent, Run style, List<Run> out) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> add(text.getLiteral(), style, out);
                case SoftLineBreak _ -> add(" ", style, out);
                case HardLineBreak _ -> add(" ", style, out);
                case StrongEmphasis strong -> walk(strong, style.asStrong(), out);
                case Emphasis emphasis -> walk(emphasis, style.asEmphasis(), out);
                case Link link -> link(link, style, out);
                default -> throw new IllegalArgumentException("Not checked: " + file + ", " + node);
            }
        }
    }

    private void link(Link link, Run style, List<Run> out) {
        Run linked = new Run("", style.strong(), style.emphasis(), link.getDestination(), null);
        if (link.getFirstChild() == null) {
            add(references.apply(link.getDestination().substring(1)), linked, out);
        } else {
            walk(link, linked, out);
        }
    }

    private void add(String text, Run style, List<Run> out) {
        Matcher found = Placeholder.in(text);
        int from = 0;
        while (found.find()) {
            append(style.withText(text.substring(from, found.start())), out);
            add(Placeholder.open(found), LONGEST_NAME, style, out);
            from = found.end();
        }
        append(style.withText(text.substring(from)), out);
    }

    private void add(Placeholder value, int longest, Run style, List<Run> out) {
        String clean = GlyphGuard.clean(value.value());
        switch (value.kind()) {
            case UNKNOWN -> complain(value, "Donnée inconnue : « " + value.variable() + " »");
            case EMPTY -> complain(value, "Donnée manquante : « " + value.variable() + " »");
            case VALUE -> {
                if (clean.length() > longest) {
                    complain(
                            value,
                            "Donnée trop longue : « " + value.variable() + " » a " + clean.length() + " caractères, "
                                    + longest + " au plus");
                    clean = clean.substring(0, longest);
                }
                GlyphGuard.complaint(clean).ifPresent(c -> complain(value, c + " dans « " + value.variable() + " »"));
            }
        }
        Run.Source source = new Run.Source(value.variable(), file, value.line());
        append(new Run(clean, style.strong(), style.emphasis(), style.target(), source), out);
    }

    private void complain(Placeholder value, String message) {
        problems.add(new Problem(file, value.line(), message));
    }

    private static void append(Run run, List<Run> out) {
        if (run.text().isEmpty()) {
            return;
        }
        Run last = out.isEmpty() ? null : out.getLast();
        boolean same = last != null
                && last.source() == null
                && run.source() == null
                && last.strong() == run.strong()
                && last.emphasis() == run.emphasis()
                && Objects.equals(last.target(), run.target());
        if (same) {
            out.set(out.size() - 1, last.withText(last.text() + run.text()));
        } else {
            out.add(run);
        }
    }

    /** Hardens the spaces over the whole text, since a number and its unit may come from two runs. */
    private static List<Run> finish(List<Run> runs) {
        String hard = Typography.harden(Run.plain(runs));
        List<Run> out = new ArrayList<>();
        int at = 0;
        for (Run run : runs) {
            out.add(run.withText(hard.substring(at, at + run.text().length())));
            at += run.text().length();
        }
        return List.copyOf(out);
    }
}
