package fr.terrain.notification;

import fr.terrain.account.Account;
import fr.terrain.notification.Delivery.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The SQL by which the administration sees deliveries, has them sent again or gives them up. */
@ApplicationScoped
public class DeadLetterRepository {
    private static final String LIST = DeliveryRepository.COLUMNS + """
             where d.state = any (cast(:states as text[])) order by d.id desc limit :limit offset :offset
            """;
    private static final String GET = DeliveryRepository.COLUMNS + " where d.id = :id";
    private static final String COUNT = "select state, count(*) from delivery group by state";
    private static final String AGAIN = """
            with stuck as (
              select d.id, case when a.email ~ cast(:plain as text) then a.email else d.address end as address
                from delivery d left join account a on a.id = d.account_id
               where d.id = :id and d.state in ('DEAD', 'ABANDONED', 'UNREACHABLE') and d.words is not null for no key update of d)
            update delivery set state = 'WAITING', attempts = 0, due_at = :now, address = stuck.address, closed_by = null
              from stuck where delivery.id = stuck.id and stuck.address is not null
            """;
    private static final String ABANDON = """
            update delivery set state = 'ABANDONED', closed_by = :by
             where id = :id and channel = 'MAIL' and state in ('WAITING', 'DEAD', 'UNREACHABLE')
            """;

    @Inject
    EntityManager entityManager;

    /** The deliveries in these states, the newest first. */
    List<Delivery> list(List<State> states, int limit, int offset) {
        return entityManager
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("states", states.stream().map(State::name).collect(Collectors.joining(",", "{", "}")))
                .setParameter("limit", limit)
                .setParameter("offset", offset)
                .getResultStream()
                .map(row -> DeliveryRepository.delivery((Tuple) row))
                .toList();
    }

    Optional<Delivery> find(long id) {
        return entityManager
                .createNativeQuery(GET, Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> DeliveryRepository.delivery((Tuple) row));
    }

    Map<State, Integer> count() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (Object row : entityManager.createNativeQuery(COUNT, Tuple.class).getResultList())
            counts.put(
                    State.valueOf(((Tuple) row).get(0, String.class)),
                    Math.toIntExact(((Tuple) row).get(1, Long.class)));
        return counts;
    }

    /** Has a stuck delivery tried again at once, at the address that its account has now; false when it is not stuck or has none. */
    boolean again(long id, Instant now) {
        return entityManager
                        .createNativeQuery(AGAIN)
                        .setParameter("id", id)
                        .setParameter("plain", "^" + Mailbox.FORM + "$")
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Gives a delivery up: nothing more is tried; false when it was sent meanwhile, or is being sent. */
    boolean abandon(long id, Account by) {
        return entityManager
                        .createNativeQuery(ABANDON)
                        .setParameter("id", id)
                        .setParameter("by", by.id)
                        .executeUpdate()
                == 1;
    }
}
