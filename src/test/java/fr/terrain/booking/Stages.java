package fr.terrain.booking;

import static fr.terrain.Tokens.as;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bookings in any state, written straight into the tables and each on a space of its own, with all that a verb needs to be done:
 * what stands in the way of a cell of the matrix is its state and its reader, and nothing else.
 */
@ApplicationScoped
class Stages {
    private static final Set<String> AGREED =
            Set.of("APPROVED", "SIGNING", "SIGNED", "RUNNING", "SUSPENDED", "REPORT_DUE", "CLOSED", "TERMINATED");
    private static final String BOOKING = """
            with pr as (insert into project (organisation_id, title, purpose, protocol, people, created_by)
                   values (:occupant, 'Bouée connectée', 'Mesurer la houle dans la darse pendant trois semaines.',
                           'Une bouée ancrée, un relevé par minute, un passage par semaine.', 3, :owner) returning id),
                 b as (insert into booking (reference, project_id, site_id, status, fee_amount, fee_detail, area_m2, created_by, submitted_at,
                                            decided_at, economic_nature, award_route, award_reason, officer_id)
                   select 'TER-2026-' || to_char(nextval('booking_reference'), 'FM000000'), pr.id, space.site_id, :status, 12.50,
                          cast(:lines as jsonb), 100, :owner, case when :status <> 'DRAFT' then cast(:now as timestamptz) end,
                          case when :agreed then cast(:now as timestamptz) end, case when :agreed then 'NO' end,
                          case when :agreed then 'PUBLICITY' end, case when :agreed then 'Avis publié du 1er au 15 février.' end,
                          case when :status not in ('DRAFT', 'SUBMITTED') then cast(:officer as bigint) end
                     from pr, space where space.id = :space returning id, site_id),
                 s as (insert into booking_space (booking_id, site_id, space_id) select id, site_id, :space from b),
                 d as (insert into slot (booking_id, space_id, starts, ends) select id, :space, cast(:first as timestamp), cast(:last as timestamp) from b),
                 p as (insert into party (booking_id, organisation_id, role, must_sign)
                   select id, organisation, role, true from b, (values (cast(:occupant as bigint), 'OCCUPANT'), (cast(:grantor as bigint), 'GRANTOR')) o (organisation, role))
            select id from b
            """;
    private static final String NAMED =
            "select b.reference || ' ' || s.slug from booking b join site s on s.id = b.site_id where b.id = :id";
    private static final String ASKED = """
            insert into change_request (booking_id, asked_at, asked_by, answer_by, missing_pieces, why, fields)
            values (:id, :now, :officer, :day, false, 'Précisez ce qu’il vous faut sur place.', '{NEEDS}')
            """;
    private static final List<String> CONDITIONS = List.of(
            condition("'INSURANCE', null, '2030-01-01', null"),
            condition("'ENTRY_INSPECTION', '2026-11-20', null, null"),
            condition("'TRANSMISSION', '2026-11-20', null, 'DEMO-013'"),
            condition("'NOTIFICATION', '2026-11-20', null, null"));
    private static final String REPORT = """
            insert into trial_report (booking_id, version, text, learnt, filed_by, filed_at)
            values (:id, 1, 'La bouée a tenu vingt jours et donné trente mille relevés de houle.', 'La darse est calme au printemps.', :owner, now())
            """;
    private static final String DUE =
            "insert into deadline (subject, subject_id, kind, due_at) values ('BOOKING', :id, :kind, :due)";
    private static final String PASSED = """
            insert into deadline (subject, subject_id, kind, due_at, done_at, outcome) values ('BOOKING', :id, 'SILENCE', :at, :at, 'FIRED')
            """;
    private static final String LINES = """
            [{"label": "Occupation", "unit": "DAY", "quantity": 1, "unitPrice": 12.50, "minimum": 0, "amount": 12.50,
              "grid": "Grille de test", "deliberation": "TEST-2026-001", "deliberationDate": "2026-01-15"}]""";

    private static String condition(String values) {
        return "insert into start_condition (booking_id, kind, done_on, valid_until, reference, recorded_by, recorded_at)"
                + " select :id, k, cast(d as date), cast(v as date), r, :officer, now() from (values (" + values
                + ")) c (k, d, v, r)";
    }

    @Inject
    Fixtures fixtures;

    @Inject
    StageSpaces spaces;

    private Place usual;
    private Place wantsVisa;
    private Place elsewhere;
    private long occupant;
    private long officer;
    private long owner;

    /** A booking at a stage, with the number and the hash of its convention when it has one. */
    record Staged(long id, String reference, String slug, long space, String convention, String sha256) {}

    /** Who grants, who asks, and another body that grants; nobody of the matrix is a member yet. */
    synchronized void open() {
        usual = fixtures.place(new SpaceOf(1, 0, 0));
        fixtures.member(usual.grantor(), User.ADMIN, "instruct", "decide", "manage_members");
        wantsVisa = fixtures.place(new SpaceOf(1, 0, 0));
        fixtures.run("update organisation set visa_required = true where id = :id", "id", wantsVisa.grantor());
        elsewhere = fixtures.place(new SpaceOf(1, 0, 0));
        occupant = fixtures.occupant(User.PORTEUR);
        officer = fixtures.account(User.INSTRUCTEUR);
        owner = fixtures.account(User.PORTEUR);
        spaces.clear();
    }

    /** Makes this user of the realm that reader of the matrix, and no other. */
    void cast(User user, String who) {
        fixtures.run(
                "delete from member where account_id = :account and organisation_id in (:usual, :visa, :elsewhere, :occupant)",
                "account",
                fixtures.account(user),
                "usual",
                usual.grantor(),
                "visa",
                wantsVisa.grantor(),
                "elsewhere",
                elsewhere.grantor(),
                "occupant",
                occupant);
        List<String> capabilities = switch (who) {
            case "occupant-signatory", "grantor-signatory" -> List.of("sign");
            case "officer" -> List.of("instruct");
            case "decider", "partner" -> List.of("instruct", "decide");
            case "legal" -> List.of("legal");
            case "viseur" -> List.of("visa");
            default -> List.of();
        };
        String[] given = capabilities.toArray(String[]::new);
        switch (who) {
            case "owner", "occupant-signatory" -> fixtures.member(occupant, user, given);
            case "partner" -> fixtures.member(elsewhere.grantor(), user, given);
            case "stranger" -> {}
            default -> {
                fixtures.member(usual.grantor(), user, given);
                fixtures.member(wantsVisa.grantor(), user, given);
            }
        }
    }

    long grantor() {
        return usual.grantor();
    }

    long competent() {
        return elsewhere.grantor();
    }

    long occupant() {
        return occupant;
    }

    /** A booking in this state that nothing is done to; it has its convention where that exists. */
    Staged kept(String state) {
        if (!AGREED.contains(state) || state.equals("APPROVED")) return plain(usual, state);
        Staged staged = issued(usual);
        put(staged.id(), state);
        return staged;
    }

    /** A booking in this state in which this verb has an object, for somebody who acts for this side. */
    Staged at(String state, String verb, String who) {
        Place place = verb.equals("GIVE_VISA") ? wantsVisa : usual;
        Staged staged = state.equals("SIGNING") ? issued(place) : plain(place, state);
        if (verb.equals("START")) CONDITIONS.forEach(sql -> fixtures.run(sql, "id", staged.id(), "officer", officer));
        if (verb.equals("REJECT_REPORT") || verb.equals("CLOSE"))
            fixtures.run(REPORT, "id", staged.id(), "owner", owner);
        switch (verb) {
            case "RELEASE_OPTION" ->
                prepare(staged, "option", Map.of("until", TestClock.today().plusDays(7)));
            case "ASK_REASONS" ->
                fixtures.run(PASSED, "id", staged.id(), "at", TestClock.now().minus(Duration.ofDays(5)));
            case "GIVE_REASONS" -> runs(staged, "REASONS");
            case "RECORD_RECEIPT" -> runs(staged, "RECEIPT");
            case "DELIST" -> prepare(staged, "waiting-list", Map.of());
            case "ACCEPT_OFFER", "DECLINE_OFFER", "LAPSE_OFFER" ->
                prepare(
                        staged,
                        "offer",
                        Map.of(
                                "firstDay",
                                TestClock.today().plusDays(70),
                                "lastDay",
                                TestClock.today().plusDays(74)));
            default -> {}
        }
        if (verb.equals("CONCLUDE")) sign(who.equals("occupant-signatory") ? "signataire" : "porteur", staged);
        return staged;
    }

    private void runs(Staged staged, String kind) {
        fixtures.run(
                DUE, "id", staged.id(), "kind", kind, "due", TestClock.now().plus(Duration.ofDays(5)));
    }

    /** What an officer did before. */
    private static void prepare(Staged staged, String noun, Map<String, Object> body) {
        Map<String, String> written = new HashMap<>();
        body.forEach((name, value) -> written.put(name, value.toString()));
        as("instructeur")
                .contentType("application/json")
                .body(written)
                .post("/api/bookings/{id}/{noun}", staged.id(), noun)
                .then()
                .statusCode(200);
    }

    private static void sign(String user, Staged staged) {
        as(user).contentType("application/json")
                .body(Map.of("sha256", staged.sha256(), "consent", true))
                .post("/api/conventions/{number}/signatures", staged.convention())
                .then()
                .statusCode(200);
    }

    private Staged issued(Place place) {
        Staged staged = plain(place, "APPROVED");
        JsonPath convention = as("juriste")
                .post("/api/bookings/{id}/conventions", staged.id())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Staged(
                staged.id(),
                staged.reference(),
                staged.slug(),
                staged.space(),
                convention.getString("number"),
                convention.getString("sha256"));
    }

    private void put(long id, String state) {
        fixtures.run("update booking set status = :status where id = :id", "status", state, "id", id);
    }

    private Staged plain(Place place, String state) {
        boolean agreed = AGREED.contains(state);
        long space = place == wantsVisa ? spaces.ofItsOwn(place) : spaces.next(place);
        LocalDate first =
                agreed ? TestClock.today().minusDays(10) : TestClock.today().plusDays(60);
        long id = ((Number) fixtures.one(
                        BOOKING,
                        "occupant",
                        occupant,
                        "grantor",
                        place.grantor(),
                        "owner",
                        owner,
                        "officer",
                        officer,
                        "lines",
                        LINES,
                        "status",
                        state,
                        "now",
                        TestClock.now().toString(),
                        "agreed",
                        agreed,
                        "space",
                        space,
                        "first",
                        first.atStartOfDay().toString(),
                        "last",
                        first.plusDays(agreed ? 110 : 5).atStartOfDay().toString()))
                .longValue();
        if (state.equals("CHANGES_REQUESTED"))
            fixtures.run(
                    ASKED,
                    "id",
                    id,
                    "now",
                    TestClock.now(),
                    "officer",
                    officer,
                    "day",
                    TestClock.today().plusDays(15));
        String[] named = ((String) fixtures.one(NAMED, "id", id)).split(" ");
        return new Staged(id, named[0], named[1], space, null, null);
    }
}
