package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.organisation.Capability;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The requests that somebody works on, by date due, out of rows that triggers keep in that order. Access is part of each query. */
@ApplicationScoped
public class WorkRepository {
    /** Who may what is asked of the one function that knows, stand-ins included. */
    private static final String GRANTORS = """
            grantors as (
              select distinct organisation_id as id from capabilities_at(:today)
               where account_id = :account and capabilities && cast(:capabilities as text[]))
            """;

    private static final String IS_SOUGHT = """
            w.grantor_id = g.id and w.status = s.status
               and (not :mine or w.officer_id = :account) and (not :unheld or w.officer_id is null)
               and (not :urgent or w.due_at <= :urgentUntil) and (:site = 0 or w.site_id = :site)
            """;
    /** Each grantor and status is read in order from the index and no further than the page goes. */
    private static final String IN_ORDER = """
            , found as (
              select w.booking_id, w.due_at, w.submitted_at
                from grantors g cross join unnest(cast(:statuses as text[])) as s (status)
                cross join lateral (select w.booking_id, w.due_at, w.submitted_at from work_item w where
            """ + IS_SOUGHT + """
                  order by w.due_at, w.submitted_at, w.booking_id limit :limit + :offset) w)
            """;
    /** Words are looked up before anything is ordered: where they are rare, the order would be walked in vain. */
    private static final String BY_WORDS = """
            , found as materialized (
              select w.booking_id, w.due_at, w.submitted_at
                from grantors g cross join unnest(cast(:statuses as text[])) as s (status) join work_item w on
            """ + IS_SOUGHT + "%s)";

    private static final String PAGE =
            """
            , page as (select * from found order by due_at, submitted_at, booking_id limit :limit offset :offset)
            """ + SummaryRepository.SUMMARY + " order by page.due_at, page.submitted_at, page.booking_id";
    private static final String COUNT_SOUGHT = "with " + GRANTORS + """
            select count(*) from grantors g cross join unnest(cast(:statuses as text[])) as s (status) join work_item w on
            """ + IS_SOUGHT + "%s";
    static final String COUNT = "with " + GRANTORS + """
            select w.status, count(*), count(*) filter (where w.officer_id = :account), count(*) filter (where w.officer_id is null),
                   count(*) filter (where w.due_at <= :urgentUntil)
              from grantors g join work_item w on w.grantor_id = g.id group by w.status
            """;
    private static final String SITES = "with " + GRANTORS + """
            select s.id, s.name from grantors g join site s on s.organisation_id = g.id
             where exists (select from work_item w where w.site_id = s.id) order by s.name, s.id limit 500
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    /**
     * What is looked for among the requests that one works on.
     *
     * @param any one of these capabilities is needed in the granting organisation
     * @param words in any order, accents and case ignored
     * @param site only of this site; null for every site
     */
    public record Sought(
            List<BookingStatus> statuses,
            List<Capability> any,
            String words,
            boolean mine,
            boolean unheld,
            boolean urgent,
            Long site) {
        /** Every request of these states whose words are these. */
        public static Sought of(List<BookingStatus> statuses, List<Capability> any, String words) {
            return new Sought(statuses, any, words, false, false, false, null);
        }
    }

    /** How many requests have one status: all, those held by the reader, by nobody, and those whose date is near. */
    public record Work(int all, int mine, int unheld, int urgent) {
        static final Work NONE = new Work(0, 0, 0, 0);

        Work plus(Work other) {
            return new Work(all + other.all, mine + other.mine, unheld + other.unheld, urgent + other.urgent);
        }
    }

    /** A site that has requests, to filter by. */
    public record WorkSite(long id, String name) {}

    /** The requests that the account works on, the nearest date first, then the oldest. */
    public List<Summary> list(Account account, Sought sought, int limit, int offset) {
        List<String> patterns = patterns(sought.words);
        return SummaryRepository.summaries(query(page(patterns.size()), account, sought, patterns)
                .setParameter("limit", limit)
                .setParameter("offset", offset));
    }

    public int count(Account account, Sought sought) {
        List<String> patterns = patterns(sought.words);
        Object row =
                query(countSought(patterns.size()), account, sought, patterns).getSingleResult();
        return SummaryRepository.count(row, 0);
    }

    static String page(int words) {
        return "with " + GRANTORS + (words == 0 ? IN_ORDER : BY_WORDS.formatted(likes(words))) + PAGE;
    }

    static String countSought(int words) {
        return COUNT_SOUGHT.formatted(likes(words));
    }

    /** One condition for each word, so that the index of trigrams answers all of them. */
    private static String likes(int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> " and w.words like :word" + i)
                .collect(Collectors.joining());
    }

    /** How much there is to work on, by status. */
    public Map<BookingStatus, Work> count(Account account, List<Capability> any) {
        Map<BookingStatus, Work> counts = new EnumMap<>(BookingStatus.class);
        Query query = query(COUNT, account, any).setParameter("urgentUntil", urgentUntil());
        for (Object row : query.getResultList())
            counts.put(
                    SummaryRepository.status(row, 0),
                    new Work(
                            SummaryRepository.count(row, 1),
                            SummaryRepository.count(row, 2),
                            SummaryRepository.count(row, 3),
                            SummaryRepository.count(row, 4)));
        return counts;
    }

    /** The sites that the account has work on, by name. */
    @SuppressWarnings("unchecked")
    public List<WorkSite> listSites(Account account, List<Capability> any) {
        return query(SITES, account, any)
                .getResultStream()
                .map(row -> new WorkSite(((Tuple) row).get(0, Long.class), ((Tuple) row).get(1, String.class)))
                .toList();
    }

    private Query query(String sql, Account account, Sought sought, List<String> patterns) {
        Query query = query(sql, account, sought.any)
                .setParameter(
                        "statuses", sought.statuses.stream().map(Enum::name).toArray(String[]::new))
                .setParameter("mine", sought.mine)
                .setParameter("unheld", sought.unheld)
                .setParameter("urgent", sought.urgent)
                .setParameter("urgentUntil", urgentUntil())
                .setParameter("site", sought.site == null ? 0L : sought.site);
        for (int i = 0; i < patterns.size(); i++) query.setParameter("word" + i, patterns.get(i));
        return query;
    }

    private Query query(String sql, Account account, List<Capability> any) {
        return entityManager
                .createNativeQuery(sql, Tuple.class)
                .setParameter("account", account.id)
                .setParameter("today", today())
                .setParameter("capabilities", any.stream().map(Capability::code).toArray(String[]::new));
    }

    /** Each word as a pattern that finds it anywhere; what patterns give a meaning to is taken as it is. */
    private List<String> patterns(String words) {
        if (words.isBlank()) return List.of();
        String plain = (String) entityManager
                .createNativeQuery("select plain_text(:words)")
                .setParameter("words", words)
                .getSingleResult();
        return Stream.of(plain.strip().split("\\s+"))
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    private Instant urgentUntil() {
        return Countdown.urgentUntil(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ParisClock.PARIS));
    }
}
