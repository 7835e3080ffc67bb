package fr.terrain.notification;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who receives a message about an organisation follows its link and is on the page that it speaks of. */
@QuarkusTest
class OrganisationLinksTest {
    private static final String EVENT = """
            insert into organisation_event (organisation_id, kind, account_id, subject_id, detail, occurred_at)
            values (:organisation, :kind, :doer, cast(:subject as bigint), cast(:detail as jsonb), now()) returning id
            """;

    @TestHTTPResource("/")
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    OrganisationLetters letters;

    private final Map<User, Session> sessions = new HashMap<>();
    private long organisation;
    private String name;

    /** An organisation that {@code porteur} manages. */
    @BeforeEach
    void anOrganisation() {
        organisation = fixtures.occupant(User.PORTEUR);
        name = (String) fixtures.one("select name from organisation where id = :id", "id", organisation);
    }

    @Test
    void managersReadWhatBecameOfTheCheckOfTheirIdentity() {
        for (String kind : List.of("VERIFIED", "NOT_VERIFIED")) {
            if (kind.equals("NOT_VERIFIED"))
                fixtures.run(
                        "update organisation set verified_at = null, refused_at = now(), refusal = 'Le numéro ne correspond pas.' where id = :id",
                        "id",
                        organisation);
            HttpResponse<String> page = followed(only(happen(kind, User.ADMIN, null), User.PORTEUR), User.PORTEUR);
            assertTrue(page.body().contains(name), kind);
            assertEquals(
                    kind.equals("NOT_VERIFIED"), page.body().contains("Le numéro ne correspond pas."), page.body());
        }
    }

    @Test
    void staffIsOnThePageWhereItChecks() {
        fixtures.run("update organisation set verified_at = null where id = :id", "id", organisation);
        int followed = 0;
        for (Addressed letter : happen("OPENED", User.PORTEUR, null)) {
            User reader = user(letter.account());
            if (reader == null) continue;
            assertTrue(followed(letter, reader).body().contains(name), letter.name());
            followed++;
        }
        assertTrue(followed > 0, "nobody of the realm checks identities");
    }

    @Test
    void managersAndWhomItConcernsAreOnThePageOfTheOrganisation() {
        fixtures.member(organisation, User.PARTENAIRE, "sign");
        for (String kind : List.of("JOINED", "LEFT"))
            assertTrue(followed(only(happen(kind, User.PARTENAIRE, User.PARTENAIRE), User.PORTEUR), User.PORTEUR)
                    .body()
                    .contains(name));
        for (String kind : List.of("CAPABILITIES_CHANGED", "STAND_IN_NAMED", "STAND_IN_ENDED"))
            assertTrue(
                    followed(only(happen(kind, User.PORTEUR, User.PARTENAIRE), User.PARTENAIRE), User.PARTENAIRE)
                            .body()
                            .contains(name),
                    kind);
    }

    @Test
    void whoWasRemovedIsLedWhereEverybodyMayGo() {
        followed(only(happen("REMOVED", User.PORTEUR, User.PARTENAIRE), User.PARTENAIRE), User.PARTENAIRE);
        assertEquals(
                404,
                session(User.PARTENAIRE)
                        .get("/mes-organisations/" + organisation)
                        .statusCode());
    }

    @Test
    void whoIsInvitedIsOnTheInvitationUntilItIsRevoked() {
        int invitation = as("porteur")
                .contentType("application/json")
                .body("{\"email\": \"invitee." + UUID.randomUUID() + "@example.org\", \"capabilities\": [\"SIGN\"]}")
                .post("/api/organisations/" + organisation + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        HttpResponse<String> open = invited("INVITED", invitation);
        assertTrue(open.body().contains("Rejoindre " + name), open.body());
        assertTrue(open.body().contains("Rejoindre l’organisation"), open.body());
        as("porteur")
                .delete("/api/organisations/" + organisation + "/invitations/" + invitation)
                .then()
                .statusCode(204);
        invited("INVITATION_REVOKED", invitation);
    }

    /** What the guest sees at the end of the link of this message, its secret put in its place as the sender does. */
    private HttpResponse<String> invited(String kind, long invitation) {
        long event = number(
                "select id from organisation_event where invitation_id = :id and kind = :kind",
                "id",
                invitation,
                "kind",
                kind);
        List<Addressed> told = write(event);
        assertEquals(1, told.size());
        String secret = QuarkusTransaction.requiringNew()
                .call(() -> letters.secret(event).map(one -> one.words().orElseThrow()))
                .orElse("");
        return follow(told.getFirst().letter().link().address().replace(Secret.PLACE, secret), User.PARTENAIRE);
    }

    private List<Addressed> happen(String kind, User doer, User subject) {
        boolean standsIn = kind.startsWith("STAND");
        return write(number(
                EVENT,
                "organisation",
                organisation,
                "kind",
                kind,
                "doer",
                fixtures.account(doer),
                "subject",
                subject == null ? null : fixtures.account(subject),
                "detail",
                standsIn
                        ? "{\"absent\": \"" + fixtures.account(User.PORTEUR)
                                + "\", \"firstDay\": \"2026-12-21\", \"lastDay\": \"2027-01-03\"}"
                        : "{}"));
    }

    private List<Addressed> write(long event) {
        return QuarkusTransaction.requiringNew().call(() -> new ArrayList<>(letters.write(event)));
    }

    /** The one of these messages that this person receives. */
    private Addressed only(List<Addressed> told, User reader) {
        List<Addressed> theirs = told.stream()
                .filter(letter -> letter.account() == fixtures.account(reader))
                .toList();
        assertEquals(1, theirs.size(), told::toString);
        return theirs.getFirst();
    }

    private HttpResponse<String> followed(Addressed letter, User reader) {
        return follow(letter.letter().link().address(), reader);
    }

    private HttpResponse<String> follow(String address, User reader) {
        assertTrue(address.startsWith("https://terrain.example.org/"), address);
        assertFalse(address.contains(Secret.PLACE), address);
        HttpResponse<String> page =
                session(reader).follow(root.resolve(address.substring("https://terrain.example.org".length())));
        assertEquals(200, page.statusCode(), address);
        return page;
    }

    private User user(long account) {
        String subject = (String) fixtures.one("select subject from account where id = :id", "id", account);
        for (User user : User.values()) if (user.subject.equals(subject)) return user;
        return null;
    }

    private Session session(User user) {
        return sessions.computeIfAbsent(
                user, one -> new Session(root).signIn(one.name().toLowerCase(Locale.ROOT)));
    }

    private long number(String sql, Object... named) {
        return ((Number) fixtures.one(sql, named)).longValue();
    }
}
