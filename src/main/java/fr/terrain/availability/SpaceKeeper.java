package fr.terrain.availability;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.Site;
import fr.terrain.site.SiteRepository;
import fr.terrain.site.Space;
import fr.terrain.site.SpaceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets who keeps a site at its spaces, and nobody else. */
@ApplicationScoped
class SpaceKeeper {
    @Inject
    Caller caller;

    @Inject
    SpaceRepository spaces;

    @Inject
    SiteRepository sites;

    @Inject
    OrganisationRepository organisations;

    /** The space, for who keeps its site; 404 when the caller may not even see it, 403 when that is all they may. */
    Space kept(long id) {
        Space space = spaces.findByIdOptional(id).orElseThrow(Problem::notFound);
        Site site = sites.findById(space.siteId);
        Account account = caller.account();
        if (organisations.capabilities(site.organisationId, account).contains(Capability.KEEP_SITES)) return space;
        if (!site.isPublished() && !organisations.isMember(site.organisationId, account)) throw Problem.notFound();
        throw Problem.forbidden("Le calendrier d’un espace est tenu par qui tient la fiche du terrain.");
    }
}
