package fr.terrain.site;

import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.SiteEvent.Act;
import fr.terrain.site.SiteEventRepository.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The life of a site, each step in one transaction with its event: opened, edited, submitted, validated, suspended, archived. */
@ApplicationScoped
public class SiteLife {
    @Inject
    SiteDesk desk;

    @Inject
    SiteRepository sites;

    @Inject
    SiteRevisionRepository revisions;

    @Inject
    SiteContentRepository contents;

    @Inject
    SiteCodeRepository codes;

    @Inject
    SiteEventRepository events;

    @Inject
    OrganisationRepository organisations;

    @Inject
    AccountRepository accounts;

    @Inject
    Clock clock;

    /** A site with what is being written of it, or with what its rows say when nothing is. */
    public record Opened(Site site, SiteRevision revision, SiteContent content) {
        /** The version of what is being written; 0 when nothing is yet. */
        public int version() {
            return revision == null ? 0 : revision.version() + 1;
        }

        /** What keeps it from being published. */
        public List<Missing> missing() {
            return Missing.of(content);
        }
    }

    /** A new draft of this organisation. */
    @Transactional
    public Opened open(long organisation, SiteContent content, Account by) {
        desk.requireKeeper(organisation, by);
        return begin(organisation, content, null, by);
    }

    /** The same in the name of the census, by who may decide on its entries. */
    Opened begin(long organisation, SiteContent content, String entry, Account by) {
        requireSound(content);
        Site site = sites.open(content.identity(), organisation, entry, clock.instant());
        SiteRevision revision = write(site, content, by);
        tell(site, Act.OPENED, revision, null, null, by);
        return new Opened(site, revision, content);
    }

    /** What a keeper sees of a site. */
    @Transactional
    public Opened read(String slug, Account by) {
        return opened(desk.getKept(slug, by));
    }

    /**
     * Keeps this content as what is being written of the site; what is published stays as it is.
     *
     * @param version what the writer had read; null to take the present one
     */
    @Transactional
    public Opened save(String slug, Integer version, SiteContent content, Account by) {
        Site site = desk.lockKept(slug, by);
        Opened now = opened(site);
        requireVersion(now, version);
        if (site.state() == Site.State.ARCHIVED) throw SiteRefusal.state("Ce site est archivé : restaurez‑le d’abord.");
        requireSound(content);
        if (now.revision() != null && content.equals(now.content())) return now;
        SiteRevision revision = now.revision();
        if (revision == null) revision = write(site, content, by);
        else revision.save(contents.write(content), clock.instant());
        if (site.state() == Site.State.DRAFT) {
            site.name = content.identity().name();
            site.category = content.identity().category();
        }
        revisions.flush();
        tell(site, Act.EDITED, revision, site.state(), null, by);
        return new Opened(site, revision, content);
    }

    /** Sends what is written to the staff. */
    @Transactional
    public Opened submit(String slug, Integer version, Account by) {
        Site site = desk.lockKept(slug, by);
        Opened now = requireOpen(site, version);
        if (!now.missing().isEmpty()) throw SiteRefusal.incomplete(now.missing());
        Organisation grantor = organisations.findById(site.organisationId);
        if (!grantor.isVerified()) throw SiteRefusal.uncheckedGrantor();
        Site.State before = site.state();
        now.revision().submit(by.id, clock.instant());
        site.submit();
        return done(now, Act.SUBMITTED, before, null, by);
    }

    /** The staff makes the submitted version what the public reads, at once. */
    @Transactional
    public Opened validate(String slug, Integer version, Account by) {
        Site site = desk.lockForStaff(slug, by);
        Opened now = requireOpen(site, version);
        Site.State before = site.state();
        now.revision().accept(by.id, clock.instant());
        sites.flush();
        contents.apply(site.id, now.content());
        sites.reread(site);
        site.publish(clock.instant());
        return done(now, Act.VALIDATED, before, null, by);
    }

    /** The staff sends the submitted version back. */
    @Transactional
    public Opened askForChanges(String slug, Integer version, String reason, Account by) {
        Site site = desk.lockForStaff(slug, by);
        Opened now = requireOpen(site, version);
        Site.State before = site.state();
        now.revision().askForChanges(readReason(reason), clock.instant());
        site.sendBack();
        return done(now, Act.CHANGES_ASKED, before, readReason(reason), by);
    }

    /** The staff rejects the submitted version for good; what is published stays. */
    @Transactional
    public Opened reject(String slug, Integer version, String reason, Account by) {
        Site site = desk.lockForStaff(slug, by);
        Opened now = requireOpen(site, version);
        Site.State before = site.state();
        now.revision().reject(readReason(reason), by.id, clock.instant());
        site.reject();
        return done(now, Act.REJECTED, before, readReason(reason), by);
    }

    /** Takes a published site from the public's sight; what is agreed there stays agreed. */
    @Transactional
    public Opened suspend(String slug, String reason, Account by) {
        Site site = desk.lockKept(slug, by);
        Site.State before = site.state();
        String why = readReason(reason);
        site.suspend();
        return done(opened(site), Act.SUSPENDED, before, why, by);
    }

    @Transactional
    public Opened resume(String slug, Account by) {
        Site site = desk.lockKept(slug, by);
        Site.State before = site.state();
        requireUndoing(site, Act.SUSPENDED, Act.RESUMED, by);
        site.resume();
        return done(opened(site), Act.RESUMED, before, null, by);
    }

    @Transactional
    public Opened archive(String slug, String reason, Account by) {
        Site site = desk.lockKept(slug, by);
        Site.State before = site.state();
        String why = readReason(reason);
        site.archive();
        return done(opened(site), Act.ARCHIVED, before, why, by);
    }

    @Transactional
    public Opened restore(String slug, Account by) {
        Site site = desk.lockKept(slug, by);
        Site.State before = site.state();
        requireUndoing(site, Act.ARCHIVED, Act.RESTORED, by);
        site.restore();
        return done(opened(site), Act.RESTORED, before, null, by);
    }

    /** What the staff took from the public, the staff alone gives back. */
    private void requireUndoing(Site site, Act off, Act on, Account by) {
        if (desk.isStaff(by)) return;
        boolean staff = events.findTaker(site.id, off, on)
                .map(accounts::findById)
                .filter(desk::isStaff)
                .isPresent();
        if (staff) throw Problem.forbidden("La Métropole a retiré ce site du catalogue : elle seule l’y remet.");
    }

    private Opened opened(Site site) {
        SiteRevision revision = revisions.findOpen(site.id).orElse(null);
        if (revision != null) return new Opened(site, revision, contents.parse(revision.content));
        SiteContent content = site.wasPublished()
                ? contents.read(site.id)
                : revisions
                        .findLast(site.id)
                        .map(last -> contents.parse(last.content))
                        .orElseGet(() -> SiteContent.named(site.name, site.category));
        return new Opened(site, null, content);
    }

    private Opened requireOpen(Site site, Integer version) {
        Opened now = opened(site);
        if (now.revision() == null) throw SiteRefusal.noRevision();
        requireVersion(now, version);
        return now;
    }

    private static void requireVersion(Opened now, Integer version) {
        if (version != null && !Objects.equals(version, now.version())) throw Problem.stale();
    }

    private void requireSound(SiteContent content) {
        Faults faults = new Faults();
        content.check(faults);
        if (!faults.any()) codes.check(content, faults);
        if (faults.any()) throw Problem.badInput(faults);
    }

    private SiteRevision write(Site site, SiteContent content, Account by) {
        SiteRevision revision = SiteRevision.begin(site.id, contents.write(content), by.id, clock.instant());
        revisions.persistAndFlush(revision);
        return revision;
    }

    private Opened done(Opened now, Act act, Site.State before, String reason, Account by) {
        sites.flush();
        tell(now.site(), act, now.revision(), before, reason, by);
        return now;
    }

    private void tell(Site site, Act act, SiteRevision revision, Site.State from, String reason, Account by) {
        Instant at = clock.instant();
        events.append(site, new Fact(act, revision == null ? null : revision.id, from, reason), by.id, at);
    }

    static String readReason(String reason) {
        Faults faults = new Faults();
        String why = faults.required("reason", reason, 3, 2000, "Dites pourquoi, en 3 à 2 000 caractères.");
        if (faults.any()) throw Problem.badInput(faults);
        return why;
    }
}
