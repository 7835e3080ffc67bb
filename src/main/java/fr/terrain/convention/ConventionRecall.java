package fr.terrain.convention;

import fr.terrain.account.Account;
import fr.terrain.booking.Booking;
import fr.terrain.booking.BookingWorkflow;
import fr.terrain.booking.Party;
import fr.terrain.booking.Verb;
import fr.terrain.convention.ConventionIssuer.Issued;
import fr.terrain.document.Document;
import fr.terrain.document.DocumentRepository;
import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.organisation.OrganisationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes an issued convention back to be written again, because its author or a party says so: a new version gets a number of its own. */
@ApplicationScoped
public class ConventionRecall {
    static final int SHORTEST_REASON = 10;
    static final int LONGEST_REASON = 2000;

    @Inject
    BookingWorkflow workflow;

    @Inject
    ConventionIssuer issuer;

    @Inject
    ConventionSigner signer;

    @Inject
    DocumentRepository documents;

    @Inject
    OrganisationRepository organisations;

    /**
     * The legal team of the grantor recalls its convention; what was signed of it is void, and kept.
     *
     * @return the convention that no longer stands
     */
    public Issued recall(long bookingId, Integer version, String reason, Account by) {
        Map<String, String> detail =
                detail(reason, "Dites pourquoi la convention est rappelée, en 10 à 2 000 caractères.");
        workflow.move(
                bookingId, version, Verb.RECALL, detail, by, (booking, now) -> detail.put("number", number(booking)));
        return issuer.get(detail.get("number"), by);
    }

    /**
     * A party will not sign: the convention goes back to its author.
     *
     * @param partyId for which party; may be null where the account signs for one only
     * @throws ConventionRefusal when the caller signs for no party, or has signed already
     */
    public Issued decline(long bookingId, Integer version, Long partyId, String reason, Account by) {
        Map<String, String> detail = detail(reason, "Dites pourquoi vous ne signez pas, en 10 à 2 000 caractères.");
        workflow.move(bookingId, version, Verb.DECLINE_TO_SIGN, detail, by, (booking, now) -> {
            Issued issued = issuer.get(number(booking), by);
            Party party = choose(unsigned(issued, by), partyId);
            detail.put("number", issued.document().number());
            detail.put("organisation", organisations.findById(party.organisationId).name);
            detail.put("role", party.role.name());
        });
        return issuer.get(detail.get("number"), by);
    }

    /** The parties that this account signs for and that have not signed. */
    private List<Party> unsigned(Issued issued, Account by) {
        List<Party> mine = signer.partiesOf(issued, by);
        if (mine.isEmpty()) throw ConventionRefusal.notASignatory();
        List<Party> unsigned = mine.stream()
                .filter(party -> issued.signatureOf(party).isEmpty())
                .toList();
        if (unsigned.isEmpty()) throw ConventionRefusal.alreadySigned();
        return unsigned;
    }

    private static Party choose(List<Party> unsigned, Long partyId) {
        if (partyId == null && unsigned.size() > 1)
            throw Problem.badInput("party", "Vous signez pour plusieurs parties : dites pour laquelle.");
        return unsigned.stream()
                .filter(party -> partyId == null || party.id.equals(partyId))
                .findFirst()
                .orElseThrow(ConventionRefusal::notASignatory);
    }

    private String number(Booking booking) {
        return documents
                .findAlive(booking.id, Document.Kind.CONVENTION)
                .orElseThrow()
                .number();
    }

    private static Map<String, String> detail(String reason, String words) {
        Faults faults = new Faults();
        String why = faults.required("reason", reason, SHORTEST_REASON, LONGEST_REASON, words);
        faults.require();
        return new TreeMap<>(Map.of("reason", why));
    }
}
