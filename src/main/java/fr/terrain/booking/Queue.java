package fr.terrain.booking;

import fr.terrain.booking.BookingRepository.Summary;
import fr.terrain.http.Words;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The requests that an officer or a lawyer works on, by view, the most urgent first. */
public record Queue(
        List<Summary> all, View view, String words, boolean mine, boolean unheld, long account, LocalDate today) {
    /** How many lines a page shows. */
    static final int SHOWN = 100;

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
                .map(one -> new Tab(one, of(one).size(), one == view))
                .toList();
    }

    /** The lines of the view that pass the filters, the nearest silent refusal first. */
    public List<Line> lines() {
        return of(view).stream()
                .filter(one -> !mine || one.officerId() != null && one.officerId() == account)
                .filter(one -> !unheld || one.officerId() == null)
                .filter(this::speaksOf)
                .sorted(Comparator.comparing(
                                Summary::silence, Comparator.nullsLast(Comparator.<java.time.Instant>naturalOrder()))
                        .thenComparing(Summary::submittedAt))
                .limit(SHOWN)
                .map(one -> new Line(one, Countdown.of(one.status().isUndecided() ? one.silence() : null, today)))
                .toList();
    }

    public int mineCount() {
        return (int) of(view).stream()
                .filter(one -> one.officerId() != null && one.officerId() == account)
                .count();
    }

    public int unheldCount() {
        return (int) of(view).stream().filter(one -> one.officerId() == null).count();
    }

    public boolean filtered() {
        return mine || unheld || !words.isEmpty();
    }

    /** The result in a sentence: what silence threatens. */
    public String lead() {
        long urgent = of(View.TO_DO).stream()
                .map(one -> Countdown.of(one.silence(), today))
                .filter(clock -> clock != null && clock.urgent())
                .count();
        if (urgent == 1) return "Une demande sera refusée par silence dans dix jours ou moins si personne n’agit.";
        if (urgent > 1)
            return urgent + " demandes seront refusées par silence dans dix jours ou moins si personne n’agit.";
        int waiting = of(View.TO_DO).size();
        if (waiting == 0) return "Aucune demande n’attend de décision.";
        return waiting == 1
                ? "Une demande attend une décision\u202f; aucune n’est près du refus par silence."
                : waiting + " demandes attendent une décision\u202f; aucune n’est près du refus par silence.";
    }

    private List<Summary> of(View wanted) {
        return all.stream()
                .filter(one -> wanted.statuses.contains(one.status()))
                .toList();
    }

    private boolean speaksOf(Summary one) {
        String said = plain(String.join(" ", one.reference(), one.project(), one.site(), one.occupant()));
        return Arrays.stream(plain(words).split("\\s+")).allMatch(said::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH);
    }
}
