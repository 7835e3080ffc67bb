package fr.terrain.convention;

import fr.terrain.Refusal;
import fr.terrain.account.Account;
import fr.terrain.booking.Booking;
import fr.terrain.booking.Party;
import fr.terrain.booking.Transitions;
import fr.terrain.booking.Verb;
import fr.terrain.convention.ConventionIssuer.Issued;
import fr.terrain.convention.ConventionSheet.Returning;
import fr.terrain.convention.ConventionSheet.Signing;
import fr.terrain.document.Document;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.SiteRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Gathers what the page of an issued convention shows. */
@ApplicationScoped
public class ConventionSheets {
    @Inject
    ConventionSigner signer;

    @Inject
    IssuedText texts;

    @Inject
    OrganisationRepository organisations;

    @Inject
    SiteRepository sites;

    @Inject
    Transitions transitions;

    /** The convention as this account reads it, after signing, after something typed in vain, or after a refusal (else null). */
    ConventionSheet of(Issued issued, Account reader, boolean done, Returning returning, Refusal refused) {
        Booking booking = issued.booking();
        Document document = issued.document();
        List<Long> mine =
                signer.partiesOf(issued, reader).stream().map(party -> party.id).toList();
        List<Signing> parties = booking.parties().stream()
                .map(party -> new Signing(
                        party,
                        organisations.findById(party.organisationId).name,
                        issued.signatureOf(party).orElse(null),
                        mine.contains(party.id)))
                .toList();
        Signing turn = document.state() != Document.State.ISSUED
                ? null
                : parties.stream()
                        .filter(one -> one.mine() && one.signature() == null)
                        .findFirst()
                        .orElse(null);
        Party occupant = booking.party(Party.Role.OCCUPANT);
        boolean owner = organisations.isMember(occupant.organisationId, reader);
        return new ConventionSheet(
                document,
                booking,
                sites.findById(booking.siteId).name,
                organisations.findById(occupant.organisationId).name,
                (owner ? "/mes-demandes/" : "/instruction/") + booking.reference,
                parties,
                turn,
                IssuedText.template(document),
                texts.find(document).map(AssembledConvention::html).orElse(null),
                done,
                document.state() == Document.State.ISSUED && transitions.isOpen(booking, Verb.RECALL, reader),
                returning,
                refused);
    }
}
