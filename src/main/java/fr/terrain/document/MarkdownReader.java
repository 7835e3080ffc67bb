package fr.terrain.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/** Filled Markdown to blocks: opens the placeholders, names the references, hardens the spaces, and collects what is missing or cannot be printed. */
public final class MarkdownReader {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final String file;
    private final Map<String, SituationMap> maps;
    private final InlineReader inlines;

    /** {@code references} gives the words for "#anchor" where a link has none of its own ("article 7"); {@code maps} the figures by name. */
    public MarkdownReader(String file, Map<String, SituationMap> maps, UnaryOperator<String> references) {
        this.file = file;
        this.maps = maps;
        this.inlines = new InlineReader(file, references);
    }

    public List<Block> read(String filled) {
        return blocks(PARSER.parse(filled));
    }

    /** A single line of template text, such as a title, outside Markdown. */
    public List<Run> line(String filled) {
        return inlines.text(filled);
    }

    /** What reading has met so far. */
    public List<Problem> problems() {
        return inlines.problems();
    }

    private List<Block> blocks(Node parent) {
        List<Block> out = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading h -> out.add(new Block.Heading(h.getLevel(), inlines.runs(h), null));
                case Paragraph p when p.getFirstChild() instanceof Image image -> out.add(figure(image));
                case Paragraph p -> inlines.prose(p).forEach(runs -> out.add(new Block.Paragraph(runs)));
                case BulletList list -> out.add(new Block.Items(false, 1, items(list)));
                case OrderedList list -> out.add(new Block.Items(true, list.getMarkerStartNumber(), items(list)));
                case TableBlock table -> out.add(table(table));
                case FencedCodeBlock code -> out.add(signatures(code));
                default -> throw new IllegalArgumentException("Not checked: " + file + ", " + node);
            }
        }
        return out;
    }

    private List<List<Block>> items(Node list) {
        List<List<Block>> out = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            out.add(blocks(item));
        }
        return out;
    }

    private Block figure(Image image) {
        SituationMap map = maps.get(image.getDestination());
        if (map == null) {
            throw new IllegalArgumentException("Unknown figure in " + file + ": " + image.getDestination());
        }
        List<Run> caption = image.getTitle() == null ? List.of() : inlines.text(image.getTitle());
        return new Block.Figure(Run.plain(inlines.runs(image)), caption, map);
    }

    private Block table(TableBlock table) {
        List<Block.Column> columns = new ArrayList<>();
        List<List<List<Run>>> rows = new ArrayList<>();
        for (Node section = table.getFirstChild(); section != null; section = section.getNext()) {
            for (Node row = section.getFirstChild(); row != null; row = row.getNext()) {
                if (section instanceof TableHead) {
                    cells(row).forEach(c -> columns.add(new Block.Column(inlines.runs(c), right(c))));
                } else {
                    rows.add(cells(row).stream().map(inlines::runs).toList());
                }
            }
        }
        boolean headers = rows.stream()
                .allMatch(r -> !r.getFirst().isEmpty() && r.getFirst().stream().allMatch(Run::strong));
        return new Block.Table(columns, rows, headers);
    }

    private static List<TableCell> cells(Node row) {
        List<TableCell> out = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            out.add((TableCell) cell);
        }
        return out;
    }

    private static boolean right(TableCell cell) {
        return cell.getAlignment() == TableCell.Alignment.RIGHT;
    }

    /** Each line is "field ; label ; who"; split before the values are opened, so that a value may hold a semicolon. */
    private Block signatures(FencedCodeBlock code) {
        List<Block.SignatureBox> boxes = new ArrayList<>();
        for (String row : code.getLiteral().strip().split("\n")) {
            String[] cells = row.split("\\s*;\\s*", 3);
            boxes.add(new Block.SignatureBox(cells[0].strip(), inlines.text(cells[1]), inlines.text(cells[2])));
        }
        return new Block.Signatures(boxes);
    }
}
