package fr.terrain.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The Markdown that a template may use, and a complaint with its line for everything else; values never reach this, they are placeholders. */
final class MarkdownLint {
    static final String SIGNATURES = "signatures";

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    /** Lines of Qute alone vanish when filled: left in, they would glue paragraphs together. */
    private static final Pattern SECTION = Pattern.compile("(?m)^[ \\t]*\\{[#/][^}]*}[ \\t]*$");

    private static final Set<Class<? extends Node>> ALLOWED = Set.of(
            Document.class,
            Heading.class,
            Paragraph.class,
            BulletList.class,
            OrderedList.class,
            ListItem.class,
            TableBlock.class,
            TableHead.class,
            TableBody.class,
            TableRow.class,
            TableCell.class,
            FencedCodeBlock.class,
            Text.class,
            SoftLineBreak.class,
            HardLineBreak.class,
            StrongEmphasis.class,
            Emphasis.class,
            Link.class,
            Image.class);

    private MarkdownLint() {}

    static List<Problem> check(TemplateFile file) {
        List<Problem> problems = new ArrayList<>();
        String[] lines = file.body().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int line = i + 1;
            GlyphGuard.complaint(GlyphGuard.clean(lines[i]))
                    .ifPresent(c -> problems.add(new Problem(file.name(), line, c)));
        }
        GlyphGuard.complaint(GlyphGuard.clean(file.get("titre")))
                .ifPresent(c -> problems.add(new Problem(file.name(), file.lineOf("titre"), c)));
        walk(PARSER.parse(SECTION.matcher(file.body()).replaceAll("")), 1, file.name(), problems);
        return problems.stream().distinct().toList();
    }

    private static void walk(Node node, int line, String file, List<Problem> problems) {
        int at = node.getSourceSpans().isEmpty()
                ? line
                : node.getSourceSpans().getFirst().getLineIndex() + 1;
        String complaint = complaint(node);
        if (complaint != null) {
            problems.add(new Problem(file, at, complaint));
            return;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            walk(child, at, file, problems);
            at += child instanceof SoftLineBreak || child instanceof HardLineBreak ? 1 : 0;
        }
    }

    private static String complaint(Node node) {
        if (!ALLOWED.contains(node.getClass())) {
            return "Mise en forme non prévue dans un modèle : "
                    + node.getClass().getSimpleName();
        }
        return switch (node) {
            case FencedCodeBlock code
            when !code.getInfo().equals(SIGNATURES) -> "Bloc non prévu dans un modèle : « " + code.getInfo() + " »";
            case Image image
            when !(image.getParent() instanceof Paragraph)
                    || image.getParent().getFirstChild() != image
                    || image.getNext() != null -> "Une figure tient seule dans son paragraphe";
            case Link link
            when !link.getDestination().matches("#[\\w-]+|https://\\S+") ->
                "Lien non prévu dans un modèle : « " + link.getDestination() + " »";
            case Heading heading
            when heading.getLevel() < 3 && !(heading.getLevel() == 1) ->
                "Un titre dans une clause est de niveau 3 (« ### »)";
            default -> null;
        };
    }
}
