package fr.terrain.site;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All SQL on spaces. */
@ApplicationScoped
public class SpaceRepository implements PanacheRepository<Space> {

    /** The spaces of a site, in the order of its sheet. */
    public List<Space> listOf(long siteId) {
        return list("siteId = ?1 order by position, id", siteId);
    }

    /** Changes how many projects a space holds at once; to be called by the room that knows who is there. */
    public void resize(long spaceId, int capacity) {
        update("capacity = ?1 where id = ?2", capacity, spaceId);
    }
}
