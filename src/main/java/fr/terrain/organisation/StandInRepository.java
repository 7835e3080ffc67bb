package fr.terrain.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All SQL on who stands in for whom. */
@ApplicationScoped
public class StandInRepository {
    private static final String STAND_INS = """
            select s.id, s.absent_id, a.name as absent, s.stand_in_id, b.name as stand_in, s.first_day, s.last_day
              from stand_in s join account a on a.id = s.absent_id join account b on b.id = s.stand_in_id
             where s.organisation_id = :organisation
            """;
    private static final String LIST = STAND_INS + " and s.last_day >= :day order by s.first_day, s.id";
    private static final String FIND = STAND_INS + " and s.id = :id";
    private static final String THOSE_DAYS =
            " from stand_in where organisation_id = :organisation and first_day <= :last and :first <= last_day";
    private static final String OVERLAPS = "select exists (select" + THOSE_DAYS + " and absent_id = :absent)";
    private static final String CHAINS =
            "select exists (select" + THOSE_DAYS + " and (absent_id = :standIn or stand_in_id = :absent))";
    private static final String ADD = """
            insert into stand_in (organisation_id, absent_id, stand_in_id, first_day, last_day, named_by, named_at)
            values (:organisation, :absent, :standIn, :first, :last, :by, :at) returning id
            """;
    private static final String SHORTEN =
            "update stand_in set last_day = :day where organisation_id = :organisation and id = :id";
    private static final String DROP = "delete from stand_in where organisation_id = :organisation and id = :id";

    @Inject
    EntityManager entityManager;

    /** Who stands in for whom on some days. */
    record Wish(long absent, long standIn, LocalDate first, LocalDate last) {}

    /** Those that are not over on that day. */
    @SuppressWarnings("unchecked")
    List<StandIn> list(long organisation, LocalDate day) {
        return entityManager
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("day", day)
                .getResultStream()
                .map(row -> standIn((Tuple) row))
                .toList();
    }

    @SuppressWarnings("unchecked")
    Optional<StandIn> find(long organisation, long id) {
        return entityManager
                .createNativeQuery(FIND, Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> standIn((Tuple) row))
                .findFirst();
    }

    /** Whether somebody stands in for the absent member on one of these days already. */
    boolean overlaps(long organisation, Wish wish) {
        return (boolean) days(OVERLAPS, organisation, wish)
                .setParameter("absent", wish.absent)
                .getSingleResult();
    }

    /** Whether who is to stand in is absent on one of these days, or who is absent stands in. */
    boolean chains(long organisation, Wish wish) {
        return (boolean) days(CHAINS, organisation, wish)
                .setParameter("absent", wish.absent)
                .setParameter("standIn", wish.standIn)
                .getSingleResult();
    }

    long add(long organisation, Wish wish, long by, Instant now) {
        return ((Number) days(ADD, organisation, wish)
                        .setParameter("absent", wish.absent)
                        .setParameter("standIn", wish.standIn)
                        .setParameter("by", by)
                        .setParameter("at", now)
                        .getSingleResult())
                .longValue();
    }

    void shorten(long organisation, long id, LocalDate lastDay) {
        entityManager
                .createNativeQuery(SHORTEN)
                .setParameter("organisation", organisation)
                .setParameter("id", id)
                .setParameter("day", lastDay)
                .executeUpdate();
    }

    void drop(long organisation, long id) {
        entityManager
                .createNativeQuery(DROP)
                .setParameter("organisation", organisation)
                .setParameter("id", id)
                .executeUpdate();
    }

    private Query days(String sql, long organisation, Wish wish) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("organisation", organisation)
                .setParameter("first", wish.first)
                .setParameter("last", wish.last);
    }

    private static StandIn standIn(Tuple row) {
        return new StandIn(
                row.get(0, Long.class),
                row.get(1, Long.class),
                row.get(2, String.class),
                row.get(3, Long.class),
                row.get(4, String.class),
                row.get(5, LocalDate.class),
                row.get(6, LocalDate.class));
    }
}
