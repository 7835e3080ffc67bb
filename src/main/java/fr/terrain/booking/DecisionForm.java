package fr.terrain.booking;

import fr.terrain.http.Faults;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** A decision as the officer typed it: what an agreement settles, or the reasons of a refusal. */
public class DecisionForm {
    @RestForm
    public String version;

    @RestForm
    public String economicNature;

    @RestForm
    public String awardRoute;

    @RestForm
    public String awardReason;

    @RestForm
    public String freeItem;

    @RestForm
    public String freeReason;

    @RestForm
    public List<String> waitingList;

    @RestForm
    public String law;

    @RestForm
    public String fact;

    Approval approval(Faults faults) {
        return new Approval(
                faults.choice("economicNature", economicNature, EconomicNature.class),
                faults.choice("awardRoute", awardRoute, AwardRoute.class),
                blank(faults.text("awardReason", awardReason, Approval.LONGEST_REASON)),
                faults.choice("freeItem", freeItem, FreeItem.class),
                blank(faults.text("freeReason", freeReason, Approval.LONGEST_REASON)),
                faults.ids("waitingList", waitingList));
    }

    Refused refused(Faults faults) {
        return new Refused(faults.text("law", law, 4000), faults.text("fact", fact, 4000));
    }

    public boolean is(String typed, Enum<?> choice) {
        return choice.name().equals(typed);
    }

    /** Whether this rival was chosen to wait. */
    public boolean waits(long rival) {
        return waitingList != null && waitingList.contains(Long.toString(rival));
    }

    private static String blank(String text) {
        return text.isEmpty() ? null : text;
    }
}
