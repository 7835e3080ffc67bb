package fr.terrain.document;

import java.util.List;

/** Writes blocks as semantic HTML for a page (title at level 2, articles at 3), without style or script; values of variables are marked by class {@code var}. */
public final class HtmlPress {
    private final StringBuilder out = new StringBuilder();

    private HtmlPress() {}

    /** An {@code article} of class {@code sheet}, with the notices at its head. */
    public static String print(Paper paper) {
        HtmlPress press = new HtmlPress();
        press.out.append("<article class=\"sheet\" lang=\"fr\">\n");
        for (String notice : paper.notices()) {
            press.out
                    .append("<p class=\"callout\" data-tone=\"warn\"><strong>")
                    .append(escape(notice))
                    .append("</strong></p>\n");
        }
        paper.blocks().forEach(press::block);
        return press.out.append("</article>\n").toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> element("p", paragraph.text());
            case Block.Items items -> items(items);
            case Block.Table table -> table(table);
            case Block.Figure figure -> {
                out.append("<figure>").append(MapSvg.write(MapDrawing.of(figure.map()), figure.alternative()));
                if (!figure.caption().isEmpty()) {
                    element("figcaption", figure.caption());
                }
                out.append("</figure>\n");
            }
            case Block.Signatures signatures -> {
                out.append("<ul class=\"sheet-signatures\">\n");
                for (Block.SignatureBox box : signatures.boxes()) {
                    out.append("<li><p><strong>");
                    runs(box.label());
                    out.append("</strong></p>");
                    element("p", box.who());
                    out.append("</li>\n");
                }
                out.append("</ul>\n");
            }
        }
    }

    private void heading(Block.Heading heading) {
        int level = Math.min(6, heading.level() + 1);
        out.append("<h").append(level);
        if (heading.anchor() != null) {
            out.append(" id=\"").append(escape(heading.anchor())).append('"');
        }
        out.append('>');
        runs(heading.text());
        out.append("</h").append(level).append(">\n");
    }

    private void items(Block.Items items) {
        String tag = items.ordered() ? "ol" : "ul";
        out.append('<').append(tag);
        if (items.ordered() && items.start() != 1) {
            out.append(" start=\"").append(items.start()).append('"');
        }
        out.append(">\n");
        for (List<Block> item : items.items()) {
            out.append("<li>");
            if (item.size() == 1 && item.getFirst() instanceof Block.Paragraph only) {
                runs(only.text());
            } else {
                item.forEach(this::block);
            }
            out.append("</li>\n");
        }
        out.append("</").append(tag).append(">\n");
    }

    /** Roles are written out because the style sheet lays narrow tables out as cards, which would otherwise lose the table for assistive tools. */
    private void table(Block.Table table) {
        out.append(
                "<div class=\"table-wrap\"><table class=\"table\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">");
        for (Block.Column column : table.columns()) {
            cell("th", " scope=\"col\" role=\"columnheader\"", column, column.header());
        }
        out.append("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        for (List<List<Run>> row : table.rows()) {
            out.append("<tr role=\"row\">");
            for (int c = 0; c < table.columns().size(); c++) {
                Block.Column column = table.columns().get(c);
                List<Run> text = c < row.size() ? row.get(c) : List.of();
                if (c == 0 && table.rowHeaders()) {
                    cell("th", " scope=\"row\" role=\"rowheader\"", column, text);
                } else {
                    String label = escape(Run.plain(column.header()));
                    cell("td", " role=\"cell\" data-label=\"" + label + "\"", column, text);
                }
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
    }

    private void cell(String tag, String attributes, Block.Column column, List<Run> text) {
        out.append('<').append(tag).append(attributes).append(column.numeric() ? " class=\"num\">" : ">");
        runs(text);
        out.append("</").append(tag).append('>');
    }

    private void element(String tag, List<Run> runs) {
        out.append('<').append(tag).append('>');
        runs(runs);
        out.append("</").append(tag).append(">\n");
    }

    private void runs(List<Run> runs) {
        for (Run run : runs) {
            String text = escape(run.text());
            text = run.source() == null ? text : "<span class=\"var\">" + text + "</span>";
            text = run.emphasis() ? "<em>" + text + "</em>" : text;
            text = run.strong() ? "<strong>" + text + "</strong>" : text;
            out.append(run.target() == null ? text : "<a href=\"" + escape(run.target()) + "\">" + text + "</a>");
        }
    }
}
