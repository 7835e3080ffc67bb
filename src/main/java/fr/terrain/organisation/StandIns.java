package fr.terrain.organisation;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.http.Problem;
import fr.terrain.organisation.OrganisationEvent.Kind;
import fr.terrain.organisation.OrganisationEventRepository.Fact;
import fr.terrain.organisation.StandInRepository.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Suppléance: during an absence another member has the capabilities of the absent one too, but for managing members. */
@ApplicationScoped
public class StandIns {
    static final int LONGEST_DAYS = 366;

    @Inject
    OrganisationRepository organisations;

    @Inject
    MemberRepository members;

    @Inject
    StandInRepository standIns;

    @Inject
    OrganisationEventRepository events;

    @Inject
    Clock clock;

    /** Those that run or are to come, for a member. */
    @Transactional
    public List<StandIn> list(long organisation, Account reader) {
        return standIns.list(organisations.getOfMember(organisation, reader).id, today());
    }

    /**
     * Names who stands in for an absent member, from one day to another, both included.
     *
     * @throws OrganisationRefusal when one of both is no member, or other stand-ins are in the way
     */
    @Transactional
    public StandIn name(long organisation, long absent, long standIn, LocalDate first, LocalDate last, Account by) {
        organisations.getManaged(organisation, by);
        requireDays(first, last);
        if (absent == standIn)
            throw Problem.badInput("standIn", "Choisissez une autre personne que celle qui est absente.");
        members.lock(organisation);
        if (members.find(organisation, absent).isEmpty()
                || members.find(organisation, standIn).isEmpty()) throw OrganisationRefusal.notBothMembers();
        Wish wish = new Wish(absent, standIn, first, last);
        if (standIns.overlaps(organisation, wish)) throw OrganisationRefusal.standInOverlaps();
        if (standIns.chains(organisation, wish)) throw OrganisationRefusal.standInChain();
        long id = standIns.add(organisation, wish, by.id, clock.instant());
        tell(Kind.STAND_IN_NAMED, organisation, absent, standIn, first, last, by);
        return standIns.find(organisation, id).orElseThrow();
    }

    private void requireDays(LocalDate first, LocalDate last) {
        if (first.isBefore(today()))
            throw Problem.badInput("firstDay", "Choisissez un premier jour à partir d’aujourd’hui.");
        if (last.isBefore(first))
            throw Problem.badInput("lastDay", "Choisissez un dernier jour après le premier, ou le même.");
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS)
            throw Problem.badInput("lastDay", "Une suppléance dure un an au plus : raccourcissez‑la.");
    }

    /** Ends a stand-in at once: yesterday was its last day, or it never began. */
    @Transactional
    public void end(long organisation, long id, Account by) {
        organisations.getManaged(organisation, by);
        members.lock(organisation);
        LocalDate today = today();
        StandIn ended = standIns.find(organisation, id)
                .filter(one -> !one.lastDay().isBefore(today))
                .orElseThrow(Problem::notFound);
        if (ended.firstDay().isBefore(today)) standIns.shorten(organisation, id, today.minusDays(1));
        else standIns.drop(organisation, id);
        tell(
                Kind.STAND_IN_ENDED,
                organisation,
                ended.absentId(),
                ended.standInId(),
                ended.firstDay(),
                ended.lastDay(),
                by);
    }

    private void tell(
            Kind kind, long organisation, long absent, long standIn, LocalDate first, LocalDate last, Account by) {
        Map<String, String> detail =
                Map.of("absent", Long.toString(absent), "firstDay", first.toString(), "lastDay", last.toString());
        events.append(organisation, Fact.about(kind, standIn, detail), by.id, clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ParisClock.PARIS));
    }
}
