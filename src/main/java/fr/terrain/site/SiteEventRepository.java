package fr.terrain.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The append-only trail of sites. */
@ApplicationScoped
public class SiteEventRepository {
    private static final String APPEND = """
            insert into site_event (site_id, revision_id, kind, from_state, to_state, account_id, reason, occurred_at)
            values (:site, cast(:revision as bigint), :kind, :from, :to, :account, :reason, :at)
            """;
    private static final String LIST = """
            select e.id, e.site_id, e.kind, e.from_state, e.to_state, a.name, e.reason, e.occurred_at
              from site_event e join account a on a.id = e.account_id where e.site_id = :site order by e.id desc limit :most
            """;
    private static final String TAKER = """
            select e.account_id from site_event e where e.site_id = :site and e.kind = :off
               and not exists (select from site_event later where later.site_id = e.site_id and later.kind in (:off, :on) and later.id > e.id)
            """;

    @Inject
    EntityManager entityManager;

    /** What is about to be written: what was done, the revision it concerns if any, the state before, the words given. */
    record Fact(SiteEvent.Act act, Long revision, Site.State from, String reason) {}

    void append(Site site, Fact fact, long by, Instant now) {
        entityManager
                .createNativeQuery(APPEND)
                .setParameter("site", site.id)
                .setParameter("revision", fact.revision())
                .setParameter("kind", fact.act().name())
                .setParameter("from", fact.from() == null ? null : fact.from().name())
                .setParameter("to", site.state().name())
                .setParameter("account", by)
                .setParameter("reason", fact.reason())
                .setParameter("at", now)
                .executeUpdate();
    }

    /** What happened last to a site, newest first. */
    public List<SiteEvent> list(long site, int most) {
        return entityManager
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("site", site)
                .setParameter("most", most)
                .getResultStream()
                .map(row -> event((Tuple) row))
                .toList();
    }

    /** Who last did this to a site, as long as it was not undone. */
    @SuppressWarnings("unchecked")
    Optional<Long> findTaker(long site, SiteEvent.Act off, SiteEvent.Act on) {
        return entityManager
                .createNativeQuery(TAKER, Tuple.class)
                .setParameter("site", site)
                .setParameter("off", off.name())
                .setParameter("on", on.name())
                .getResultStream()
                .map(row -> ((Tuple) row).get(0, Long.class))
                .findFirst();
    }

    private static SiteEvent event(Tuple row) {
        String from = row.get(3, String.class);
        return new SiteEvent(
                row.get(0, Long.class),
                row.get(1, Long.class),
                SiteEvent.Act.valueOf(row.get(2, String.class)),
                from == null ? null : Site.State.valueOf(from),
                Site.State.valueOf(row.get(4, String.class)),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, Instant.class));
    }
}
