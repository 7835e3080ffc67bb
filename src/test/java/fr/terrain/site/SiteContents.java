package fr.terrain.site;

import java.util.List;

/** Contents of tests: one that can be published, plainly invented. */
final class SiteContents {
    private SiteContents() {}

    /** All that is needed to publish, with these spaces. */
    static SiteContent complete(String name, SpaceContent... spaces) {
        return new SiteContent(
                new SiteContent.Identity(
                        name,
                        "lab_iot",
                        "Un laboratoire inventé pour les tests.",
                        "Rien de ce qui est écrit ici n’est vrai.",
                        true,
                        List.of("iot"),
                        List.of("Mât de 12 m")),
                new SiteContent.Place(
                        "13041", 5.469, 43.4547, Site.Confidence.HIGH, square(5.468, 43.454), List.of("TIERS")),
                new SiteContent.Terms(
                        "Le laboratoire décide.",
                        List.of("Note de présentation"),
                        15,
                        "Gratuit pour un essai sans recette.",
                        "Un essai à la fois.",
                        List.of(),
                        "essai@example.org"),
                List.of(spaces),
                List.of());
    }

    static SpaceContent space(Long id, String name, int capacity, RuleContent... rules) {
        return new SpaceContent(
                id, name, "", null, Space.Domain.PRIVATE, capacity, false, 5, 300, 1, 30, 0, 0, null, List.of(rules));
    }

    /** A square of some hundred metres. */
    static Outline square(double x, double y) {
        double far = 0.002;
        return new Outline(
                "MultiPolygon",
                List.of(List.of(List.of(
                        List.of(x, y),
                        List.of(x + far, y),
                        List.of(x + far, y + far),
                        List.of(x, y + far),
                        List.of(x, y)))));
    }
}
