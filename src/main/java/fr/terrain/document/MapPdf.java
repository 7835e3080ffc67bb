package fr.terrain.document;

import org.openpdf.text.pdf.PdfContentByte;

/** Draws a laid-out map on a PDF page, its lower left corner at x, y. */
final class MapPdf {
    private final Pen pen;
    private final PdfContentByte canvas;
    private final float x, y;

    private MapPdf(Pen pen, float x, float y) {
        this.pen = pen;
        this.canvas = pen.pdf.canvas();
        this.x = x;
        this.y = y;
    }

    static void paint(Pen pen, MapDrawing drawing, float x, float y) {
        MapPdf map = new MapPdf(pen, x, y);
        map.canvas.saveState();
        map.canvas.rectangle(x, y, (float) drawing.width, (float) drawing.height);
        map.canvas.clip();
        map.canvas.newPath();
        drawing.marks.forEach(map::mark);
        map.canvas.restoreState();
    }

    private void mark(MapDrawing.Mark mark) {
        switch (mark) {
            case MapDrawing.Area area -> area(area);
            case MapDrawing.Strokes strokes -> strokes(strokes);
            case MapDrawing.Disc disc -> disc(disc);
            case MapDrawing.Text text ->
                pen.text(
                        pen.fonts.face(text.strong(), text.italic()),
                        (float) text.size(),
                        text.colour(),
                        x + (float) text.x(),
                        y + (float) text.y(),
                        text.text());
        }
    }

    private void area(MapDrawing.Area area) {
        canvas.saveState();
        for (double[][] ring : area.rings()) {
            for (int i = 0; i < ring.length; i++) {
                float px = x + (float) ring[i][0], py = y + (float) ring[i][1];
                if (i == 0) {
                    canvas.moveTo(px, py);
                } else {
                    canvas.lineTo(px, py);
                }
            }
            canvas.closePath();
        }
        finish(area.fill() != null, area.stroke() != null, area);
        canvas.restoreState();
    }

    private void finish(boolean fill, boolean stroke, MapDrawing.Area area) {
        if (fill) {
            canvas.setColorFill(area.fill());
        }
        if (stroke) {
            canvas.setColorStroke(area.stroke());
            canvas.setLineWidth((float) area.width());
            dash(area.dashed());
        }
        if (fill && stroke) {
            canvas.eoFillStroke();
        } else if (fill) {
            canvas.eoFill();
        } else {
            canvas.stroke();
        }
    }

    private void dash(boolean dashed) {
        if (dashed) {
            canvas.setLineDash(4, 2, 0);
        }
    }

    private void strokes(MapDrawing.Strokes strokes) {
        canvas.saveState();
        canvas.setLineWidth((float) strokes.width());
        canvas.setColorStroke(strokes.colour());
        for (double[] line : strokes.lines()) {
            canvas.moveTo(x + (float) line[0], y + (float) line[1]);
            canvas.lineTo(x + (float) line[2], y + (float) line[3]);
        }
        canvas.stroke();
        canvas.restoreState();
    }

    private void disc(MapDrawing.Disc disc) {
        canvas.saveState();
        canvas.circle(x + (float) disc.x(), y + (float) disc.y(), (float) disc.radius());
        if (disc.fill() != null) {
            canvas.setColorFill(disc.fill());
        }
        if (disc.stroke() == null) {
            canvas.fill();
        } else {
            canvas.setColorStroke(disc.stroke());
            canvas.setLineWidth(1.2f);
            dash(disc.dashed());
            if (disc.fill() == null) {
                canvas.stroke();
            } else {
                canvas.fillStroke();
            }
        }
        canvas.restoreState();
    }
}
