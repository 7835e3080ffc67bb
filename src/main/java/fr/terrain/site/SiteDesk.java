package fr.terrain.site;

import fr.terrain.account.Account;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Who may do what with a site: its keepers write and submit, the operator's staff does that too and decides; the unseen is 404. */
@ApplicationScoped
public class SiteDesk {
    @Inject
    SiteRepository sites;

    @Inject
    OrganisationRepository organisations;

    /** A site as its keepers find it. */
    public Site getKept(String slug, Account account) {
        return kept(sites.find("slug", slug).firstResultOptional().orElseThrow(Problem::notFound), account);
    }

    /** The same, kept from other writers until the transaction ends. */
    Site lockKept(String slug, Account account) {
        return kept(sites.lock(slug).orElseThrow(Problem::notFound), account);
    }

    /** The organisations whose sites the account keeps as a member. */
    public List<Organisation> listOwn(Account account) {
        return organisations.listOf(account).stream()
                .filter(one -> organisations.capabilities(one.id, account).contains(Capability.KEEP_SITES))
                .toList();
    }

    /** The sites that the account keeps: those of its organisations, or all that wait or are drafts when it may validate. */
    public List<Site> listKept(Account account) {
        List<Long> own = listOwn(account).stream().map(one -> one.id).toList();
        return isStaff(account) ? sites.listForStaff(own) : sites.listOf(own);
    }

    /** A site for who decides, kept from other writers: 404 for who may not see it, 403 for another. */
    Site lockForStaff(String slug, Account account) {
        Site site = sites.lock(slug).orElseThrow(Problem::notFound);
        if (isStaff(account)) return site;
        requireSeen(site, account);
        throw Problem.forbidden("Cette décision revient aux agents de la Métropole qui tiennent le catalogue.");
    }

    /** Whether the account may validate. */
    public boolean isStaff(Account account) {
        return organisations.isStaff(account);
    }

    /** Lets who keeps the sites of this organisation open one: 404 for a stranger, 403 for another member. */
    void requireKeeper(long organisation, Account account) {
        if (keeps(organisation, account)) return;
        organisations.getOfMember(organisation, account);
        throw forbidden();
    }

    private Site kept(Site site, Account account) {
        if (keeps(site.organisationId, account)) return site;
        requireSeen(site, account);
        throw forbidden();
    }

    private boolean keeps(long organisation, Account account) {
        return organisations.capabilities(organisation, account).contains(Capability.KEEP_SITES)
                || organisations.isStaff(account);
    }

    private void requireSeen(Site site, Account account) {
        if (!site.isPublished() && !organisations.isMember(site.organisationId, account)) throw Problem.notFound();
    }

    private static RuntimeException forbidden() {
        return Problem.forbidden(
                "La fiche d’un site est tenue par les personnes qui ont ce droit dans son organisation.");
    }
}
