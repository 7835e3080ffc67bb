package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of requests longer than a page: every request can be reached, once, and each count says how many there are. */
@QuarkusTest
class ListsTest {
    private static final int MANY = 27;
    private static final LocalDateTime START = TestClock.today().plusDays(60).atStartOfDay();
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\"[^>]*rel=\"next\"");
    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @TestHTTPResource("/")
    URI home;

    @Inject
    Fixtures fixtures;

    private String word;
    private List<String> references;

    @BeforeEach
    void manyRequests() {
        word = "Étude-" + UUID.randomUUID().toString().substring(0, 8);
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        long occupant = fixtures.occupant(User.PORTEUR);
        fixtures.member(occupant, User.PARTENAIRE, "sign");
        references = IntStream.range(0, MANY)
                .mapToObj(n -> request(place, occupant, START.plusDays(2L * n)))
                .toList();
    }

    @Test
    void theQueueIsReadPageByPage() {
        Session officer = new Session(home).signIn("instructeur");
        String search = "/instruction?vue=a-faire&q="
                + word.toLowerCase(java.util.Locale.FRENCH).replace('é', 'e');
        String first = officer.get(search).body();
        assertTrue(first.contains("1 à 25 sur 27"), first);
        assertEquals(references, walk(officer, search));
        assertTrue(officer.get(search + "&page=900").body().contains("26 à 27 sur 27"));
        assertTrue(officer.get(search + "&page=-1").body().contains("1 à 25 sur 27"));
    }

    @Test
    void theQueueSaysWhatIsHeldAndByWhom() {
        Session officer = new Session(home).signIn("instructeur");
        fixtures.run(
                "update booking set officer_id = :officer where reference = :reference",
                "officer",
                fixtures.account(User.INSTRUCTEUR),
                "reference",
                references.getFirst());
        String search = "/instruction?q=" + word;
        assertEquals(references.subList(0, 1), walk(officer, search + "&mes=oui"));
        assertEquals(references.subList(1, MANY), walk(officer, search + "&libres=oui"));
        assertEquals(List.of(), walk(officer, search + "&vue=closes"));
        assertEquals(List.of(), walk(new Session(home).signIn("partenaire"), search));
    }

    @Test
    void silenceComesFirst() {
        fixtures.run("""
                insert into deadline (subject, subject_id, kind, due_at)
                select 'BOOKING', id, 'SILENCE', submitted_at + interval '61 days' from booking where reference = :reference
                """, "reference", references.getLast());
        Session officer = new Session(home).signIn("instructeur");
        assertEquals(
                references.getLast(), walk(officer, "/instruction?q=" + word).getFirst());
    }

    @Test
    void conventionsToIssueAreReadPageByPage() {
        references.forEach(reference -> fixtures.run("""
                update booking set status = 'APPROVED', economic_nature = 'NO', award_route = 'PUBLICITY', award_reason = 'Avis publié.'
                 where reference = :reference
                """, "reference", reference));
        Session lawyer = new Session(home).signIn("juriste");
        assertEquals(references, walk(lawyer, "/conventions?vue=a-emettre&q=" + word));
        assertFalse(new Session(home)
                .signIn("porteur")
                .get("/conventions?vue=a-emettre&q=" + word)
                .body()
                .contains(references.getFirst()));
    }

    @Test
    void ownersReadAllTheirRequests() {
        List<String> all = walk(new Session(home).signIn("partenaire"), "/mes-demandes");
        assertEquals(all.size(), new HashSet<>(all).size());
        assertEquals(references.reversed(), all.subList(0, MANY));
        assertEquals(fixtures.one("""
                        select count(*) from booking b join party p on p.booking_id = b.id and p.role = 'OCCUPANT'
                          join member m on m.organisation_id = p.organisation_id and m.account_id = :account
                        """, "account", fixtures.account(User.PARTENAIRE)), (long) all.size());
    }

    @Test
    void theApiLinksToTheNextPage() {
        List<String> all = new ArrayList<>();
        String address = "/api/bookings?limit=10";
        while (address != null && all.size() < MANY) {
            Response page = as("porteur").get(URI.create(address));
            all.addAll(page.jsonPath().getList("reference"));
            Matcher next = LINK.matcher(String.valueOf(page.header("Link")));
            address = next.find() ? next.group(1) : null;
        }
        assertEquals(references.reversed(), all.subList(0, MANY));
        for (String wrong :
                List.of("limit=0", "limit=1001", "limit=x", "page=1", "after=1", "after=YXByZXM6eA", "after=*"))
            assertEquals(400, as("porteur").get("/api/bookings?" + wrong).statusCode(), wrong);
    }

    @Test
    void aPageOfTheApiStaysWhereItWasWhileRequestsComeIn() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        long occupant = fixtures.occupant(User.PORTEUR);
        List<String> all = new ArrayList<>();
        String address = "/api/bookings?limit=4";
        while (address != null) {
            Response page = as("porteur").get(URI.create(address));
            all.addAll(page.jsonPath().getList("reference"));
            request(place, occupant, START.plusDays(all.size()));
            Matcher next = LINK.matcher(String.valueOf(page.header("Link")));
            address = next.find() && all.size() < MANY ? next.group(1) : null;
        }
        assertEquals(references.reversed(), all.subList(0, MANY));
    }

    /** The references on all the pages of a list, in order; one that is on two pages comes twice. */
    private static List<String> walk(Session reader, String address) {
        List<String> references = new ArrayList<>();
        String next = address;
        for (int pages = 0; next != null && pages < 200; pages++) {
            String page = reader.get(next).body();
            Matcher line = Pattern.compile(">(?:<span[^>]*>[^<]*</span>)?(TER-[0-9]{4}-[0-9]+)<")
                    .matcher(page);
            Set<String> once = new LinkedHashSet<>();
            while (line.find()) once.add(line.group(1));
            references.addAll(once);
            Matcher link = NEXT.matcher(page);
            next = link.find() ? link.group(1).replace("&amp;", "&") : null;
        }
        return references;
    }

    private String request(Place place, long occupant, LocalDateTime starts) {
        long booking = fixtures.inReview(place, occupant, place.spaces(), false, starts, starts.plusDays(1));
        fixtures.run(
                "update project set title = :title where id = (select project_id from booking where id = :id)",
                "title",
                word,
                "id",
                booking);
        return (String) fixtures.one("select reference from booking where id = :id", "id", booking);
    }
}
