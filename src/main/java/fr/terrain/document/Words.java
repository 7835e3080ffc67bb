package fr.terrain.document;

import java.util.ArrayList;
import java.util.List;

/** The words of blocks in reading order, as every format must show them: list marks and the names on maps count, what only repeats on each page does not. */
public final class Words {
    private final List<String> words = new ArrayList<>();

    private Words() {}

    public static List<String> of(List<Block> blocks) {
        Words words = new Words();
        blocks.forEach(words::block);
        return List.copyOf(words.words);
    }

    /** Words of a plain text: a no-break space separates words as others do, a narrow one does not ("1 000 €" is two words). */
    public static List<String> of(String text) {
        Words words = new Words();
        words.text(text);
        return List.copyOf(words.words);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> text(Run.plain(heading.text()));
            case Block.Paragraph paragraph -> text(Run.plain(paragraph.text()));
            case Block.Items items -> items(items);
            case Block.Table table -> {
                table.columns().forEach(c -> text(Run.plain(c.header())));
                table.rows().forEach(row -> row.forEach(cell -> text(Run.plain(cell))));
            }
            case Block.Figure figure -> {
                MapDrawing.of(figure.map()).texts().forEach(this::text);
                text(Run.plain(figure.caption()));
            }
            case Block.Signatures signatures ->
                signatures.boxes().forEach(box -> {
                    text(Run.plain(box.label()));
                    text(Run.plain(box.who()));
                });
        }
    }

    private void items(Block.Items items) {
        int number = items.start();
        for (List<Block> item : items.items()) {
            text(items.ordered() ? number++ + "." : "•");
            item.forEach(this::block);
        }
    }

    private void text(String text) {
        for (String word : text.replace("\u202F", "").split("[\\s\u00A0]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
    }
}
