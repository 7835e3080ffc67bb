package fr.terrain.site;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All SQL on the revisions of sites. */
@ApplicationScoped
public class SiteRevisionRepository implements PanacheRepository<SiteRevision> {
    private static final List<SiteRevision.State> OPEN =
            List.of(SiteRevision.State.DRAFT, SiteRevision.State.TO_VALIDATE);

    /** The one that is being written or waits for a decision. */
    public Optional<SiteRevision> findOpen(long siteId) {
        return find("siteId = ?1 and state in ?2", siteId, OPEN).firstResultOptional();
    }

    /** The last one, whatever became of it. */
    Optional<SiteRevision> findLast(long siteId) {
        return find("siteId = ?1 order by id desc", siteId).firstResultOptional();
    }
}
