package fr.terrain.convention;

import fr.terrain.account.Account;
import fr.terrain.booking.BookingRefusal;
import fr.terrain.booking.BookingRepository;
import fr.terrain.booking.BookingWorkflow;
import fr.terrain.booking.Party;
import fr.terrain.booking.Verb;
import fr.terrain.convention.ConventionIssuer.Issued;
import fr.terrain.document.Document;
import fr.terrain.document.DocumentRepository;
import fr.terrain.http.Problem;
import fr.terrain.http.ProblemException;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.OrganisationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;

/** Takes the signatures of a convention: signature, event and state change in one transaction, or not at all. */
@ApplicationScoped
public class ConventionSigner {
    private static final String STATEMENT =
            "Je consens, au nom de l’organisation que je représente, à la convention affichée, dont l’empreinte SHA‑256 est %s.";
    private static final int TRIES = 4;
    private static final int STALE = 412;

    @Inject
    ConventionIssuer issuer;

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

    /** What a party agrees to, in words, for the version of this hash. */
    static String statement(String hash) {
        return STATEMENT.formatted(hash);
    }

    /** The parties of the convention for which the account may sign, whether they have or not. */
    public List<Party> partiesOf(Issued issued, Account account) {
        return issued.booking().parties().stream()
                .filter(party -> party.mustSign)
                .filter(party -> organisations
                        .capabilities(party.organisationId, account)
                        .contains(Capability.SIGN))
                .toList();
    }

    /**
     * Takes the consent of a party to the version it was shown; a second post finds the first signature. When another party signs at the same
     * moment, it is tried again on what that one left.
     *
     * @param hash SHA-256 of the version that was displayed, in hexadecimal
     * @param partyId for which party; may be null where the account signs for one only
     * @throws ConventionRefusal when that is not the version issued, consent was not given, or the caller signs for no such party
     */
    public Issued sign(String number, String hash, boolean consent, Long partyId, Account by) {
        for (int tries = 1; ; tries++) {
            try {
                return once(number, hash, consent, partyId, by);
            } catch (BookingRefusal | ProblemException refused) {
                if (tries == TRIES || !isMeanwhile(refused)) throw refused;
            }
        }
    }

    private Issued once(String number, String hash, boolean consent, Long partyId, Account by) {
        Issued issued = issuer.get(number, by);
        Party party = choose(partiesOf(issued, by), partyId);
        if (issued.signatureOf(party).isPresent()) return issued;
        if (!issued.document().hash().equals(hash)) throw ConventionRefusal.otherVersion();
        if (!consent) throw ConventionRefusal.noConsent();
        boolean last = issued.waiting().stream().allMatch(waiting -> waiting.id.equals(party.id));
        Map<String, String> detail = Map.of(
                "number",
                number,
                "sha256",
                hash,
                "organisation",
                organisations.findById(party.organisationId).name,
                "role",
                party.role.name(),
                "signatory",
                party.signatoryName);
        workflow.move(
                issued.booking().id,
                issued.booking().version(),
                last ? Verb.CONCLUDE : Verb.SIGN,
                detail,
                by,
                (booking, now) -> {
                    bookings.findById(booking.id, LockModeType.PESSIMISTIC_WRITE);
                    Document document = documents.findByNumber(number).orElseThrow();
                    signatures.add(document, party, by, statement(hash), now);
                    if (last) document.sign();
                });
        return issuer.get(number, by);
    }

    private static Party choose(List<Party> mine, Long partyId) {
        if (partyId == null && mine.size() > 1)
            throw Problem.badInput("party", "Vous signez pour plusieurs parties : dites pour laquelle.");
        return mine.stream()
                .filter(party -> partyId == null || party.id.equals(partyId))
                .findFirst()
                .orElseThrow(ConventionRefusal::notASignatory);
    }

    private static boolean isMeanwhile(RuntimeException refused) {
        return refused instanceof BookingRefusal no && no.reason() == BookingRefusal.Reason.CHANGED_MEANWHILE
                || refused instanceof ProblemException stale && stale.problem().status() == STALE;
    }
}
