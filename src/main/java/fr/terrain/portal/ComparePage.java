package fr.terrain.portal;

import fr.terrain.fee.TariffLine;
import java.util.HashSet;
import java.util.List;

/** What the comparison shows: a column for each site, a row for each criterion. */
public record ComparePage(SearchForm form, Stay stay, List<Column> columns, List<Row> rows) {
    /** A site, its prices in force, and the address of the comparison without it. */
    public record Column(Sheet site, Window window, List<TariffLine> prices, String withoutHref) {}

    /** A criterion, and what each site has to say of it. */
    public record Row(String label, List<List<String>> cells) {
        /** Whether the sites say different things. */
        public boolean differs() {
            return new HashSet<>(cells).size() > 1;
        }
    }

    /** What the row of chances is called. */
    public String chanceLabel() {
        return stay == null ? "Prochaine période libre" : "Pour vos dates";
    }

    public String lead() {
        String dates = stay == null ? "" : " " + stay.words();
        return switch (columns.size()) {
            case 1 -> "Un seul terrain" + dates + ". Cochez-en un deuxième dans la liste pour comparer.";
            default -> columns.size() + " terrains côte à côte" + dates + ". En fond jaune : ce qui les sépare.";
        };
    }
}
