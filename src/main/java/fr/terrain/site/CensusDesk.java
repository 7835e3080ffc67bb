package fr.terrain.site;

import fr.terrain.account.Account;
import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.site.CensusEntry.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** What the operator's staff makes of the entries of the census; the source itself stays as it was read. */
@ApplicationScoped
public class CensusDesk {
    @Inject
    SiteDesk desk;

    @Inject
    SiteLife life;

    @Inject
    SiteContentRepository contents;

    @Inject
    CensusRepository census;

    @Inject
    Clock clock;

    /** An entry, for the staff; 404 for anybody else. */
    public CensusEntry get(String id, Account by) {
        if (!desk.isStaff(by)) throw Problem.notFound();
        return census.get(id);
    }

    /** Confirms an entry: a draft of its facts, with a space for each of these names, which the organisation is to complete. */
    @Transactional
    public Site confirm(String id, long organisation, List<String> spaces, Account by) {
        CensusEntry entry = undecided(id, by);
        SiteContent facts = contents.parse(census.content(id));
        SiteContent content = facts.withSpaces(spaces.stream()
                .map(name -> SpaceContent.named(name).on(entry.domain()))
                .toList());
        Site site = life.begin(organisation, content, id, by).site();
        census.decide(entry, Decision.CONFIRMED, site.id, null, null, by.id, clock.instant());
        return site;
    }

    /** The place is that of another entry. */
    @Transactional
    public void merge(String id, String into, Account by) {
        CensusEntry entry = undecided(id, by);
        CensusEntry other = census.get(into == null ? "" : into);
        if (other.id().equals(id) || other.decision() == Decision.MERGED)
            throw Problem.badInput("into", "Choisissez une autre fiche, qui n’est pas elle‑même fusionnée.");
        census.decide(entry, Decision.MERGED, null, into, null, by.id, clock.instant());
    }

    /** The place is none where one can try something. */
    @Transactional
    public void reject(String id, String reason, Account by) {
        CensusEntry entry = undecided(id, by);
        census.decide(entry, Decision.REJECTED, null, null, SiteLife.readReason(reason), by.id, clock.instant());
    }

    /** Takes back a merge or a rejection. */
    @Transactional
    public void reopen(String id, Account by) {
        get(id, by);
        CensusEntry entry = census.lock(id);
        if (!entry.isReopenable()) throw SiteRefusal.entryDecided();
        census.decide(entry, Decision.TO_DO, null, null, null, by.id, clock.instant());
    }

    private CensusEntry undecided(String id, Account by) {
        get(id, by);
        CensusEntry entry = census.lock(id);
        if (!entry.isOpen()) throw SiteRefusal.entryDecided();
        return entry;
    }

    /** The names of spaces, one a line. */
    static List<String> readNames(String typed, Faults faults) {
        List<String> names = SiteContent.texts(typed == null ? List.of() : List.of(typed.split("\\R")));
        if (names.size() > SiteContent.MOST_SPACES) faults.add("spaces", "Un terrain a 60 espaces au plus.");
        return names;
    }
}
