package fr.terrain.booking;

import fr.terrain.booking.Rival.Row;
import fr.terrain.site.SiteRepository.Effect;
import java.util.List;

/** One request to work on: what the place imposes, who else wants it, what its reader may do, and what was typed when a decision failed. */
public record DecisionPage(
        Dossier dossier,
        List<Effect> effects,
        List<Rival> rivals,
        Acts acts,
        ExaminationSheet examination,
        WaitingSheet waiting,
        TrialSheet trial,
        DecisionForm form,
        Trouble trouble) {
    private static final int SIDE_BY_SIDE = 2;

    /** The rivals that are compared side by side. */
    public List<Rival> compared() {
        return rivals.stream().limit(SIDE_BY_SIDE).toList();
    }

    /** The rivals that find no room beside. */
    public List<Rival> others() {
        return rivals.stream().skip(SIDE_BY_SIDE).toList();
    }

    /** The rivals that an agreement may let wait. */
    public List<Rival> undecided() {
        return rivals.stream()
                .filter(rival -> rival.summary().status().allows(Verb.ENLIST))
                .toList();
    }

    public List<Row> rows() {
        return Rival.rows(dossier, compared());
    }

    /** Whether a refusal is being written. */
    public boolean refusing() {
        return form.law != null;
    }

    public EconomicNature[] natures() {
        return EconomicNature.values();
    }

    public AwardRoute[] routes() {
        return AwardRoute.values();
    }

    public FreeItem[] freeItems() {
        return FreeItem.values();
    }
}
