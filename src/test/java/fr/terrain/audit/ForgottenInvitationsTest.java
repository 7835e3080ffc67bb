package fr.terrain.audit;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is forgotten invites nobody any more and is awaited nowhere: what was sent and what was received ends, and nothing else does. */
@QuarkusTest
class ForgottenInvitationsTest {
    private static final String ACCOUNT = """
            insert into account (subject, name, email) values (:subject, 'Iris Invitante', :email) returning id
            """;
    private static final String MEMBER = """
            insert into member (organisation_id, account_id, capabilities) values (:organisation, :account, '{manage_members}') returning account_id
            """;
    private static final String ENTERED = """
            insert into organisation (name, legal_form, kind, foreign_number, address, demonstration)
            values ('Organisme entré par téléphone', 'Organisme de test', 'PRIVATE', 'X-' || gen_random_uuid(), '1 rue de l’Essai, 13001 Marseille', true)
            returning id
            """;
    private static final String INVITATION = """
            insert into invitation (organisation_id, email, salt, token_hash, invited_by, invited_at, expires_at)
            values (:organisation, :email, sha256('sel'), sha256(convert_to(:email || gen_random_uuid(), 'UTF8')), :by, now(), now() + interval '1 day')
            returning id
            """;

    @Inject
    Fixtures fixtures;

    private long organisation;
    private long person;
    private String address;

    /** An organisation that a person of this test manages beside another. */
    @BeforeEach
    void aPerson() {
        organisation = fixtures.occupant(User.PORTEUR);
        address = "iris." + UUID.randomUUID() + "@example.org";
        person = id(ACCOUNT, "subject", UUID.randomUUID().toString(), "email", address);
        id(MEMBER, "organisation", organisation, "account", person);
    }

    @Test
    void whatWasSentEndsAndIsInTheHistory() {
        long sent = invite(organisation, guest(), person);
        forget();
        assertEquals("ended", state(sent));
        assertEquals(
                1L, fixtures.one("""
                        select count(*) from organisation_event
                         where invitation_id = :id and kind = 'INVITATION_REVOKED' and organisation_id = :organisation and account_id = :admin
                        """, "id", sent, "organisation", organisation, "admin", fixtures.account(User.ADMIN)));
    }

    @Test
    void whatWasReceivedEndsAndKeepsNoAddress() {
        long elsewhere = fixtures.occupant(User.PORTEUR);
        long received = invite(elsewhere, address.toUpperCase(java.util.Locale.ROOT), fixtures.account(User.PORTEUR));
        forget();
        assertEquals("ended", state(received));
        assertNull(fixtures.one("select email from invitation where id = :id", "id", received));
    }

    @Test
    void whatWasAcceptedAndWhatOthersSentStays() {
        long accepted = invite(organisation, guest(), person);
        fixtures.run(
                "update invitation set accepted_at = now(), accepted_by = :by where id = :id",
                "by",
                fixtures.account(User.PARTENAIRE),
                "id",
                accepted);
        long others = invite(organisation, guest(), fixtures.account(User.PORTEUR));
        forget();
        assertEquals("accepted", state(accepted));
        assertEquals("open", state(others));
    }

    /** A body without members was entered for who will join it: the link of that invitation is their only way in. */
    @Test
    void theWayIntoAnOrganisationWithoutMembersStays() {
        long entered = id(ENTERED);
        long first = invite(entered, guest(), person);
        forget();
        assertEquals("open", state(first));
    }

    private void forget() {
        as("admin")
                .contentType("application/json")
                .body("{\"reason\": \"Demande reçue par courrier le 24 novembre 2026.\"}")
                .post("/api/accounts/{id}/forgetting", person)
                .then()
                .statusCode(204);
    }

    private static String guest() {
        return "invitee." + UUID.randomUUID() + "@example.org";
    }

    private long invite(long to, String email, long by) {
        return id(INVITATION, "organisation", to, "email", email, "by", by);
    }

    private String state(long invitation) {
        return (String) fixtures.one("""
                select case when revoked_at is not null then 'ended' when accepted_at is not null then 'accepted' else 'open' end
                  from invitation where id = :id
                """, "id", invitation);
    }

    private long id(String sql, Object... named) {
        return ((Number) fixtures.one(sql, named)).longValue();
    }
}
