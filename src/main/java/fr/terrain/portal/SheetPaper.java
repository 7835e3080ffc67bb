package fr.terrain.portal;

import fr.terrain.document.Block;
import fr.terrain.document.Paper;
import fr.terrain.document.PrintedText;
import fr.terrain.document.Run;
import fr.terrain.document.SituationMap;
import fr.terrain.document.Typography;
import fr.terrain.fee.TariffLine;
import fr.terrain.http.French;
import fr.terrain.http.Words;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The sheet of a site as a paper to print: what its page says but the calendar, with two maps. The same site, prices and day give the same paper. */
final class SheetPaper {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Sheet site;
    private final SheetPlace place;
    private final List<TariffLine> prices;
    private final String address;
    private final List<Block> blocks = new ArrayList<>();

    private SheetPaper(Sheet site, SheetPlace place, List<TariffLine> prices, String address) {
        this.site = site;
        this.place = place;
        this.prices = prices;
        this.address = address;
    }

    /**
     * @param place geometry in EPSG:4326
     * @param address of the site's page, printed so that the reader finds the calendar
     * @param day on which the prices are in force (Europe/Paris)
     */
    static Paper of(
            Sheet site, SheetPlace place, List<TariffLine> prices, String address, LocalDate day, String notice) {
        List<Block> blocks = new SheetPaper(site, place, prices, address).write(day);
        String name = printed(site.name());
        return new Paper(
                name,
                printed(site.organisation()),
                Typography.harden("Fiche du terrain d’expérimentation « " + name + " »"),
                Typography.harden("Fiche du " + French.date(day)),
                "Terrain",
                day.atStartOfDay(PARIS).toInstant(),
                notice == null ? List.of() : List.of(Typography.harden(notice)),
                blocks,
                List.of(),
                (site + "\n" + prices + "\n" + day).getBytes(StandardCharsets.UTF_8));
    }

    private List<Block> write(LocalDate day) {
        blocks.add(new Block.Heading(1, runs(site.name()), null));
        paragraph(site.categoryLabel() + ", " + site.commune() + " (" + site.department() + ")");
        paragraph(site.summary());
        paragraph("Fiche lue le " + French.date(day)
                + ". Le calendrier des disponibilités et la demande sont à l’adresse " + address + ".");
        facts();
        map(
                "Situation",
                "Situation du terrain parmi les communes voisines.",
                place.frame().situation());
        section("Le terrain", site.paragraphs());
        list("Équipements", 3, site.equipment());
        effects();
        spaces();
        if (place.outlined())
            map("Espaces", "Périmètre du terrain et ses espaces.", place.frame().closeUp());
        howTo();
        section("Conditions d’utilisation", site.conditionParagraphs());
        list("Leviers juridiques", 2, site.legalLevers());
        prices();
        return List.copyOf(blocks);
    }

    private void facts() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Gestionnaire", site.organisation()));
        if (site.contact() != null) rows.add(List.of("Contact", site.contact()));
        rows.add(List.of(
                "Domaine",
                String.join(", ", site.domains().stream().map(Words::label).toList())));
        if (site.area() != null) rows.add(List.of("Surface", site.area()));
        rows.add(List.of("Position", Words.label(site.positionConfidence())));
        rows.add(List.of("Abri", site.indoor() ? "À l’intérieur" : "En plein air"));
        if (!site.themes().isEmpty()) rows.add(List.of("Thèmes", String.join(", ", site.themes())));
        heading("En bref");
        table(List.of("Donnée", "Valeur"), rows);
    }

    private void effects() {
        if (site.effects().isEmpty()) return;
        heading("Ce que ce lieu impose");
        table(
                List.of("Contrainte", "Effet", "Ce qu’il faut faire"),
                site.effects().stream()
                        .map(effect -> List.of(effect.label(), effect.effect(), effect.gesture()))
                        .toList());
    }

    private void spaces() {
        heading("Espaces à réserver");
        table(
                List.of("Espace", "Essais en même temps", "Domaine", "Durée", "Se demande"),
                site.spaces().stream().map(SheetPaper::space).toList());
    }

    private static List<String> space(Sheet.SpaceRow space) {
        String area = space.area() == null ? "" : ", " + space.area();
        return List.of(
                space.name(),
                String.valueOf(space.capacity()),
                Words.label(space.domain()) + area,
                space.durations() + (space.overnight() ? ", nuits comprises" : ""),
                space.notice());
    }

    private void howTo() {
        heading("Mode d’emploi");
        if (!site.whoDecides().isBlank()) paragraph("Qui décide : " + site.whoDecides());
        if (site.usualDays() != null) paragraph("Délai habituel de réponse : " + site.usualDays() + " jours.");
        if (!site.cost().isBlank()) paragraph("Coût : " + site.cost());
        list("Pièces à préparer", 3, site.documents());
    }

    private void prices() {
        heading("Tarif");
        if (prices.isEmpty()) {
            paragraph(
                    "Aucune grille n’est encore en vigueur pour ce terrain : le montant est fixé avec le gestionnaire.");
            return;
        }
        paragraph("Prix hors taxes en vigueur. Le montant est calculé avant l’envoi de la demande.");
        table(
                List.of("Prix", "Usage", "Montant", "Vote"),
                prices.stream().map(SheetPaper::price).toList());
    }

    private static List<String> price(TariffLine price) {
        String unit = price.unit() == TariffLine.Unit.FLAT ? ", forfait" : " par " + Words.label(price.unit());
        return List.of(
                price.label(),
                Words.label(price.useClass()),
                French.euros(price.amount()) + unit,
                "Délibération n° " + price.deliberation() + " du " + French.date(price.deliberationDate()));
    }

    private void heading(String words) {
        blocks.add(new Block.Heading(2, runs(words), null));
    }

    private void paragraph(String words) {
        blocks.add(new Block.Paragraph(runs(words)));
    }

    private void section(String title, List<String> paragraphs) {
        if (paragraphs.isEmpty()) return;
        heading(title);
        paragraphs.forEach(this::paragraph);
    }

    private void list(String title, int level, List<String> items) {
        List<List<Block>> written = items.stream()
                .filter(item -> !item.isBlank())
                .map(item -> List.<Block>of(new Block.Paragraph(runs(item))))
                .toList();
        if (written.isEmpty()) return;
        blocks.add(new Block.Heading(level, runs(title), null));
        blocks.add(new Block.Items(false, 1, written));
    }

    private void table(List<String> headers, List<List<String>> rows) {
        blocks.add(new Block.Table(
                headers.stream()
                        .map(header -> new Block.Column(runs(header), false))
                        .toList(),
                rows.stream()
                        .map(row -> row.stream().map(SheetPaper::runs).toList())
                        .toList(),
                true));
    }

    private void map(String title, String caption, SituationMap map) {
        String where = site.commune() + (site.approximate() ? ", position approximative" : "");
        blocks.add(new Block.Figure(printed(title + " : " + site.name() + ", " + where), runs(caption), map));
    }

    private static List<Run> runs(String words) {
        return List.of(Run.of(Typography.harden(printed(words))));
    }

    private static String printed(String words) {
        return PrintedText.printable(words);
    }
}
