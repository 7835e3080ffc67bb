package fr.terrain.document;

import java.util.LinkedHashMap;
import java.util.Map;

/** A Markdown file and its front matter; the body keeps the file's line numbers (the front matter's lines are blank in it). */
public record TemplateFile(String name, Map<String, String> front, Map<String, Integer> lines, String body) {
    private static final String FENCE = "---";

    /** Throws IllegalArgumentException, in French, where the front matter is not "key: value" lines between two "---". */
    public static TemplateFile read(String name, String content) {
        String[] rows = content.replace("\r\n", "\n").replace("\uFEFF", "").split("\n", -1);
        if (!rows[0].equals(FENCE)) {
            throw new IllegalArgumentException(name + ", ligne 1 : l’en-tête entre deux lignes « --- » manque");
        }
        Map<String, String> front = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        int row = 1;
        for (; row < rows.length && !rows[row].equals(FENCE); row++) {
            int colon = rows[row].indexOf(':');
            if (colon < 1
                    || front.put(
                                    rows[row].substring(0, colon).strip(),
                                    rows[row].substring(colon + 1).strip())
                            != null) {
                throw new IllegalArgumentException(
                        name + ", ligne " + (row + 1) + " : attendu « clé : valeur », une fois par clé");
            }
            lines.put(rows[row].substring(0, colon).strip(), row + 1);
        }
        if (row == rows.length) {
            throw new IllegalArgumentException(name + " : l’en-tête n’est pas refermé par « --- »");
        }
        StringBuilder body = new StringBuilder("\n".repeat(row + 1));
        for (int i = row + 1; i < rows.length; i++) {
            body.append(rows[i]).append('\n');
        }
        return new TemplateFile(name, Map.copyOf(front), Map.copyOf(lines), body.toString());
    }

    /** Empty where the key is absent. */
    public String get(String key) {
        return front.getOrDefault(key, "");
    }

    /** Line of a front matter key, 1 where it is absent. */
    public int lineOf(String key) {
        return lines.getOrDefault(key, 1);
    }
}
