package fr.terrain.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.booking.NewBooking.ProjectSheet;
import fr.terrain.deadline.Deadlines;
import fr.terrain.http.OnceGuard;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Invitations;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRegister;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.Site;
import fr.terrain.site.SiteParty;
import fr.terrain.site.SiteRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes requests down while they are drafts: created once for a key, edited until they are sent. */
@ApplicationScoped
public class BookingDrafts {
    private static final String UNIQUE_VIOLATION = "23505";

    @Inject
    BookingRepository bookings;

    @Inject
    ProjectRepository projects;

    @Inject
    SiteRepository sites;

    @Inject
    OrganisationRepository organisations;

    @Inject
    OrganisationRegister register;

    @Inject
    Invitations invitations;

    @Inject
    EntryRepository entries;

    @Inject
    Quotes quotes;

    @Inject
    BookingTrail trail;

    @Inject
    Deadlines deadlines;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /**
     * Files a draft; the same key from the same account gives back the one that it made, even when both come at once.
     *
     * @throws fr.terrain.http.ProblemException 422 when that key was used for another content
     */
    public Booking create(NewBooking wanted, Account account) {
        byte[] content = ContentHash.of(wanted);
        Booking filed = once(wanted.key(), account, () -> {
            Organisation occupant = organisations.getOfMember(wanted.organisationId(), account);
            Site site = sites.getPublished(wanted.site());
            Project project = wanted.projectId() == null
                    ? projects.file(new Project().tell(wanted.project().requireVisible()), occupant.id, account)
                    : projects.getOf(wanted.projectId(), occupant);
            Booking booking = blank(wanted.key(), site, account);
            booking.creationHash = content;
            booking.project = project;
            join(booking, occupant, site);
            fill(booking, Verb.EDIT, quotes.quote(site, wanted.ask(), booking.id), wanted.ask());
            return file(booking, site, account);
        });
        if (!Arrays.equals(content, filed.creationHash)) throw OnceGuard.otherContent();
        return filed;
    }

    /** Files a draft that names only its site, its organisation, which may be opened with it, and its project; place and dates come later. */
    public Booking begin(Beginning wanted, Account account) {
        return once(wanted.key(), account, () -> {
            Site site = sites.getPublished(wanted.site());
            Organisation occupant = wanted.organisationId() == null
                    ? register.open(wanted.opened(), wanted.signatory(), account)
                    : organisations.getOfMember(wanted.organisationId(), account);
            Project project = new Project();
            project.title = wanted.title();
            Booking booking = blank(wanted.key(), site, account);
            booking.project = projects.file(project, occupant.id, account);
            join(booking, occupant, site);
            return file(booking, site, account);
        });
    }

    /**
     * Files a draft that an officer writes down for who telephoned or wrote on paper; whom nobody can reach yet is invited.
     *
     * @throws fr.terrain.http.ProblemException 403 when the site is not the officer's to enter requests for
     */
    Booking enter(Entry wanted, Account officer) {
        return once(wanted.key(), officer, () -> {
            Site site = sites.getPublished(wanted.require(LocalDate.now(clock)).site());
            if (!entries.mayEnter(site.slug, officer))
                throw Problem.forbidden("Ce terrain est tenu par une autre organisation : la demande lui revient.");
            Organisation occupant = wanted.organisationId() == null
                    ? register.openFor(wanted.opened(), officer)
                    : organisations
                            .findByIdOptional(wanted.organisationId())
                            .orElseThrow(() -> Problem.badInput("organisation", "Cette organisation n’existe pas."));
            Project project = new Project();
            project.title = wanted.title();
            Booking booking = blank(wanted.key(), site, officer);
            booking.receipt = wanted.receipt(officer.id);
            booking.project = projects.file(project, occupant.id, officer);
            join(booking, occupant, site);
            invitations.inviteFirst(occupant.id, wanted.contact(), officer);
            return file(booking, site, officer);
        });
    }

    /**
     * Changes a draft.
     *
     * @param version what the writer had read; null to take the present one
     */
    public Booking edit(long id, Integer version, NewBooking wanted, Account account) {
        return change(id, version, account, booking -> {
            Site site = sites.findById(booking.siteId);
            requireSame("site", wanted.site().equals(site.slug));
            requireSame("organisation", wanted.organisationId() == booking.party(Party.Role.OCCUPANT).organisationId);
            requireSame(
                    "projectId",
                    wanted.projectId() == null || wanted.projectId().equals(booking.project.id));
            writable(booking, account).tell(wanted.project().requireVisible());
            fill(booking, Verb.EDIT, quotes.quote(site, wanted.ask(), booking.id), wanted.ask());
        });
    }

    private static void requireSame(String field, boolean same) {
        if (!same)
            throw Problem.badInput(
                    field,
                    "Ce champ ne change plus une fois la demande ouverte : redonnez sa valeur, ou ouvrez une autre demande.");
    }

    /** Changes the title of the project of a draft. */
    public Booking rename(long id, Integer version, String title, Account account) {
        return change(id, version, account, booking -> writable(booking, account).title = title);
    }

    /** Changes the place and dates of a draft; its needs stay. */
    public Booking place(long id, Integer version, Ask ask, Account account) {
        return change(
                id,
                version,
                account,
                booking ->
                        fill(booking, Verb.EDIT, quotes.quote(sites.findById(booking.siteId), ask, booking.id), ask));
    }

    /** Changes what a draft says of its project, and its needs; the title stays. */
    public Booking describe(long id, Integer version, ProjectSheet project, String needs, Account account) {
        return change(id, version, account, booking -> {
            writable(booking, account).tell(project.requireVisible());
            booking.needs = needs;
        });
    }

    /** The project of a draft, to be written on: one that a request already sent tells as well stays as it is, and the draft goes on with a copy. */
    private Project writable(Booking booking, Account account) {
        projects.lockToWrite(booking.project);
        if (projects.isSent(booking.project))
            booking.project = projects.file(booking.project.copy(), booking.project.organisationId, account);
        return booking.project;
    }

    private Booking change(long id, Integer version, Account account, Consumer<Booking> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Booking booking = bookings.getVisible(id, account);
            if (!Standing.of(booking, account, organisations).allows(Verb.EDIT))
                throw BookingRefusal.notYours(Verb.EDIT);
            if (version != null && version != booking.version()) throw Problem.stale();
            if (!booking.status().allows(Verb.EDIT)) throw BookingRefusal.notNow(Verb.EDIT, booking.status());
            try {
                bookings.lock(booking);
                change.accept(booking);
                booking.updatedAt = clock.instant();
                bookings.flush();
            } catch (OptimisticLockException other) {
                throw Problem.stale();
            }
            return booking;
        });
    }

    private Booking once(UUID key, Account account, Supplier<Booking> filing) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> bookings.findByCreationKey(key, account).orElseGet(filing));
        } catch (PersistenceException twin) {
            if (!BookingRepository.sqlState(twin).equals(Optional.of(UNIQUE_VIOLATION))) throw twin;
            return bookings.findByCreationKey(key, account).orElseThrow(() -> twin);
        }
    }

    private Booking file(Booking booking, Site site, Account account) {
        bookings.persistAndFlush(booking);
        deadlines.open(booking.id, Deadlines.Kind.DRAFT, TrialClock.givenUp(booking.createdAt()));
        Map<String, String> detail = new HashMap<>(booking.receipt().detail());
        detail.put("site", site.name);
        trail.append(booking, Verb.CREATE, BookingStatus.DRAFT, account.id, booking.createdAt(), detail);
        return booking;
    }

    private Booking blank(UUID key, Site site, Account account) {
        Instant now = clock.instant();
        Booking booking = new Booking();
        booking.reference = bookings.nextReference(now.atZone(ParisClock.PARIS).getYear());
        booking.siteId = site.id;
        booking.creationKey = key;
        booking.createdBy = account.id;
        booking.createdAt = now;
        booking.updatedAt = now;
        return booking;
    }

    private void join(Booking booking, Organisation occupant, Site site) {
        join(booking, Party.Role.OCCUPANT, occupant.id, true);
        join(booking, Party.Role.GRANTOR, site.organisationId, true);
        for (SiteParty beside : sites.listParties(site.id))
            join(booking, Party.Role.valueOf(beside.role()), beside.organisationId(), beside.mustSign());
    }

    private static void join(Booking booking, Party.Role role, long organisationId, boolean mustSign) {
        Party party = new Party();
        party.booking = booking;
        party.role = role;
        party.organisationId = organisationId;
        party.mustSign = mustSign;
        booking.parties.add(party);
    }

    /** Writes down what an ask comes to, by a verb that may. */
    void fill(Booking booking, Verb by, Quote quote, Ask ask) {
        booking.wholeSite = ask.wholeSite();
        booking.areaM2 = quote.areaM2();
        booking.useClass = ask.useClass();
        booking.needs = ask.needs() == null ? "" : ask.needs().strip();
        if (quote.slots().isEmpty()) throw quote.nothingOpens();
        booking.ask(
                by,
                Asked.of(quote.ask()),
                quote.spaces().stream()
                        .map(space -> new BookedSpace(booking.siteId, space.id, ask.wholeSite()))
                        .toList(),
                quote.slots());
        price(booking, quote);
    }

    /** Freezes the fee of a quote, with its arithmetic, into the booking. */
    void price(Booking booking, Quote quote) {
        try {
            if (quote.fee() == null) booking.price(null, null);
            else
                booking.price(
                        quote.fee().total(), json.writeValueAsString(quote.fee().lines()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
