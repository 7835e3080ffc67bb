package fr.terrain.booking;

import fr.terrain.ParisClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the service asks the database for a page of the queue and for a timeline, for measures of the same in bare SQL. */
public final class QueueStatements {
    private static final String[] WORK = {"instruct", "decide", "legal", "visa"};

    private QueueStatements() {}

    /** One statement with its values. */
    public record Query(String sql, Map<String, Object> values) {}

    /** An address of the queue, and all the statements that answer it. */
    public record Case(String name, String path, List<Query> statements) {}

    public static List<Case> cases(long officer) {
        return List.of(
                of("first page", officer, "", 0, false),
                of("page 900", officer, "&page=900", 899 * 25, false),
                of("a rare word", officer, "&q=repere+777", 0, false, "%repere%", "%777%"),
                of("mine", officer, "&mes=oui", 0, true));
    }

    public static Query timeline(long booking) {
        Map<String, Object> values = new HashMap<>();
        values.put("booking", booking);
        values.put("ofOccupant", new String[] {"CREATE", "EDIT", "SUBMIT", "RESUBMIT", "WITHDRAW"});
        values.put("ofGrantor", new String[] {"TAKE_UP", "REASSIGN", "APPROVE", "REFUSE"});
        return new Query(BookingTrail.TIMELINE, values);
    }

    private static Case of(String name, long officer, String parameters, int offset, boolean mine, String... words) {
        LocalDate today = LocalDate.now(ParisClock.PARIS);
        Map<String, Object> values = new HashMap<>();
        values.put("account", officer);
        values.put("today", today);
        values.put("capabilities", WORK);
        Instant urgent = Countdown.urgentUntil(today);
        values.put("urgentUntil", urgent);
        Map<String, Object> sought = new HashMap<>(values);
        sought.put("statuses", new String[] {"SUBMITTED", "IN_REVIEW"});
        sought.put("mine", mine);
        sought.put("unheld", false);
        sought.put("urgent", false);
        sought.put("site", 0L);
        for (int i = 0; i < words.length; i++) sought.put("word" + i, words[i]);
        Map<String, Object> paged = new HashMap<>(sought);
        paged.put("limit", 25);
        paged.put("offset", offset);
        return new Case(
                name,
                "/api/queue?vue=a-faire&limit=25" + parameters,
                List.of(
                        new Query(WorkRepository.page(words.length), paged),
                        new Query(WorkRepository.countSought(words.length), sought),
                        new Query(WorkRepository.COUNT, values)));
    }
}
