package fr.terrain.convention;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.booking.Booking;
import fr.terrain.booking.BookingRepository;
import fr.terrain.booking.BookingWorkflow;
import fr.terrain.booking.Party;
import fr.terrain.booking.Verb;
import fr.terrain.document.Document;
import fr.terrain.document.DocumentRepository;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.organisation.Representative;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Issues conventions: document, event and state change in one transaction, or not at all. */
@ApplicationScoped
public class ConventionIssuer {
    private static final String PREFIX = "CONV";

    @Inject
    BookingRepository bookings;

    @Inject
    BookingWorkflow workflow;

    @Inject
    DocumentRepository documents;

    @Inject
    SignatureRepository signatures;

    @Inject
    OrganisationRepository organisations;

    @Inject
    AccountRepository accounts;

    @Inject
    InputsReader inputs;

    @Inject
    ConventionText text;

    @Inject
    Clock clock;

    /** A convention as a party sees it: its document, its booking, who signed. */
    public record Issued(Document document, Booking booking, List<Signature> signatures) {

        /** The signature of this party, once given. */
        public Optional<Signature> signatureOf(Party party) {
            return signatures.stream()
                    .filter(signature -> signature.partyId() == party.id)
                    .findFirst();
        }

        /** The parties whose signature is still needed. */
        public List<Party> waiting() {
            Set<Long> done = signatures.stream().map(Signature::partyId).collect(Collectors.toSet());
            return booking.parties().stream()
                    .filter(party -> party.mustSign && !done.contains(party.id))
                    .toList();
        }
    }

    /** What would be issued now, under a number that is none yet; nothing is written.
     * @throws IncompleteConvention with all that stands in the way */
    @Transactional
    public AssembledConvention preview(long bookingId, Account reader) {
        Booking booking = bookings.getVisibleCopy(bookingId, reader);
        nameSignatories(booking, today());
        return text.assemble(inputs.read(
                booking,
                "Projet",
                documents.nextVersion(bookingId, Document.Kind.CONVENTION),
                today(),
                contact(booking)));
    }

    /** What the parties still lack before anything can be issued: an identity that was checked, somebody to sign. */
    @Transactional
    public List<ConventionRefusal> listObstacles(long bookingId, Account reader) {
        List<ConventionRefusal> obstacles = new ArrayList<>();
        for (Party party : bookings.getVisible(bookingId, reader).parties()) {
            Organisation body = organisations.findById(party.organisationId);
            if (!body.isVerified()) obstacles.add(ConventionRefusal.notVerified(body.name));
            if (party.mustSign
                    && organisations.findRepresentative(body.id, today()).isEmpty())
                obstacles.add(ConventionRefusal.noSignatory(body.name));
        }
        return obstacles;
    }

    /**
     * Issues the convention of an agreed booking. The booking's row stays locked meanwhile: a second click waits, then finds it changed.
     *
     * @throws ConventionRefusal when a party is not verified or has nobody to sign
     * @throws IncompleteConvention with all that is missing, by clause and line
     */
    public Document issue(long bookingId, Integer version, Account by) {
        Document[] issued = new Document[1];
        Map<String, String> detail = new TreeMap<>();
        workflow.move(bookingId, version, Verb.ISSUE_CONVENTION, detail, by, (booking, now) -> {
            bookings.findById(booking.id, LockModeType.PESSIMISTIC_WRITE);
            requireVerified(booking);
            nameSignatories(booking, day(now));
            issued[0] = file(booking, by, now);
            detail.put("number", issued[0].number());
            detail.put("sha256", issued[0].hash());
        });
        return issued[0];
    }

    /** The convention of this number, when the account may see its booking; 404 otherwise. */
    @Transactional
    public Issued get(String number, Account reader) {
        Document document = documents.findByNumber(number).orElseThrow(Problem::notFound);
        Booking booking = bookings.getVisible(document.bookingId, reader);
        return new Issued(document, booking, signatures.listOf(document));
    }

    private Document file(Booking booking, Account by, Instant now) {
        String number = documents.nextNumber(Document.Kind.CONVENTION, PREFIX, day(now).getYear());
        int version = documents.nextVersion(booking.id, Document.Kind.CONVENTION);
        AssembledConvention convention =
                text.assemble(inputs.read(booking, number, version, day(now), contact(booking)));
        Document document = new Document();
        document.bookingId = booking.id;
        document.kind = Document.Kind.CONVENTION;
        document.title = "Convention de mise à disposition, "
                + convention.inputs().site().name();
        document.issuedBy = by.id;
        document.issuedAt = now;
        String frozen = new String(InputsJson.write(convention.inputs()), StandardCharsets.UTF_8);
        return documents.file(document, number, version, frozen, convention.pdf());
    }

    private void requireVerified(Booking booking) {
        for (Party party : booking.parties()) {
            Organisation body = organisations.findById(party.organisationId);
            if (!body.isVerified()) throw ConventionRefusal.notVerified(body.name);
        }
    }

    /** Who signs is fixed on the day of issue, with the act that gives the power. */
    private void nameSignatories(Booking booking, LocalDate day) {
        for (Party party : booking.parties()) {
            if (!party.mustSign) continue;
            Representative signatory = organisations
                    .findRepresentative(party.organisationId, day)
                    .orElseThrow(
                            () -> ConventionRefusal.noSignatory(organisations.findById(party.organisationId).name));
            party.signatoryName = signatory.name();
            party.signatoryQuality = signatory.quality();
            party.delegationAct = signatory.delegationAct();
        }
    }

    /** Who is in charge of the project: its writer, or the signatory of the occupant when an officer wrote for it. */
    private String contact(Booking booking) {
        return booking.receipt().isEntered()
                ? booking.party(Party.Role.OCCUPANT).signatoryName
                : accounts.findById(booking.createdBy).name;
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ParisClock.PARIS).toLocalDate();
    }
}
