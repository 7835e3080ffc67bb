package fr.terrain.convention;

import fr.terrain.account.Account;
import fr.terrain.availability.LocalSlot;
import fr.terrain.document.Document;
import fr.terrain.http.French;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** All SQL on conventions in lists. What an account may not see is not found: access is part of the query. */
@ApplicationScoped
public class ConventionRepository {
    private static final String LIST = """
            select d.number, d.state, d.issued_at, b.reference, pr.title, s.name, o.name as occupant,
                   (select min(starts) from slot where booking_id = b.id), (select max(ends) from slot where booking_id = b.id),
                   (select count(*) from party p where p.booking_id = b.id and p.must_sign),
                   (select count(*) from signature g where g.document_id = d.id), (select max(signed_at) from signature g where g.document_id = d.id),
                   exists (select from party p join member m on m.organisation_id = p.organisation_id
                            where p.booking_id = b.id and p.must_sign and m.account_id = :account and 'sign' = any(m.capabilities)
                              and not exists (select from signature g where g.document_id = d.id and g.party_id = p.id))
              from document d
              join booking b on b.id = d.booking_id
              join project pr on pr.id = b.project_id
              join site s on s.id = b.site_id
              join party occupying on occupying.booking_id = b.id and occupying.role = 'OCCUPANT'
              join organisation o on o.id = occupying.organisation_id
             where d.kind = 'CONVENTION'
               and exists (select from party p join member m on m.organisation_id = p.organisation_id
                            where p.booking_id = b.id and m.account_id = :account
                              and (p.role = 'OCCUPANT' or m.capabilities && array ['instruct', 'decide', 'legal', 'sign']))
             order by d.state = 'ISSUED' desc, d.id desc limit :limit
            """;

    @Inject
    EntityManager entityManager;

    /** A convention in a list: how many signatures are needed and given, and whether one of them is awaited from the reader. */
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
            Instant lastSignedAt,
            boolean awaited) {

        /** "du 3 au 24 mai 2027". */
        public String period() {
            return French.period(starts.toLocalDate(), new LocalSlot(starts, ends).lastDay());
        }

        boolean toSign() {
            return state == Document.State.ISSUED && awaited;
        }
    }

    /** The conventions that the account may read, those that wait for a signature first, then the newest. */
    public List<Line> listVisible(Account account, int limit) {
        return entityManager
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("account", account.id)
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> line((Tuple) row))
                .toList();
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
                row.get(11, Instant.class),
                row.get(12, Boolean.class));
    }
}
