package fr.terrain.convention;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.availability.LocalSlot;
import fr.terrain.document.Document;
import fr.terrain.http.French;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All SQL on conventions in lists. What an account may not see is not found: access is part of the query. */
@ApplicationScoped
public class ConventionRepository {
    private static final String LINES = """
            with line as (
              select d.id, d.number, d.state, d.issued_at, b.reference, pr.title, s.name as site, o.name as occupant,
                     (select min(starts) from slot where booking_id = b.id) as starts, (select max(ends) from slot where booking_id = b.id) as ends,
                     (select count(*) from party p where p.booking_id = b.id and p.must_sign) as needed,
                     (select count(*) from signature g where g.document_id = d.id) as given,
                     (select max(signed_at) from signature g where g.document_id = d.id) as last_signed_at,
                     case when d.state <> 'ISSUED' then d.state
                          when exists (select from party p join capabilities_at(cast(:today as date)) m on m.organisation_id = p.organisation_id
                                        where p.booking_id = b.id and p.must_sign and m.account_id = :account and 'sign' = any(m.capabilities)
                                          and not exists (select from signature g where g.document_id = d.id and g.party_id = p.id))
                          then 'TO_SIGN' else 'ELSEWHERE' end as view
                from document d
                join booking b on b.id = d.booking_id
                join project pr on pr.id = b.project_id
                join site s on s.id = b.site_id
                join party occupying on occupying.booking_id = b.id and occupying.role = 'OCCUPANT'
                join organisation o on o.id = occupying.organisation_id
               where d.kind = 'CONVENTION'
                 and exists (select from party p join capabilities_at(cast(:today as date)) m on m.organisation_id = p.organisation_id
                              where p.booking_id = b.id and m.account_id = :account
                                and (p.role = 'OCCUPANT' or m.capabilities && array ['instruct', 'decide', 'legal', 'sign', 'visa']))
                 and not exists (select from unnest(string_to_array(plain_text(:words), ' ')) word
                                  where position(word in plain_text(concat_ws(' ', d.number, b.reference, pr.title, s.name, o.name))) = 0))
            """;
    private static final String LIST = LINES + """
            select number, state, issued_at, reference, title, site, occupant, starts, ends, needed, given, last_signed_at
              from line where view = :view order by id desc limit :limit offset :offset
            """;
    private static final String COUNT = LINES + "select view, count(*) from line group by view";

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** A convention in a list: how many signatures are needed and given. */
    public record Line(
            String number,
            Document.State state,
            Instant issuedAt,
            String reference,
            String project,
            String site,
            String occupant,
            LocalDateTime starts,
            LocalDateTime ends,
            long needed,
            long given,
            Instant lastSignedAt) {

        /** "du 3 au 24 mai 2027". */
        public String period() {
            return French.period(starts.toLocalDate(), new LocalSlot(starts, ends).lastDay());
        }
    }

    /** The conventions of a view that the account may read, the newest first; words in any order, accents and case ignored. */
    @SuppressWarnings("unchecked")
    public List<Line> list(Account account, ConventionView view, String words, int limit, int offset) {
        return query(LIST, account, words)
                .setParameter("view", view.name())
                .setParameter("limit", limit)
                .setParameter("offset", offset)
                .getResultStream()
                .map(row -> line((Tuple) row))
                .toList();
    }

    /** How many conventions each view has for the account. */
    public Map<ConventionView, Integer> count(Account account, String words) {
        Map<ConventionView, Integer> counts = new EnumMap<>(ConventionView.class);
        for (Object one : query(COUNT, account, words).getResultList()) {
            Tuple row = (Tuple) one;
            counts.put(ConventionView.valueOf(row.get(0, String.class)), Math.toIntExact(row.get(1, Long.class)));
        }
        return counts;
    }

    private Query query(String sql, Account account, String words) {
        return entityManager
                .createNativeQuery(sql, Tuple.class)
                .setParameter("account", account.id)
                .setParameter("today", LocalDate.now(clock.withZone(ParisClock.PARIS)))
                .setParameter("words", words.strip().replaceAll("\\s+", " "));
    }

    private static Line line(Tuple row) {
        return new Line(
                row.get(0, String.class),
                Document.State.valueOf(row.get(1, String.class)),
                row.get(2, Instant.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, LocalDateTime.class),
                row.get(8, LocalDateTime.class),
                row.get(9, Long.class),
                row.get(10, Long.class),
                row.get(11, Instant.class));
    }
}
