package fr.terrain.organisation;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.http.Problem;
import fr.terrain.organisation.OrganisationEvent.Kind;
import fr.terrain.organisation.OrganisationEventRepository.Fact;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where organisations are opened, kept up to date and checked; each change leaves its event. */
@ApplicationScoped
public class OrganisationRegister {
    private static final Set<Capability> OF_FOUNDER = Set.of(Capability.SIGN, Capability.MANAGE_MEMBERS);

    @Inject
    OrganisationRepository organisations;

    @Inject
    MemberRepository members;

    @Inject
    MandateRepository mandates;

    @Inject
    OrganisationEventRepository events;

    @Inject
    Clock clock;

    /**
     * Opens an organisation for its first member; the same key from the same account gives back the one that it made.
     *
     * @throws OrganisationRefusal when a verified organisation bears its SIRET already
     */
    public Organisation open(UUID key, Particulars said, Mandate signatory, Account founder) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> organisations
                            .findByCreationKey(key, founder)
                            .orElseGet(() -> file(key, said, signatory, founder)));
        } catch (PersistenceException twin) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> organisations.findByCreationKey(key, founder).orElseThrow(() -> twin));
        }
    }

    /** The same within a transaction that does more, without a key. */
    public Organisation open(Particulars said, Mandate signatory, Account founder) {
        return file(null, said, signatory, founder);
    }

    /** Opens an organisation that has no member yet, for whom an officer writes a request down. */
    public Organisation openFor(Particulars said, Account officer) {
        return file(null, said, officer);
    }

    private Organisation file(UUID key, Particulars said, Mandate signatory, Account founder) {
        Organisation opened = file(key, said, founder);
        members.add(opened.id, founder.id, OF_FOUNDER, clock.instant());
        mandates.add(opened.id, signatory.of(founder));
        return opened;
    }

    private Organisation file(UUID key, Particulars said, Account by) {
        if (organisations.isTaken(said.siret())) throw OrganisationRefusal.takenSiret();
        Instant now = clock.instant();
        Organisation opened = new Organisation();
        opened.describe(said, now);
        opened.createdBy = by.id;
        opened.creationKey = key;
        organisations.file(opened);
        events.append(opened.id, Fact.of(Kind.OPENED), by.id, now);
        return opened;
    }

    /**
     * Changes what an organisation says of itself; another identity is to be checked again.
     *
     * @param version what the manager had read; null to take the present one
     */
    @Transactional
    public Organisation describe(long id, Integer version, Particulars said, Account by) {
        Organisation organisation = managed(id, version, by);
        if (said.equals(organisation.particulars())) return organisation;
        boolean wasChecked = organisation.isVerified();
        organisation.describe(said, clock.instant());
        organisations.flush();
        Map<String, String> detail =
                wasChecked && !organisation.isVerified() ? Map.of("identity", "TO_CHECK") : Map.of();
        events.append(id, new Fact(Kind.CHANGED, null, null, detail), by.id, clock.instant());
        return organisation;
    }

    /** Asks for a hierarchical visa before each approval, or no longer. */
    @Transactional
    public Organisation requireVisa(long id, Integer version, boolean wanted, Account by) {
        Organisation organisation = managed(id, version, by);
        if (organisation.isVisaRequired() == wanted) return organisation;
        organisation.requireVisa(wanted, clock.instant());
        organisations.flush();
        events.append(
                id,
                new Fact(Kind.VISA_CHANGED, null, null, Map.of("required", Boolean.toString(wanted))),
                by.id,
                clock.instant());
        return organisation;
    }

    /** Names who signs for an organisation. */
    @Transactional
    public void name(long id, Mandate signatory, Account by) {
        organisations.getManaged(id, by);
        mandates.add(id, signatory);
        events.append(id, Fact.of(Kind.REPRESENTATIVE_NAMED), by.id, clock.instant());
    }

    /** Ends a power to sign: today is its last day. */
    @Transactional
    public void end(long id, long mandate, Account by) {
        organisations.getManaged(id, by);
        LocalDate today = LocalDate.now(clock.withZone(ParisClock.PARIS));
        if (!mandates.end(id, mandate, today)) throw Problem.notFound();
        events.append(id, Fact.of(Kind.REPRESENTATIVE_ENDED), by.id, clock.instant());
    }

    /**
     * The operator's staff has seen a proof of the identity.
     *
     * @throws OrganisationRefusal when another verified organisation bears its number, or it has none
     */
    public Organisation verify(long id, Integer version, String evidence, Account by) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Organisation organisation = forStaff(id, version, by);
                requireFreeNumber(organisation);
                organisation.verify(evidence, by.id, clock.instant());
                organisations.flush();
                events.append(id, Fact.of(Kind.VERIFIED), by.id, clock.instant());
                return organisation;
            });
        } catch (PersistenceException other) {
            QuarkusTransaction.requiringNew().run(() -> requireFreeNumber(organisations.findById(id)));
            throw other;
        }
    }

    /** The operator's staff could not check the identity, and says why. */
    @Transactional
    public Organisation refuseIdentity(long id, Integer version, String reason, Account by) {
        Organisation organisation = forStaff(id, version, by);
        organisation.refuseIdentity(reason, clock.instant());
        organisations.flush();
        events.append(id, Fact.of(Kind.NOT_VERIFIED), by.id, clock.instant());
        return organisation;
    }

    private void requireFreeNumber(Organisation organisation) {
        organisations.findHolder(organisation).ifPresent(holder -> {
            throw OrganisationRefusal.takenNumber(holder);
        });
    }

    private Organisation managed(long id, Integer version, Account by) {
        return atVersion(organisations.getManaged(id, by), version);
    }

    private Organisation forStaff(long id, Integer version, Account by) {
        return atVersion(organisations.getForStaff(id, by), version);
    }

    private static Organisation atVersion(Organisation organisation, Integer version) {
        if (version != null && version != organisation.version()) throw Problem.stale();
        return organisation;
    }
}
