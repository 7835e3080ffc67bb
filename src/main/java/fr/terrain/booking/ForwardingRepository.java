package fr.terrain.booking;

import fr.terrain.organisation.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;

/** Which organisations may be the competent one for a request that came to the wrong door. */
@ApplicationScoped
public class ForwardingRepository {
    private static final String MAY_GRANT = """
             from organisation o
            where o.verified_at is not null and o.id not in (:present, :occupant)
              and exists (select from member m where m.organisation_id = o.id and 'instruct' = any (m.capabilities))
              and (exists (select from site s where s.organisation_id = o.id)
                or exists (select from site_party p where p.organisation_id = o.id and p.site_id = :site))
            """;
    private static final String COMPETENT = "select o.*" + MAY_GRANT + """
            order by not exists (select from site_party p where p.organisation_id = o.id and p.site_id = :site), o.name, o.id limit 200
            """;
    private static final String IS_COMPETENT = "select exists (select" + MAY_GRANT + " and o.id = :organisation)";

    @Inject
    EntityManager entityManager;

    /** Verified bodies, other than the two that a request has, which have officers and grant sites or have a part in this one; those with a part first. */
    @SuppressWarnings("unchecked")
    public List<Organisation> listCompetent(Booking booking) {
        return of(booking, entityManager.createNativeQuery(COMPETENT, Organisation.class))
                .getResultList();
    }

    /** Whether an organisation is one of those. */
    public boolean isCompetent(long organisation, Booking booking) {
        return (boolean) of(booking, entityManager.createNativeQuery(IS_COMPETENT))
                .setParameter("organisation", organisation)
                .getSingleResult();
    }

    private static Query of(Booking booking, Query query) {
        return query.setParameter("site", booking.siteId)
                .setParameter("present", booking.party(Party.Role.GRANTOR).organisationId)
                .setParameter("occupant", booking.party(Party.Role.OCCUPANT).organisationId);
    }
}
