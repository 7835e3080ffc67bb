package fr.terrain.booking;

import fr.terrain.http.French;
import fr.terrain.http.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Another request for some of the same spaces at some of the same time, beside the one that is examined. */
public record Rival(Dossier dossier, Summary summary) {

    /** How many days both want. */
    public String common() {
        LocalDate first =
                Collections.max(List.of(summary.first(), dossier.booking().firstDay()));
        LocalDate last =
                Collections.min(List.of(summary.last(), dossier.booking().lastDay()));
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        return days == 1 ? "1 jour commun" : days + " jours communs";
    }

    public String period() {
        return summary.period();
    }

    public String received() {
        return French.date(summary.submittedAt());
    }

    /** One line of the comparison: what it compares, and whether the requests differ there. */
    public record Row(String label, String ours, List<String> theirs) {
        public boolean differs() {
            return theirs.stream().anyMatch(other -> !Objects.equals(other, ours));
        }
    }

    /** The comparison, criterion by criterion; never a mark, never a rank. */
    static List<Row> rows(Dossier dossier, List<Rival> rivals) {
        return List.of(
                new Row(
                        "Essai",
                        dossier.title(),
                        rivals.stream().map(one -> one.summary.project()).toList()),
                new Row(
                        "Période",
                        dossier.period(),
                        rivals.stream()
                                .map(one -> one.period() + " (" + one.common() + ")")
                                .toList()),
                new Row(
                        "Reçue le",
                        French.date(dossier.booking().submittedAt()),
                        rivals.stream().map(Rival::received).toList()),
                new Row(
                        "Redevance",
                        euros(dossier.total()),
                        rivals.stream().map(one -> euros(one.summary.fee())).toList()),
                new Row(
                        "État",
                        Words.label(dossier.status()),
                        rivals.stream()
                                .map(one -> Words.label(one.summary.status()))
                                .toList()));
    }

    private static String euros(BigDecimal amount) {
        return amount == null ? "À fixer" : French.euros(amount);
    }
}
