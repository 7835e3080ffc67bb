package fr.terrain.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A field that a revision changes, in words: what is published, and what would be. */
public record Difference(String label, String before, String after) {

    /** What a revision changes of what is published, in the order of the editor. */
    public static List<Difference> of(SiteContent was, SiteContent now) {
        List<Difference> all = new ArrayList<>();
        SiteContent.Identity a = was.identity();
        SiteContent.Identity b = now.identity();
        note(all, "Nom", a.name(), b.name());
        note(all, "Catégorie", a.category(), b.category());
        note(all, "Résumé", a.summary(), b.summary());
        note(all, "Description", a.description(), b.description());
        note(all, "Couvert", yes(a.inside()), yes(b.inside()));
        note(all, "Thèmes", list(a.themes()), list(b.themes()));
        note(all, "Équipements", list(a.equipment()), list(b.equipment()));
        place(all, was.place(), now.place());
        terms(all, was.terms(), now.terms());
        for (SpaceContent space : now.spaces()) space(all, find(was, space), space);
        for (SpaceContent space : was.spaces()) if (find(now, space) == null) note(all, "Espace", words(space), "");
        note(all, "Organismes", parties(was), parties(now));
        return all;
    }

    private static void place(List<Difference> all, SiteContent.Place a, SiteContent.Place b) {
        note(all, "Commune", a.insee(), b.insee());
        note(all, "Point d’accès", point(a), point(b));
        note(all, "Position", confidence(a), confidence(b));
        if (!Objects.equals(a.perimeter(), b.perimeter()))
            all.add(new Difference("Périmètre", drawn(a.perimeter()), b.perimeter() == null ? "" : "nouveau tracé"));
        note(all, "Contraintes", list(a.constraints()), list(b.constraints()));
    }

    private static void terms(List<Difference> all, SiteContent.Terms a, SiteContent.Terms b) {
        note(all, "Qui décide", a.whoDecides(), b.whoDecides());
        note(all, "Pièces à fournir", list(a.documents()), list(b.documents()));
        note(all, "Délai habituel, en jours", text(a.usualDays()), text(b.usualDays()));
        note(all, "Coût", a.cost(), b.cost());
        note(all, "Conditions", a.conditions(), b.conditions());
        note(all, "Leviers juridiques", list(a.legalLevers()), list(b.legalLevers()));
        note(all, "Contact", a.contact(), b.contact());
    }

    private static void space(List<Difference> all, SpaceContent was, SpaceContent now) {
        note(all, "Espace", was == null ? "" : words(was), words(now));
        if (was != null && !Objects.equals(was.footprint(), now.footprint()))
            all.add(new Difference("Tracé de l’espace", drawn(was.footprint()), drawn(now.footprint())));
    }

    private static SpaceContent find(SiteContent content, SpaceContent space) {
        if (space.id() == null) return null;
        return content.spaces().stream()
                .filter(one -> space.id().equals(one.id()))
                .findFirst()
                .orElse(null);
    }

    private static String words(SpaceContent space) {
        String rules = space.rules().stream()
                .map(rule -> "%s jours %s de %s à %s%s%s"
                        .formatted(
                                fr.terrain.http.Words.label(rule.kind()),
                                list(rule.weekdays()),
                                rule.opens(),
                                rule.closes(),
                                rule.seasonStart() == null
                                        ? ""
                                        : " du " + rule.seasonStart() + " au " + rule.seasonEnd(),
                                rule.cause() == null ? "" : " (" + rule.cause() + ")"))
                .collect(Collectors.joining(", "));
        return "%s, %s, capacité %d, nuits %s, prévenance %d, horizon %d, durée de %d à %d, montage %d, démontage %d, grille %s, %s %s"
                .formatted(
                        space.name(),
                        fr.terrain.http.Words.label(space.domain()),
                        space.capacity(),
                        yes(space.nights()),
                        space.leadTimeDays(),
                        space.horizonDays(),
                        space.minDays(),
                        space.maxDays(),
                        space.bufferBeforeDays(),
                        space.bufferAfterDays(),
                        space.tariffId() == null ? "aucune" : text(space.tariffId()),
                        space.description(),
                        rules)
                .strip();
    }

    private static void note(List<Difference> all, String label, String before, String after) {
        if (!before.equals(after)) all.add(new Difference(label, before, after));
    }

    private static String parties(SiteContent content) {
        return content.parties().stream()
                .map(one -> one.organisationId() + " " + one.role() + (one.mustSign() ? " signe" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String confidence(SiteContent.Place place) {
        return place.positionConfidence() == null ? "" : fr.terrain.http.Words.label(place.positionConfidence());
    }

    private static String point(SiteContent.Place place) {
        return place.located() ? place.longitude() + " " + place.latitude() : "";
    }

    private static String drawn(Outline outline) {
        return outline == null ? "" : "tracé";
    }

    private static String list(List<?> texts) {
        return texts.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String yes(boolean value) {
        return value ? "oui" : "non";
    }
}
