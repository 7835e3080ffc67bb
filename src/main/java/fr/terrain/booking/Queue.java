package fr.terrain.booking;

import fr.terrain.booking.WorkRepository.Sought;
import fr.terrain.booking.WorkRepository.Work;
import fr.terrain.booking.WorkRepository.WorkSite;
import fr.terrain.http.Pager;
import fr.terrain.http.Words;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of the requests that an officer or a lawyer works on, by view, the most urgent first.
 *
 * @param counts how much work there is in all, by status
 * @param sites those that the reader has work on
 * @param found the requests of this page
 * @param dates what runs for each of them
 * @param today local date in Europe/Paris
 */
public record Queue(
        Map<BookingStatus, Work> counts,
        View view,
        Sought sought,
        List<WorkSite> sites,
        List<Summary> found,
        Map<Long, RunningDates> dates,
        Pager pager,
        LocalDate today) {

    /** What a view of the queue gathers, under the word of its address. */
    public enum View {
        TO_DO("a-faire", BookingStatus.SUBMITTED, BookingStatus.IN_REVIEW),
        WITH_OWNER("chez-le-porteur", BookingStatus.CHANGES_REQUESTED),
        CONVENTION("convention", BookingStatus.APPROVED, BookingStatus.SIGNING),
        UNDER_WAY(
                "essais",
                BookingStatus.SIGNED,
                BookingStatus.RUNNING,
                BookingStatus.SUSPENDED,
                BookingStatus.REPORT_DUE),
        DECIDED(
                "closes",
                BookingStatus.REFUSED,
                BookingStatus.WITHDRAWN,
                BookingStatus.EXPIRED,
                BookingStatus.TERMINATED,
                BookingStatus.CLOSED);

        private final String code;
        private final List<BookingStatus> statuses;

        View(String code, BookingStatus... statuses) {
            this.code = code;
            this.statuses = List.of(statuses);
        }

        public String code() {
            return code;
        }

        public String label() {
            return Words.label(this);
        }

        List<BookingStatus> statuses() {
            return statuses;
        }

        /** The view of this word of an address, else what is to be done. */
        static View of(String code) {
            return Arrays.stream(values())
                    .filter(view -> view.code.equals(code))
                    .findFirst()
                    .orElse(TO_DO);
        }
    }

    /** A view and how many requests it holds. */
    public record Tab(View view, int count, boolean current) {}

    /** A request and its clock. */
    public record Line(Summary summary, Countdown clock) {
        public String period() {
            return summary.period();
        }

        public boolean urgent() {
            return clock != null && clock.urgent();
        }

        /** What its button says. */
        public String action() {
            return switch (summary.status()) {
                case SUBMITTED -> "Prendre en charge";
                case IN_REVIEW -> "Décider";
                default -> "Voir";
            };
        }

        public boolean decides() {
            return summary.status() == BookingStatus.IN_REVIEW;
        }
    }

    public List<Tab> tabs() {
        return Arrays.stream(View.values())
                .map(one -> new Tab(one, work(one).all(), one == view))
                .toList();
    }

    /** How many requests each view holds, under the words of their addresses. */
    static Map<String, Integer> byView(Map<BookingStatus, Work> counts) {
        Map<String, Integer> views = new LinkedHashMap<>();
        for (View one : View.values()) views.put(one.code, work(counts, one).all());
        return views;
    }

    public List<Line> lines() {
        return found.stream()
                .map(one -> new Line(one, Countdown.of(dates.get(one.id()), one.status(), Reader.OFFICER, today)))
                .toList();
    }

    public int mineCount() {
        return work(view).mine();
    }

    public int unheldCount() {
        return work(view).unheld();
    }

    public int urgentCount() {
        return work(view).urgent();
    }

    public boolean filtered() {
        return sought.mine()
                || sought.unheld()
                || sought.urgent()
                || sought.site() != null
                || !sought.words().isEmpty();
    }

    /** Whether the filter by site says this one. */
    public boolean isOf(WorkSite site) {
        return sought.site() != null && sought.site() == site.id();
    }

    /** The result in a sentence: what falls due. */
    public String lead() {
        int urgent = work(View.TO_DO).urgent();
        if (urgent == 1) return "Une demande atteint son échéance dans dix jours ou moins, ou l’a dépassée.";
        if (urgent > 1)
            return urgent + " demandes atteignent leur échéance dans dix jours ou moins, ou l’ont dépassée.";
        int waiting = work(View.TO_DO).all();
        if (waiting == 0) return "Aucune demande n’attend de décision.";
        return waiting == 1
                ? "Une demande attend une décision\u202f; aucune échéance n’est proche."
                : waiting + " demandes attendent une décision\u202f; aucune échéance n’est proche.";
    }

    private Work work(View wanted) {
        return work(counts, wanted);
    }

    private static Work work(Map<BookingStatus, Work> counts, View wanted) {
        return wanted.statuses.stream()
                .map(status -> counts.getOrDefault(status, Work.NONE))
                .reduce(Work.NONE, Work::plus);
    }
}
