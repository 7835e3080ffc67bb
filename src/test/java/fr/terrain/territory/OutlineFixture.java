package fr.terrain.territory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** The table of outlines as a test leaves it: as it found it. */
@ApplicationScoped
public class OutlineFixture {
    @Inject
    EntityManager database;

    @Transactional
    public long count() {
        return ((Number) database.createNativeQuery("select count(*) from commune_outline")
                        .getSingleResult())
                .longValue();
    }

    @Transactional
    public void empty() {
        database.createNativeQuery("delete from commune_outline").executeUpdate();
    }
}
