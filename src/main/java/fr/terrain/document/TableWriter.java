package fr.terrain.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfStructureElement;

/** Draws a table cell by cell: its header row comes back on each page as an artifact, a row taller than a page goes on over the next. */
final class TableWriter {
    private static final float PAD = 4, SIZE = 9.5f, LEADING = 13;
    private static final Passage.Style TEXT = new Passage.Style(SIZE, LEADING, Ink.TEXT, false);
    private static final Passage.Style NUMBER = new Passage.Style(SIZE, LEADING, Ink.TEXT, true);
    private static final int WHOLE_ROW = 3;
    private static final float SHORT = 220;

    private final Pen pen;
    private final Block.Table table;
    private final float[] edges;

    TableWriter(Pen pen, Block.Table table, float left, float right) {
        this.pen = pen;
        this.table = table;
        this.edges = edges(left, right);
    }

    /** What must hold together below a heading: a short table whole, else its header and its first row. */
    float opening() {
        float head = height(header(null)), whole = head, first = 0;
        for (List<List<Run>> row : table.rows()) {
            float height = height(cells(null, row, false));
            first = first == 0 ? Math.min(height, 5 * LEADING + 2 * PAD) : first;
            whole += height;
            if (whole > SHORT) {
                return head + first;
            }
        }
        return whole;
    }

    void draw(PdfStructureElement parent) {
        PdfStructureElement element = pen.pdf.tag(parent, "Table");
        pen.need(opening());
        boolean empty = table.rows().isEmpty();
        PdfStructureElement head = pen.pdf.tag(empty ? element : pen.pdf.tag(element, "THead"), "TR");
        row(header(head), true, false);
        PdfStructureElement body = empty ? null : pen.pdf.tag(element, "TBody");
        boolean shaded = false;
        for (int r = 0; r < table.rows().size(); r++) {
            List<List<Run>> cells = table.rows().get(r);
            if (r == table.rows().size() - 2) {
                pen.keep(
                        height(cells(null, cells, false))
                                + height(cells(null, table.rows().getLast(), false)),
                        this::turn);
            }
            row(cells(pen.pdf.tag(body, "TR"), cells, true), false, shaded);
            shaded = !shaded;
        }
        pen.y -= 10;
    }

    private List<Passage> header(PdfStructureElement row) {
        List<Passage> out = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            List<Run> bold =
                    table.columns().get(c).header().stream().map(Run::asStrong).toList();
            out.add(passage(row == null ? null : cell(row, "TH", "Column"), bold, c));
        }
        return out;
    }

    private List<Passage> cells(PdfStructureElement row, List<List<Run>> cells, boolean tagged) {
        List<Passage> out = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            List<Run> runs = c < cells.size() ? cells.get(c) : List.of();
            boolean head = c == 0 && table.rowHeaders();
            out.add(passage(tagged ? cell(row, head ? "TH" : "TD", head ? "Row" : null) : null, runs, c));
        }
        return out;
    }

    private PdfStructureElement cell(PdfStructureElement row, String type, String scope) {
        PdfStructureElement cell = pen.pdf.tag(row, type);
        if (scope != null) {
            TaggedPdf.attributes(cell, "Table", Map.of("Scope", new PdfName(scope)));
        }
        return cell;
    }

    private Passage passage(PdfStructureElement cell, List<Run> runs, int column) {
        boolean blank = Run.plain(runs).isBlank();
        return new Passage(
                pen,
                cell == null || blank ? null : pen.pdf.tag(cell, "P"),
                blank ? List.of() : runs,
                edges[column] + PAD,
                edges[column + 1] - PAD,
                table.columns().get(column).numeric() ? NUMBER : TEXT);
    }

    private static float height(List<Passage> row) {
        return lines(row) * LEADING + 2 * PAD;
    }

    private static int lines(List<Passage> row) {
        return row.stream().mapToInt(Passage::lines).max().orElse(1);
    }

    private void row(List<Passage> cells, boolean header, boolean shaded) {
        int lines = Math.max(1, lines(cells));
        boolean splits = height(cells) > pen.page() - 40;
        if (height(cells) > pen.left() && (!splits || pen.left() < WHOLE_ROW * LEADING + 2 * PAD)) {
            turn();
        }
        int from = 0;
        while (from < lines) {
            int to = Math.min(lines, from + Math.max(1, (int) ((pen.left() - 2 * PAD) / LEADING)));
            slice(cells, from, to, header, shaded);
            from = to;
            if (from < lines) {
                turn();
            }
        }
    }

    private void turn() {
        pen.newPage();
        List<Passage> again = header(null);
        pen.pdf.artifact("Pagination", "Header", () -> paint(again, 0, lines(again), true, false));
    }

    private void slice(List<Passage> cells, int from, int to, boolean header, boolean shaded) {
        float top = pen.y, height = (to - from) * LEADING + 2 * PAD;
        pen.pdf.layout(() -> ground(top, height, header, shaded));
        text(cells, from, to, top);
        pen.y = top - height;
    }

    private void paint(List<Passage> cells, int from, int to, boolean header, boolean shaded) {
        float height = (to - from) * LEADING + 2 * PAD;
        ground(pen.y, height, header, shaded);
        text(cells, from, to, pen.y);
        pen.y -= height;
    }

    private void text(List<Passage> cells, int from, int to, float top) {
        for (Passage cell : cells) {
            cell.draw(Math.min(from, cell.lines()), Math.min(to, cell.lines()), top - PAD);
        }
    }

    private void ground(float top, float height, boolean header, boolean shaded) {
        float left = edges[0], right = edges[edges.length - 1];
        if (header || shaded) {
            pen.fill(left, top - height, right - left, height, header ? Ink.HEAD : Ink.STRIPE);
        }
        pen.rule(left, right, top - height, header ? 0.9f : 0.4f, header ? Ink.PINE : Ink.LINE);
    }

    /** Each column gets its widest word, then a share of the rest by what it still lacks. */
    private float[] edges(float left, float right) {
        int columns = table.columns().size();
        float[] least = new float[columns], lacks = new float[columns];
        float sum = 0, lack = 0, share = (right - left) / columns;
        for (int c = 0; c < columns; c++) {
            float[] widths = widths(c);
            least[c] = Math.min(widths[0], Math.max(share, 0.4f * (right - left))) + 2 * PAD + 1;
            lacks[c] = Math.max(0, widths[1] + 2 * PAD + 1 - least[c]) + 1;
            sum += least[c];
            lack += lacks[c];
        }
        float rest = right - left - sum;
        float[] edges = new float[columns + 1];
        edges[0] = left;
        for (int c = 0; c < columns; c++) {
            float width = rest > 0 ? least[c] + rest * lacks[c] / lack : least[c] * (right - left) / sum;
            edges[c + 1] = edges[c] + width;
        }
        edges[columns] = right;
        return edges;
    }

    private float[] widths(int column) {
        List<Run> header =
                table.columns().get(column).header().stream().map(Run::asStrong).toList();
        float[] widest = LineBreaker.widths(pen.fonts, header, SIZE);
        for (List<List<Run>> row : table.rows()) {
            if (column < row.size()) {
                float[] cell = LineBreaker.widths(pen.fonts, row.get(column), SIZE);
                widest[0] = Math.max(widest[0], cell[0]);
                widest[1] = Math.max(widest[1], Math.min(cell[1], 400));
            }
        }
        return widest;
    }
}
