package fr.terrain.document;

/** What keeps a document from being drawn: the template file, the line (from 1; 0 where it is no line in particular), a French sentence. */
public record Problem(String file, int line, String message) {
    @Override
    public String toString() {
        return file + (line > 0 ? ", ligne " + line : "") + " : " + message;
    }
}
