package fr.terrain.convention;

import fr.terrain.booking.Summary;
import fr.terrain.convention.ConventionRepository.Line;
import fr.terrain.http.Pager;
import java.util.List;
import java.util.Map;

/**
 * One page of the conventions of one reader, by what there is to do with them.
 *
 * @param counts how many each view of the reader holds, words apart
 * @param agreed the requests of this page whose convention is to be made, when that is the view
 * @param lines the conventions of this page, for the other views
 */
public record ConventionList(
        Map<ConventionView, Integer> counts,
        ConventionView view,
        String words,
        List<Summary> agreed,
        List<Line> lines,
        Pager pager) {

    /** A view and how many conventions it holds. */
    public record Tab(ConventionView view, int count, boolean current) {}

    public List<Tab> tabs() {
        return counts.entrySet().stream()
                .map(one -> new Tab(one.getKey(), one.getValue(), one.getKey() == view))
                .toList();
    }

    /** What there is to do, in one sentence. */
    public String lead() {
        int toIssue = counts.getOrDefault(ConventionView.TO_ISSUE, 0);
        int toSign = counts.getOrDefault(ConventionView.TO_SIGN, 0);
        if (toIssue == 0 && toSign == 0) return "Rien n’attend de vous.";
        String issue = toIssue == 0 ? "" : count(toIssue, "convention à émettre", "conventions à émettre");
        String sign = toSign == 0 ? "" : count(toSign, "convention à signer", "conventions à signer");
        return (issue.isEmpty() || sign.isEmpty() ? issue + sign : issue + ", " + sign) + ".";
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
