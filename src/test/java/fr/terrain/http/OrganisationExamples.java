package fr.terrain.http;

import static fr.terrain.http.ExampleBook.does;
import static fr.terrain.http.ExampleBook.id;
import static fr.terrain.http.OrganisationExamples.SOCIETY;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.User;
import fr.terrain.Siret;
import fr.terrain.organisation.Invitations;

/** What the examples of the API show of organisations: who opens one, who is in it, who stands in for whom. */
final class OrganisationExamples {
    static final String SOCIETY = "Bouées d’essai";

    /** How many organisations of other tests the staff is shown before this one. */
    private static final String BEFORE =
            "select count(*) from organisation where verified_at is null and refused_at is null and id < :id";

    private final ExampleBook book;
    private final Fixtures fixtures;
    private final Invitations invitations;

    OrganisationExamples(ExampleBook book, Fixtures fixtures, Invitations invitations) {
        this.book = book;
        this.fixtures = fixtures;
        this.invitations = invitations;
    }

    /** Opens the society that asks, has it checked, and has its needs for a visa told; gives its number. */
    long open(Place other) {
        long occupant = id(book.says("porteur", "POST", "/api/organisations", organisation(SOCIETY)));
        String one = "/api/organisations/{id}";
        long before = number(BEFORE, occupant);
        book.says("instructeur", "GET", "/api/unchecked-organisations?limit=1&page=" + (before + 1), null);
        book.only("GET", "/api/unchecked-organisations", null, SOCIETY);
        book.says(
                "instructeur",
                "POST",
                one + "/verification",
                "{\"checked\": \"Avis de situation du 1er décembre 2026.\"}",
                occupant);
        book.says("porteur", "GET", "/api/organisations", null);
        book.only("GET", "/api/organisations", null, SOCIETY);
        book.says("porteur", "GET", one, null, occupant);
        book.says("admin", "PUT", one + "/settings", "{\"visaRequired\": true}", other.grantor());
        long doubtful = id(does("porteuse", "POST", "/api/organisations", organisation("Drones d’essai")));
        book.says(
                "instructeur",
                "POST",
                one + "/verification-refusal",
                "{\"reason\": \"Le SIRET est celui d’un autre établissement.\"}",
                doubtful);
        book.says("porteuse", "PUT", one, organisation("Drones d’essai"), doubtful);
        book.says("porteur", "GET", one + "/representatives", null, occupant);
        book.says("porteur", "POST", one + "/representatives", """
                {"name": "Dominique Essai", "quality": "Directrice", "delegationAct": "Décision DEMO-2026-002 du 1er décembre 2026",
                 "validFrom": "2026-12-01", "validUntil": "2028-12-31"}""", occupant);
        return occupant;
    }

    private static String organisation(String name) {
        return """
                {"name": "%s", "legalForm": "SAS", "kind": "PRIVATE", "siret": "%s", "address": "3 quai de l’Essai, 13002 Marseille",
                 "contact": "contact@example.org", "signatory": "Camille Essai", "quality": "Présidente"}""".formatted(name, Siret.next());
    }

    /** Invites somebody, who joins and leaves. */
    void people(long occupant) {
        String one = "/api/organisations/{id}";
        String guest = "{\"email\": \"invite@example.org\", \"capabilities\": [\"SIGN\"]}";
        long invitation = id(book.says("porteur", "POST", one + "/invitations", guest, occupant));
        book.says("porteur", "GET", one + "/invitations", null, occupant);
        book.says("porteur", "POST", one + "/invitations/{invitation}/renewal", null, occupant, invitation);
        long event = number(
                "select max(id) from organisation_event where kind = 'INVITED' and invitation_id = :id", invitation);
        String token = invitations.findForMail(event).orElseThrow().path().substring("/invitations/".length());
        book.says("juriste", "POST", "/api/invitations/{token}/acceptance", null, token);
        long account = fixtures.account(User.JURISTE);
        book.says("porteur", "GET", one + "/members", null, occupant);
        book.says("porteur", "GET", one + "/members/{account}", null, occupant, account);
        book.says(
                "porteur",
                "PUT",
                one + "/members/{account}",
                "{\"capabilities\": [\"SIGN\", \"MANAGE_MEMBERS\"]}",
                occupant,
                account);
        book.says("porteur", "DELETE", one + "/members/{account}", null, occupant, account);
        book.says("porteur", "GET", one + "/events", null, occupant);
    }

    /** Names a stand-in for an officer. */
    void absences(Place place) {
        String all = "/api/organisations/{id}/stand-ins";
        String absence = "{\"absent\": %d, \"standIn\": %d, \"firstDay\": \"2027-07-01\", \"lastDay\": \"2027-07-31\"}"
                .formatted(fixtures.account(User.INSTRUCTEUR), fixtures.account(User.ADMIN));
        book.says("admin", "POST", all, absence, place.grantor());
        book.says("admin", "GET", all, null, place.grantor());
    }

    private long number(String sql, long id) {
        return ((Number) fixtures.one(sql, "id", id)).longValue();
    }
}
