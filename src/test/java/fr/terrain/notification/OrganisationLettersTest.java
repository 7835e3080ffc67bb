package fr.terrain.notification;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.FrenchTypography;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.notification.Emails.Email;
import fr.terrain.notification.Happenings.Cast;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of organisations, as it was approved; and an invitation, from the form to membership by the link of the mail. */
@QuarkusTest
@TestProfile(SmtpProfile.class)
class OrganisationLettersTest {
    private static final Path APPROVED = Path.of("src/test/resources/mails");
    private static final Pattern LINK =
            Pattern.compile("https://terrain\\.example\\.org(/invitations/[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])");
    private static final String EVENT = """
            insert into organisation_event (organisation_id, kind, account_id, subject_id, invitation_id, detail, occurred_at)
            values (:organisation, :kind, cast(:doer as bigint), cast(:subject as bigint), cast(:invitation as bigint), cast(:detail as jsonb), now()) returning id
            """;
    private static final String INVITATION = """
            insert into invitation (organisation_id, email, salt, token_hash, invited_by, invited_at, expires_at)
            values (:organisation, :email, sha256('sel'), sha256(convert_to(:email || gen_random_uuid(), 'UTF8')), :by, cast(:at as timestamptz), cast(:at as timestamptz) + interval '14 days')
            returning id
            """;

    @TestHTTPResource("/")
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Happenings happenings;

    @Inject
    OrganisationLetters letters;

    @Inject
    Emails emails;

    @Inject
    Outbox outbox;

    @Inject
    NotificationSender sender;

    @ConfigProperty(name = "terrain.mail.port")
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VERIFIED",
                "NOT_VERIFIED",
                "INVITED",
                "INVITATION_REVOKED",
                "JOINED",
                "LEFT",
                "REMOVED",
                "CAPABILITIES_CHANGED",
                "STAND_IN_NAMED",
                "STAND_IN_ENDED"
            })
    void saysWhatWasApproved(String kind) throws IOException {
        TestClock.travel(LocalDateTime.parse("2026-12-02T09:00"));
        Cast cast = happenings.cast();
        happenings.member(cast.occupant(), "Rose Responsable", "rose." + UUID.randomUUID(), "{manage_members}");
        if (kind.equals("NOT_VERIFIED"))
            fixtures.run(
                    "update organisation set verified_at = null, refused_at = now(), refusal = 'Le numéro ne correspond pas.' where id = :id",
                    "id",
                    cast.occupant());
        StringBuilder told = new StringBuilder();
        for (Addressed one : write(kind, cast)) {
            Email email = emails.of(one.letter());
            assertEquals(null, FrenchTypography.fault(email.subject()));
            HtmlTwin.check(email);
            told.append("À\u00a0: ").append(one.name()).append(one.always() ? ", toujours\n" : ", selon son choix\n");
            told.append("Objet\u00a0: ").append(email.subject()).append("\n\n");
            told.append(email.words().replaceAll("/mes-organisations/[0-9]+", "/mes-organisations/N"))
                    .append('\n');
        }
        Path approved = APPROVED.resolve("organisation-" + kind + ".txt");
        if (Boolean.getBoolean("terrain.golden.write")) Files.writeString(approved, told);
        assertEquals(Files.readString(approved), told.toString());
    }

    @Test
    void staffIsToldOfAnOrganisationToCheck() {
        Cast cast = happenings.cast();
        List<Addressed> told = write("OPENED", cast);
        assertFalse(told.isEmpty(), "the operator of the demonstration has somebody who checks");
        assertTrue(
                told.getFirst().letter().link().address().endsWith("/verification-organisations/" + cast.occupant()));
    }

    @Test
    void whatNobodyNeedsToHearFilesNothing() {
        Cast cast = happenings.cast();
        for (String kind : List.of("CHANGED", "VISA_CHANGED", "REPRESENTATIVE_NAMED", "REPRESENTATIVE_ENDED"))
            assertEquals(List.of(), write(kind, cast), kind);
    }

    @Test
    void linkOfAnInvitationIsInTheMailAndNowhereElse() {
        fixtures.run("delete from event_pending");
        long organisation = fixtures.occupant(User.PORTEUR);
        String guest = "invitee." + UUID.randomUUID() + "@example.org";
        int invitation = as("porteur")
                .contentType("application/json")
                .body("{\"email\": \"" + guest + "\", \"capabilities\": [\"SIGN\"]}")
                .post("/api/organisations/" + organisation + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertEquals(1, outbox.file());
        try (Catcher server = Catcher.on(port)) {
            sender.send();
            String raw = server.messages().stream()
                    .filter(message -> message.to().equals(guest))
                    .findFirst()
                    .orElseThrow()
                    .raw();
            Matcher link = LINK.matcher(raw.replaceAll("=\r\n", ""));
            assertTrue(link.find(), raw);
            String token = link.group(1).substring("/invitations/".length());
            assertEquals(
                    0L,
                    fixtures.one(
                            "select count(*) from delivery d where cast(to_jsonb(d) as text) like '%' || :token || '%'",
                            "token", token));
            Session partner = new Session(root).signIn("partenaire");
            assertEquals(200, partner.get(link.group(1)).statusCode());
            assertEquals(303, partner.submit(link.group(1), link.group(1)).statusCode());
            assertEquals(
                    1L,
                    fixtures.one(
                            "select count(*) from member where organisation_id = :o and account_id = :a",
                            "o",
                            organisation,
                            "a",
                            fixtures.account(User.PARTENAIRE)));
        }
        assertTrue(invitation > 0);
    }

    @Test
    void invitationThatWasRevokedBeforeItsMailIsNotSent() {
        fixtures.run("delete from event_pending");
        long organisation = fixtures.occupant(User.PORTEUR);
        String guest = "revoquee." + UUID.randomUUID() + "@example.org";
        int invitation = as("porteur")
                .contentType("application/json")
                .body("{\"email\": \"" + guest + "\", \"capabilities\": []}")
                .post("/api/organisations/" + organisation + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        outbox.file();
        fixtures.run("update invitation set revoked_at = now(), revoked_by = invited_by where id = :id", "id", (long)
                invitation);
        try (Catcher server = Catcher.on(port)) {
            sender.send();
            assertTrue(
                    server.messages().stream().noneMatch(message -> message.to().equals(guest)));
        }
        assertEquals("DEAD", fixtures.one("select state from delivery where address = :address", "address", guest));
    }

    private List<Addressed> write(String kind, Cast cast) {
        boolean invites = kind.startsWith("INVIT");
        boolean standsIn = kind.startsWith("STAND");
        Long invitation = !invites
                ? null
                : (Long) ((Number) fixtures.one(
                                INVITATION,
                                "organisation",
                                cast.occupant(),
                                "email",
                                "invitee@example.org",
                                "by",
                                cast.olive(),
                                "at",
                                TestClock.now().toString()))
                        .longValue();
        boolean alone = kind.equals("JOINED") || kind.equals("LEFT");
        long event = ((Number) fixtures.one(
                        EVENT,
                        "organisation",
                        cast.occupant(),
                        "kind",
                        kind,
                        "doer",
                        alone ? cast.paul() : cast.olive(),
                        "subject",
                        invites ? null : cast.paul(),
                        "invitation",
                        invitation,
                        "detail",
                        standsIn
                                ? "{\"absent\": \"" + cast.ivan()
                                        + "\", \"firstDay\": \"2026-12-21\", \"lastDay\": \"2027-01-03\"}"
                                : "{}"))
                .longValue();
        return QuarkusTransaction.requiringNew().call(() -> new ArrayList<>(letters.write(event)));
    }
}
