package fr.terrain.convention;

import fr.terrain.availability.LocalSlot;
import fr.terrain.booking.BookingRepository.Summary;
import fr.terrain.convention.ConventionRepository.Line;
import fr.terrain.document.Document;
import fr.terrain.http.French;
import java.util.List;
import java.util.function.Predicate;

/** The conventions of one reader, by what there is to do with them. */
public record ConventionList(boolean legal, boolean signer, List<Summary> agreed, List<Line> lines, int most) {

    /** An agreed request whose convention is to be made. */
    public record ToIssue(Summary booking) {
        public String period() {
            return French.period(
                    booking.starts().toLocalDate(), new LocalSlot(booking.starts(), booking.ends()).lastDay());
        }
    }

    public List<ToIssue> toIssue() {
        return agreed.stream().map(ToIssue::new).toList();
    }

    public List<Line> toSign() {
        return where(Line::toSign);
    }

    /** Issued, and in the hands of others. */
    public List<Line> elsewhere() {
        return where(line -> line.state() == Document.State.ISSUED && !line.toSign());
    }

    public List<Line> signed() {
        return where(line -> line.state() == Document.State.SIGNED);
    }

    public List<Line> annulled() {
        return where(line -> line.state() == Document.State.VOID);
    }

    /** Whether some are left out of the page. */
    public boolean cut() {
        return lines.size() > most;
    }

    /** What there is to do, in one sentence. */
    public String lead() {
        int toIssue = agreed.size();
        int toSign = toSign().size();
        if (toIssue == 0 && toSign == 0) return "Rien n’attend de vous.";
        String issue = toIssue == 0 ? "" : count(toIssue, "convention à émettre", "conventions à émettre");
        String sign = toSign == 0 ? "" : count(toSign, "convention à signer", "conventions à signer");
        return (issue.isEmpty() || sign.isEmpty() ? issue + sign : issue + ", " + sign) + ".";
    }

    private List<Line> where(Predicate<Line> which) {
        return lines.stream().limit(most).filter(which).toList();
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
