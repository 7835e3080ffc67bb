package fr.terrain.portal;

/**
 * Words typed, as the catalogue understands them: every one must be found, itself or a word of the same meaning.
 *
 * @param query tsquery of all words with their synonyms; null when the words ask for nothing
 * @param exact tsquery of any of the very words, each of which makes a better match; null with the query
 * @param corrected the words after the correction of a typing error; null when there was none
 */
public record Wording(String query, String exact, String corrected) {
    public static final Wording NONE = new Wording(null, null, null);

    /** Stems that must all be found, nothing else being understood. */
    public static Wording exactly(String query) {
        return new Wording(query, query, null);
    }
}
