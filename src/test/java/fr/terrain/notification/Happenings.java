package fr.terrain.notification;

import fr.terrain.Fixtures;
import fr.terrain.TestClock;
import fr.terrain.booking.BookingStatus;
import fr.terrain.booking.Verb;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Bookings to which things happen, with people whose names are known: what mails are about. */
@ApplicationScoped
public class Happenings {
    private static final String ACCOUNT =
            "insert into account (subject, name, email) values (:subject, :name, :email) returning id";
    private static final String ORGANISATION = """
            insert into organisation (name, legal_form, kind, foreign_number, address, contact, demonstration, verified_at)
            values (:name, 'Organisme de test', :kind, 'X-' || gen_random_uuid(), '1 rue de l’Essai, 13001 Marseille', 'accueil@essai.example.org', true, now())
            returning id
            """;
    private static final String MEMBER = """
            insert into member (organisation_id, account_id, capabilities) values (:organisation, :account, cast(:capabilities as text[]))
            returning account_id
            """;
    private static final String SITE = """
            insert into site (slug, name, category, summary, description, organisation_id, insee, access_point, position_confidence, state, published_at, demonstration)
            values ('essai-' || gen_random_uuid(), 'Digue d’essai', 'port', 'Un terrain inventé.', 'Rien ici n’est vrai.', :organisation, '13055',
                    st_setsrid(st_makepoint(5.3083, 43.28), 4326), 'HIGH', 'PUBLISHED', now(), true) returning id
            """;
    private static final String SPACE = """
            insert into space (site_id, name, domain, capacity, overnight, area_m2, position) values (:site, 'Quai', :domain, 1, true, 100, 0) returning id
            """;
    private static final String PROJECT =
            "insert into project (organisation_id, title, created_by) values (:organisation, :title, :account) returning id";
    private static final String BOOKING = """
            insert into booking (reference, project_id, site_id, status, fee_amount, fee_detail, created_by, created_at, submitted_at, officer_id)
            values (:reference, :project, :site, :status, 12.50, '[]', :account, cast(:at as timestamptz), cast(:submitted as timestamptz), :officer) returning id
            """;
    private static final String BOOKING_SPACE =
            "insert into booking_space (booking_id, site_id, space_id) values (:booking, :site, :space) returning booking_id";
    private static final String SLOT = """
            insert into slot (booking_id, space_id, starts, ends) values (:booking, :space, '2027-05-03T00:00', '2027-05-25T00:00') returning id
            """;
    private static final String PARTY = """
            insert into party (booking_id, organisation_id, role, must_sign) values (:booking, :organisation, :role, true) returning id
            """;
    private static final String EVENT = """
            with event as (
              insert into booking_event (booking_id, seq, kind, from_status, to_status, account_id, occurred_at, detail_hash, previous_hash, hash)
              select :booking, count(*) + 1, :kind, :from, :to, :doer, cast(:at as timestamptz), sha256('d'), case when count(*) = 0 then null else sha256('p') end, sha256('h')
                from booking_event where booking_id = :booking returning id),
            detail as (insert into event_detail (event_id, salt, content)
                       select id, decode(repeat('00', 16), 'hex'), cast(:detail as jsonb) from event)
            select id from event
            """;
    private static final String DEADLINE =
            "insert into deadline (subject, subject_id, kind, due_at) values ('BOOKING', :booking, 'SILENCE', '2027-02-01T23:00Z') returning id";
    private static final String DOCUMENT = """
            insert into document (booking_id, kind, version, number, title, inputs, bytes, sha256, issued_by, issued_at)
            values (:booking, 'CONVENTION', 1, :number, 'Convention d’essai', '{}',
                    convert_to(repeat('a', 200), 'UTF8'), sha256(convert_to(repeat('a', 200), 'UTF8')), :account, now()) returning id
            """;

    @Inject
    Fixtures fixtures;

    /** Everybody, by the part they play: ines is in charge, ivan examines too, jules drafts, sonia signs; olive asks and signs, paul is her colleague. */
    public record Cast(
            long grantor,
            long occupant,
            long site,
            long space,
            long ines,
            long ivan,
            long jules,
            long sonia,
            long olive,
            long paul) {}

    /** A granting body, on ground of this domain, and somebody who asks; every address is of its own. */
    @Transactional
    Cast cast(String kind, String domain) {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        long grantor = id(ORGANISATION, "name", "Port d’essai", "kind", kind);
        long occupant = id(ORGANISATION, "name", "Bouées et compagnie", "kind", "PRIVATE");
        long site = id(SITE, "organisation", grantor);
        return new Cast(
                grantor,
                occupant,
                site,
                id(SPACE, "site", site, "domain", domain),
                member(grantor, "Inès Instructrice", "ines." + tag, "{instruct,decide}"),
                member(grantor, "Ivan Instructeur", "ivan." + tag, "{instruct}"),
                member(grantor, "Jules Juriste", "jules." + tag, "{legal}"),
                member(grantor, "Sonia Signataire", "sonia." + tag, "{sign}"),
                member(occupant, "Olive Porteuse", "olive." + tag, "{sign,manage_members}"),
                member(occupant, "Paul Porteur", "paul." + tag, "{}"));
    }

    Cast cast() {
        return cast("LOCAL_AUTHORITY", "PUBLIC");
    }

    /** A booking in this state, from 3 to 24 May 2027, in the hands of ines unless nobody has it yet. */
    @Transactional
    long booking(Cast cast, String reference, String title, BookingStatus status) {
        long project = id(PROJECT, "organisation", cast.occupant(), "title", title, "account", cast.olive());
        boolean draft = status == BookingStatus.DRAFT;
        String now = TestClock.now().toString();
        long booking = id(
                BOOKING,
                "reference",
                reference,
                "project",
                project,
                "site",
                cast.site(),
                "status",
                status.name(),
                "account",
                cast.olive(),
                "at",
                now,
                "submitted",
                draft ? null : now,
                "officer",
                draft || status == BookingStatus.SUBMITTED ? null : cast.ines());
        id(BOOKING_SPACE, "booking", booking, "site", cast.site(), "space", cast.space());
        id(SLOT, "booking", booking, "space", cast.space());
        id(PARTY, "booking", booking, "organisation", cast.occupant(), "role", "OCCUPANT");
        id(PARTY, "booking", booking, "organisation", cast.grantor(), "role", "GRANTOR");
        return booking;
    }

    /** The same, whatever its number. */
    long booking(Cast cast, BookingStatus status) {
        return booking(cast, reference(), "Bouée connectée", status);
    }

    private String reference() {
        return "TER-2026-" + fixtures.one("select to_char(nextval('booking_reference'), 'FM000000')");
    }

    /** Nothing that happened before is told any more by mail. */
    void clear() {
        fixtures.run("delete from event_pending");
        fixtures.run(
                "update delivery set state = 'ABANDONED', closed_by = (select min(id) from account) where state in ('WAITING', 'DEAD')"
                        + " and channel = 'MAIL'");
    }

    /** Ivan agrees to a request of this title: olive, paul, jules and ines are told. */
    void approve(Cast cast, String title) {
        long booking = booking(cast, reference(), title, BookingStatus.APPROVED);
        happen(
                booking,
                Verb.APPROVE,
                BookingStatus.IN_REVIEW,
                BookingStatus.APPROVED,
                cast.ivan(),
                "{}",
                TestClock.now());
    }

    /** Something happens to a booking; the doer is null for the clock. */
    long happen(long booking, Verb verb, BookingStatus from, BookingStatus to, Long doer, String detail, Instant at) {
        return id(
                EVENT,
                "booking",
                booking,
                "kind",
                verb.name(),
                "from",
                from.name(),
                "to",
                to.name(),
                "doer",
                doer,
                "at",
                at.toString(),
                "detail",
                detail);
    }

    void silenceRefusesOn2February(long booking) {
        id(DEADLINE, "booking", booking);
    }

    void convention(long booking, String number, Cast cast) {
        id(DOCUMENT, "booking", booking, "number", number, "account", cast.jules());
    }

    String addressOf(long account) {
        return (String) fixtures.one("select email from account where id = :id", "id", account);
    }

    long member(long organisation, String name, String mailbox, String capabilities) {
        long account =
                id(ACCOUNT, "subject", UUID.randomUUID().toString(), "name", name, "email", mailbox + "@example.org");
        return id(MEMBER, "organisation", organisation, "account", account, "capabilities", capabilities);
    }

    private long id(String sql, Object... named) {
        return ((Number) fixtures.one(sql, named)).longValue();
    }
}
