package fr.terrain.document;

import java.awt.Color;
import java.util.Locale;

/** Writes a laid-out map as SVG with presentation attributes only: nothing that a content security policy refuses. */
final class MapSvg {
    /** Around the drawing, which cuts what goes beyond it: a browser that rounds the edge to a pixel then spares the frame. */
    private static final double MARGIN = 1;

    private final MapDrawing drawing;
    private final StringBuilder out = new StringBuilder();

    private MapSvg(MapDrawing drawing) {
        this.drawing = drawing;
    }

    static String write(MapDrawing drawing, String alternative) {
        MapSvg svg = new MapSvg(drawing);
        svg.put(
                "<svg viewBox=\"%.2f %.2f %.2f %.2f\" role=\"img\" aria-label=\"%s\" font-family=\"inherit\">",
                -MARGIN,
                -MARGIN,
                drawing.width + 2 * MARGIN,
                drawing.height + 2 * MARGIN,
                HtmlPress.escape(alternative));
        svg.put("<svg width=\"%.2f\" height=\"%.2f\">", drawing.width, drawing.height);
        drawing.marks.forEach(svg::mark);
        return svg.out.append("</svg></svg>").toString();
    }

    private void mark(MapDrawing.Mark mark) {
        switch (mark) {
            case MapDrawing.Area a -> {
                out.append("<path fill-rule=\"evenodd\" d=\"");
                for (double[][] ring : a.rings()) {
                    for (int i = 0; i < ring.length; i++) {
                        put(i == 0 ? "M%.2f %.2f" : "L%.2f %.2f", ring[i][0], flip(ring[i][1]));
                    }
                    out.append('Z');
                }
                out.append('"');
                paint(a.fill(), a.stroke(), a.width(), a.dashed());
            }
            case MapDrawing.Strokes s -> {
                out.append("<path d=\"");
                s.lines().forEach(l -> put("M%.2f %.2fL%.2f %.2f", l[0], flip(l[1]), l[2], flip(l[3])));
                out.append('"');
                paint(null, s.colour(), s.width(), false);
            }
            case MapDrawing.Disc d -> {
                put("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\"", d.x(), flip(d.y()), d.radius());
                paint(d.fill(), d.stroke(), 1.2, d.dashed());
            }
            case MapDrawing.Text t ->
                put(
                        "<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.1f\" fill=\"%s\"%s%s>%s</text>",
                        t.x(),
                        flip(t.y()),
                        t.size(),
                        colour(t.colour()),
                        t.strong() ? " font-weight=\"600\"" : "",
                        t.italic() ? " font-style=\"italic\"" : "",
                        HtmlPress.escape(t.text()));
        }
    }

    private double flip(double y) {
        return drawing.height - y;
    }

    private void paint(Color fill, Color stroke, double width, boolean dashed) {
        put(" fill=\"%s\"", fill == null ? "none" : colour(fill));
        if (stroke != null) {
            put(
                    " stroke=\"%s\" stroke-width=\"%.2f\"%s",
                    colour(stroke), width, dashed ? " stroke-dasharray=\"4 2\"" : "");
        }
        out.append("/>");
    }

    private static String colour(Color colour) {
        return "#%06x".formatted(colour.getRGB() & 0xFFFFFF);
    }

    private void put(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}
