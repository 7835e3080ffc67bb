package fr.terrain.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDateTime;
import java.util.List;

/** All SQL that reads the closures of a space. */
@ApplicationScoped
public class ClosureRepository {
    private static final String STANDING = """
            select id, space_id, starts, ends, cause from closure
             where space_id = :space and reopened_at is null and ends > :now order by starts, id limit 1000
            """;

    @Inject
    EntityManager entityManager;

    /** A closure that stands; local times of Europe/Paris. */
    public record Standing(long id, long space, LocalDateTime starts, LocalDateTime ends, String cause) {}

    /** Those that run or are to come, the nearest first. */
    @SuppressWarnings("unchecked")
    List<Standing> listStanding(long space, LocalDateTime now) {
        List<Tuple> rows = entityManager
                .createNativeQuery(STANDING, Tuple.class)
                .setParameter("space", space)
                .setParameter("now", now)
                .getResultList();
        return rows.stream()
                .map(row -> new Standing(
                        row.get(0, Long.class),
                        row.get(1, Long.class),
                        row.get(2, LocalDateTime.class),
                        row.get(3, LocalDateTime.class),
                        row.get(4, String.class)))
                .toList();
    }
}
