package fr.terrain.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** All SQL on who is forgotten: what holds them, what stays, and the trace. */
@ApplicationScoped
public class ForgettingRepository {
    private static final String IS_OPEN = """
            b.status in ('SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'SIGNING', 'SIGNED', 'RUNNING', 'SUSPENDED', 'REPORT_DUE')
            """;
    private static final String ALONE = """
              from member m join organisation o on o.id = m.organisation_id
             where m.account_id = :account and 'manage_members' = any (m.capabilities)
               and not exists (select from member n where n.organisation_id = m.organisation_id and n.account_id <> m.account_id
                                and 'manage_members' = any (n.capabilities))
            """;
    private static final String LAST_MANAGER =
            "select o.name" + ALONE + """
               and (o.operator
                 or exists (select from member n where n.organisation_id = o.id and n.account_id <> m.account_id)
                 or exists (select from site s where s.organisation_id = o.id and s.state <> 'ARCHIVED')
                 or exists (select from party p join booking b on b.id = p.booking_id where p.organisation_id = o.id and
            """ + IS_OPEN + ")) order by o.name, o.id limit 20";
    private static final String IN_CHARGE = "select b.reference from booking b where b.officer_id = :account and "
            + IS_OPEN + " order by b.id limit 20";
    private static final String SIGNATORY = """
            select distinct b.reference from booking b join party p on p.booking_id = b.id and p.must_sign
             where b.status in ('APPROVED', 'SIGNING') and (
               exists (select from representative r where r.organisation_id = p.organisation_id and r.account_id = :account
                        and (r.valid_until is null or r.valid_until >= :today))
               or exists (select from member m where m.organisation_id = p.organisation_id and m.account_id = :account and 'sign' = any (m.capabilities))
                 and not exists (select from member m where m.organisation_id = p.organisation_id and m.account_id <> :account and 'sign' = any (m.capabilities)))
               and not exists (select from signature s join document d on d.id = s.document_id and d.state <> 'VOID' where s.party_id = p.id)
             order by b.reference limit 20
            """;
    private static final String REMAINS = """
            select (select count(*) from signature where account_id = :account),
                   (select count(*) from booking_event where account_id = :account and kind in ('APPROVE', 'REFUSE', 'RESCIND', 'TERMINATE')),
                   (select count(*) from booking where created_by = :account),
                   (select count(*)
            """ + ALONE + ")";
    private static final String MENTIONS = """
            select b.reference from booking b join project pr on pr.id = b.project_id
             where position(plain_text(:name) in plain_text(concat_ws(' ', pr.title, pr.purpose, pr.protocol, b.needs, b.award_reason, b.free_reason,
               (select string_agg(why, ' ') from change_request where booking_id = b.id),
               (select string_agg(note, ' ') from visa where booking_id = b.id),
               (select string_agg(words, ' ') from suspension where booking_id = b.id),
               (select string_agg(concat_ws(' ', text, learnt, public_summary, answer), ' ') from trial_report where booking_id = b.id),
               (select concat_ws(' ', law, fact, urgency) from rescission where booking_id = b.id),
               (select concat_ws(' ', reason, urgency) from termination where booking_id = b.id)))) > 0
             order by b.id limit 20
            """;
    private static final String ADD = """
            insert into forgetting (account_id, forgotten_by, forgotten_at, reason) values (:account, :by, :now, :reason) returning id
            """;
    private static final String ADD_EVENTS = """
            insert into forgotten_event (event_id, forgetting_id) select event, :forgetting from unnest(cast(:events as bigint[])) event
            """;

    @Inject
    EntityManager entityManager;

    /** What others must take over before this account can go. */
    List<Tie> listTies(long account, LocalDate today) {
        return java.util.stream.Stream.of(
                        new Tie(Tie.Kind.LAST_MANAGER, names(query(LAST_MANAGER, account))),
                        new Tie(Tie.Kind.IN_CHARGE, names(query(IN_CHARGE, account))),
                        new Tie(
                                Tie.Kind.SIGNATORY,
                                names(query(SIGNATORY, account).setParameter("today", today))))
                .filter(tie -> !tie.names().isEmpty())
                .toList();
    }

    Remains findRemains(long account) {
        Tuple row = (Tuple) entityManager
                .createNativeQuery(REMAINS, Tuple.class)
                .setParameter("account", account)
                .getSingleResult();
        return new Remains(
                row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class), row.get(3, Long.class));
    }

    /** The requests whose own texts, apart from the trail, bear this name. */
    List<String> listMentions(String name) {
        return names(entityManager.createNativeQuery(MENTIONS).setParameter("name", name));
    }

    long add(long account, long by, Instant now, String reason) {
        return (Long) entityManager
                .createNativeQuery(ADD)
                .setParameter("account", account)
                .setParameter("by", by)
                .setParameter("now", now)
                .setParameter("reason", reason)
                .getSingleResult();
    }

    void addEvents(long forgetting, List<Long> events) {
        entityManager
                .createNativeQuery(ADD_EVENTS)
                .setParameter("forgetting", forgetting)
                .setParameter("events", events.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .executeUpdate();
    }

    private Query query(String sql, long account) {
        return entityManager.createNativeQuery(sql).setParameter("account", account);
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(Query query) {
        return query.getResultList();
    }
}
