package fr.terrain.convention;

import fr.terrain.Refusal;
import fr.terrain.booking.Booking;
import fr.terrain.booking.Party;
import fr.terrain.document.Document;
import fr.terrain.http.Faults.Fault;
import fr.terrain.http.French;
import fr.terrain.http.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** One issued convention as its page shows it to one reader; the text is null where only the PDF still says it. */
public record ConventionSheet(
        Document document,
        Booking booking,
        String site,
        String occupant,
        String trail,
        List<Signing> parties,
        Signing turn,
        String template,
        String text,
        boolean done,
        boolean recallable,
        Returning returning,
        Refusal refused) {
    private static final BigDecimal KILO = new BigDecimal(1000);

    /** What was typed in vain to send the convention back to its author: as a recall, or as a party that will not sign. */
    public record Returning(boolean recall, String reason, String fault) {
        static final Returning NOTHING = new Returning(false, null, null);

        /** The identifier of its field. */
        String field() {
            return recall ? "recall-reason" : "refusal-reason";
        }
    }

    /** A party: what it is, who signs for it by virtue of what, its signature (null until given), and whether the reader signs for it. */
    public record Signing(Party party, String organisation, Signature signature, boolean mine) {
        public String role() {
            return Words.label(party.role);
        }

        /** "par Signataire de test, Directrice (Délibération ...)". */
        public String signatory() {
            String act = party.delegationAct == null || party.delegationAct.isBlank()
                    ? ""
                    : " (" + party.delegationAct + ")";
            return party.signatoryName + ", " + party.signatoryQuality + act;
        }
    }

    public String number() {
        return document.number();
    }

    public Document.State state() {
        return document.state();
    }

    public Instant issuedAt() {
        return document.issuedAt;
    }

    public String period() {
        return French.period(booking.firstDay(), booking.lastDay());
    }

    public Fingerprint fingerprint() {
        return new Fingerprint(document.hash());
    }

    /** What the reader would agree to, up to its hash. */
    public String statement() {
        return ConventionSigner.statement("").replaceAll("[\\s\\u00a0\\u202f]*\\.$", "");
    }

    /** "Convention CONV-2027-0001 (PDF, 148 ko, français)". */
    public String download() {
        return "Convention " + number() + " (PDF, " + weight() + ", français)";
    }

    /** "148 ko". */
    public String weight() {
        BigDecimal kilos = new BigDecimal(document.weight()).divide(KILO, 0, java.math.RoundingMode.CEILING);
        return French.quantity(kilos) + "\u00a0ko";
    }

    public List<Signing> signing() {
        return parties.stream().filter(one -> one.party().mustSign).toList();
    }

    public List<Signing> others() {
        return parties.stream().filter(one -> !one.party().mustSign).toList();
    }

    public long given() {
        return signing().stream().filter(one -> one.signature() != null).count();
    }

    /** Whose signature is awaited: "Atelier d’essais, Métropole". */
    public String awaited() {
        return signing().stream()
                .filter(one -> one.signature() == null)
                .map(Signing::organisation)
                .collect(Collectors.joining(", "));
    }

    /** Whether the reader comes from signing. */
    public boolean justSigned() {
        return done && parties.stream().anyMatch(one -> one.mine() && one.signature() != null);
    }

    public boolean awaiting() {
        return state() == Document.State.ISSUED;
    }

    /** Whether the consent box was left empty. */
    public boolean unticked() {
        return refused != null && refused.reason() == ConventionRefusal.Reason.NO_CONSENT;
    }

    /** What to correct in the form. */
    public List<Fault> faults() {
        if (returning.fault() != null) return List.of(new Fault(returning.field(), returning.fault()));
        return unticked() ? List.of(new Fault("consent", refused.detail())) : List.of();
    }

    /** Whether a recall was just tried in vain. */
    public boolean recalls() {
        return returning.recall();
    }

    /** Whether a party has just tried in vain not to sign. */
    public boolean refuses() {
        return !returning.recall() && returning != Returning.NOTHING;
    }

    public String typedRecall() {
        return recalls() ? returning.reason() : null;
    }

    public String typedRefusal() {
        return refuses() ? returning.reason() : null;
    }

    public String recallFault() {
        return recalls() ? returning.fault() : null;
    }

    public String refusalFault() {
        return refuses() ? returning.fault() : null;
    }

    /** The title of what was refused for another cause than the form; null when nothing was. */
    public String refusal() {
        return refused == null || unticked() ? null : Words.label(refused.reason());
    }
}
