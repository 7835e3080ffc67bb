package fr.terrain.portal;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.document.PdfChecks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The sheet of a site as a PDF, over HTTP: what it says, and the standards that it passes. */
@QuarkusTest
class SheetPdfTest {
    @Inject
    Fixtures fixtures;

    @Test
    void isAnAccessibleArchiveWithTheWordsOfTheSheet() {
        Fixtures.Place place = fixtures.place(new SpaceOf(1, 0, 0), new SpaceOf(3, 2, 1));
        fixtures.run("""
                update site set conditions = 'Casque obligatoire.', equipment = '{Quai de 40 m,Borne de 32 A}', documents = '{Plan d’implantation}',
                  legal_levers = '{Titre précaire et révocable}', perimeter = st_multi(st_buffer(access_point::geography, 300)::geometry)
                 where slug = :slug""", "slug", place.slug());
        fixtures.run("""
                insert into site_constraint select id, (select min(code) from constraint_code) from site where slug = :slug""", "slug", place.slug());
        byte[] pdf = pdf(place.slug());
        PdfChecks.assertAccessibleArchive(pdf);
        String words = String.join(
                " ",
                PdfChecks.pages(pdf).stream().flatMap(java.util.List::stream).toList());
        for (String said : new String[] {
            "Casque obligatoire.",
            "Quai de 40 m",
            "Plan d’implantation",
            "Titre précaire et révocable",
            "Espaces à réserver",
            "https://terrain.example.org/sites/" + place.slug()
        }) assertTrue(words.contains(said), said + " in " + words);
        assertArrayEquals(pdf, pdf(place.slug()));
    }

    @Test
    void printsWhatItsTypefacesLackAsAQuestionMark() {
        String slug = fixtures.place(new SpaceOf(1, 0, 0)).slug();
        fixtures.run("update site set description = 'Un toit-🚁-volant' where slug = :slug", "slug", slug);
        byte[] pdf = pdf(slug);
        PdfChecks.assertAccessibleArchive(pdf);
        String words = String.join(
                " ",
                PdfChecks.pages(pdf).stream().flatMap(java.util.List::stream).toList());
        assertTrue(words.contains("Un toit-?-volant"), words);
    }

    @Test
    void isNotThereForASiteThatThePublicMayNotSee() {
        String slug = fixtures.place(new SpaceOf(1, 0, 0)).slug();
        fixtures.run("update site set state = 'SUSPENDED' where slug = :slug", "slug", slug);
        assertEquals(404, given().get("/sites/" + slug + "/fiche.pdf").statusCode());
    }

    private static byte[] pdf(String slug) {
        return given().get("/sites/" + slug + "/fiche.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"fiche-" + slug + ".pdf\"")
                .extract()
                .asByteArray();
    }
}
