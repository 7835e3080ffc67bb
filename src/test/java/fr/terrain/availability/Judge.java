package fr.terrain.availability;

import fr.terrain.site.SpaceRepository;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The verbs of occupation with a clock that a test sets, as they are or with one bug planted: some SQL says another thing. */
class Judge {
    final Occupation occupation = new Occupation();
    final SpaceChanges changes = new SpaceChanges();
    int planted;
    private Instant now = Instant.EPOCH;

    Judge(EntityManager entityManager, SpaceRepository spaces, Bug bug) {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        occupation.entityManager = bug == null ? entityManager : withBug(entityManager, bug);
        occupation.clock = clock;
        changes.entityManager = occupation.entityManager;
        changes.occupation = occupation;
        changes.spaces = spaces;
        changes.clock = clock;
    }

    void isNow(Instant instant) {
        now = instant;
    }

    Period during(LocalSlot slot, int before, int after) {
        return slot.withBuffers(before, after);
    }

    private EntityManager withBug(EntityManager entityManager, Bug bug) {
        return (EntityManager) Proxy.newProxyInstance(
                Judge.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createNativeQuery")) arguments[0] = plant((String) arguments[0], bug);
                    try {
                        return method.invoke(entityManager, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private String plant(String sql, Bug bug) {
        if (!sql.contains(bug.right())) return sql;
        planted++;
        return sql.replace(bug.right(), bug.wrong());
    }

    /** Some SQL that is right, and what a bug makes of it. */
    record Bug(String name, String right, String wrong) {
        @Override
        public String toString() {
            return name;
        }
    }
}
