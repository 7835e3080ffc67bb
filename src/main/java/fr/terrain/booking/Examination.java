package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.availability.Occupation;
import fr.terrain.deadline.Deadlines;
import fr.terrain.http.Blank;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.Colleague;
import fr.terrain.organisation.ColleagueRepository;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The verbs of the examination before the decision: who is in charge, what is to be completed, who is competent, who has seen it. */
@ApplicationScoped
public class Examination {
    static final int LONGEST_NOTE = 2000;

    @Inject
    Transitions transitions;

    @Inject
    ChangeRequestRepository changes;

    @Inject
    Answers answers;

    @Inject
    Visas visas;

    @Inject
    ForwardingRepository forwarding;

    @Inject
    ColleagueRepository colleagues;

    @Inject
    OrganisationRepository organisations;

    @Inject
    Occupation occupation;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /**
     * An officer puts a colleague, or himself, in charge.
     *
     * @throws BookingRefusal when that person does not instruct for the granting organisation, or is in charge already
     */
    public Booking reassign(long id, Integer version, Assignment named, Account by) {
        named.check();
        Map<String, String> detail = new TreeMap<>();
        return transitions.run(id, version, new Doer(by), Verb.REASSIGN, detail, (booking, now) -> {
            Colleague officer = officer(booking, named.officer());
            booking.reassign(officer.id(), now);
            detail.put("officer", officer.name());
            if (named.reason() != null) detail.put("reason", named.reason());
        });
    }

    /** An officer asks the owner to complete some fields; only missing pieces suspend the delay of silence (CRPA L.114-5). */
    public Booking askForChanges(long id, Integer version, ChangesAsked asked, Account by) {
        asked.check(LocalDate.now(clock.withZone(ParisClock.PARIS)));
        return transitions.run(id, version, new Doer(by), Verb.ASK_FOR_CHANGES, asked.detail(), (booking, now) -> {
            booking.move(Verb.ASK_FOR_CHANGES, now);
            ChangeRequest request = ChangeRequest.of(booking, asked, by.id, now);
            changes.persistAndFlush(request);
            deadlines.open(booking.id, Deadlines.Kind.ANSWER, request.answerDue());
        });
    }

    /** The owner answers, within what was asked; the examination goes on. */
    public Booking resubmit(long id, Integer version, Answer answer, Account by) {
        Map<String, String> detail = new TreeMap<>();
        return transitions.run(id, version, new Doer(by), Verb.RESUBMIT, detail, (booking, now) -> {
            ChangeRequest asked = changes.findOpen(booking).orElseThrow();
            detail.putAll(answers.merge(booking, asked, answer, by));
            booking.move(Verb.RESUBMIT, now);
            asked.answered(now);
            changes.flush();
        });
    }

    /**
     * The request came to the wrong door: the competent organisation gets it, and its delay goes on from the first receipt
     * (CRPA L.114-2). Who has no part in it any more does not see it again.
     */
    public Booking forward(long id, Integer version, Forwarding to, Account by) {
        to.check();
        Map<String, String> detail = new TreeMap<>();
        return transitions.run(id, version, new Doer(by), Verb.FORWARD, detail, (booking, now) -> {
            if (!forwarding.isCompetent(to.organisation(), booking))
                throw new BookingRefusal(
                        BookingRefusal.Reason.NOT_COMPETENT,
                        "Choisissez un organisme vérifié qui accorde des terrains, ou qui a une part dans celui‑ci.");
            Organisation competent = organisations.findById(to.organisation());
            detail.put(
                    "fromOrganisation", organisations.findById(booking.party(Party.Role.GRANTOR).organisationId).name);
            detail.put("toOrganisation", competent.name);
            detail.put("reason", to.reason());
            booking.forward(competent.id, now);
            occupation.release(booking.id);
        });
    }

    /** The hierarchy of the granting organisation has seen the request as it is. */
    public Booking giveVisa(long id, Integer version, String note, Account by) {
        if (note != null && note.length() > LONGEST_NOTE)
            throw Problem.badInput("note", "Une note tient en 2 000 caractères au plus.");
        String said = Blank.orNull(note);
        Map<String, String> detail = said == null ? Map.of() : Map.of("note", said);
        return transitions.run(id, version, new Doer(by), Verb.GIVE_VISA, detail, (booking, now) -> {
            booking.move(Verb.GIVE_VISA, now);
            visas.give(booking, by.id, said, now);
        });
    }

    private Colleague officer(Booking booking, long account) {
        if (booking.officerId() != null && booking.officerId() == account)
            throw new BookingRefusal(
                    BookingRefusal.Reason.NOT_AN_OFFICER, "Cette personne a déjà ce dossier. Choisissez‑en une autre.");
        return colleagues.listWith(booking.party(Party.Role.GRANTOR).organisationId, Capability.INSTRUCT).stream()
                .filter(one -> one.id() == account)
                .findFirst()
                .orElseThrow(() -> new BookingRefusal(
                        BookingRefusal.Reason.NOT_AN_OFFICER,
                        "Choisissez une personne qui instruit pour l’organisation qui accorde ce terrain."));
    }
}
