package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.FrenchTypography;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a calendar from outside says is taken, worked out by hand; whatever its rules say, in bounded time. */
class BusyCalendarTest {
    private static final Period HORIZON =
            new Period(Instant.parse("2027-01-01T00:00:00Z"), Instant.parse("2031-01-01T00:00:00Z"));

    @Test
    void readsHoursDaysAndZones() throws BusyFault {
        assertEquals(
                List.of("2027-05-03T08:00:00Z/2027-05-03T10:00:00Z"),
                read("DTSTART;TZID=Europe/Paris:20270503T100000", "DTEND;TZID=Europe/Paris:20270503T120000"));
        assertEquals(
                List.of("2027-05-03T10:00:00Z/2027-05-03T11:30:00Z"),
                read("DTSTART:20270503T100000Z", "DURATION:PT1H30M"));
        assertEquals(
                List.of("2027-05-02T22:00:00Z/2027-05-04T22:00:00Z"),
                read("DTSTART;VALUE=DATE:20270503", "DTEND;VALUE=DATE:20270505"));
        assertEquals(List.of("2027-05-02T22:00:00Z/2027-05-03T22:00:00Z"), read("DTSTART;VALUE=DATE:20270503"));
        // The day on which the hour changes has 23 hours.
        assertEquals(List.of("2027-03-27T23:00:00Z/2027-03-28T22:00:00Z"), read("DTSTART;VALUE=DATE:20270328"));
        assertEquals(
                List.of("2027-05-03T14:00:00Z/2027-05-03T15:00:00Z"),
                read("DTSTART;TZID=America/New_York:20270503T100000", "DURATION:PT1H"));
        assertEquals(
                List.of("2027-05-03T08:00:00Z/2027-05-03T09:00:00Z"),
                read("DTSTART;TZID=\"Romance: unknown\":20270503T100000", "DURATION:PT1H"));
    }

    @Test
    void repeatsInLocalTimeWithItsExceptions() throws BusyFault {
        assertEquals(
                List.of(
                        "2027-03-22T09:00:00Z/2027-03-22T10:00:00Z",
                        "2027-03-29T08:00:00Z/2027-03-29T09:00:00Z",
                        "2027-04-12T08:00:00Z/2027-04-12T09:00:00Z"),
                read(
                        "DTSTART;TZID=Europe/Paris:20270322T100000",
                        "DURATION:PT1H",
                        "RRULE:FREQ=WEEKLY;COUNT=4",
                        "EXDATE;TZID=Europe/Paris:20270405T100000"));
        assertEquals(
                List.of("2027-05-03T08:00:00Z/2027-05-03T09:00:00Z", "2027-05-04T08:00:00Z/2027-05-04T09:00:00Z"),
                read("DTSTART:20270503T080000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20270504T080000Z"));
        assertEquals(
                List.of("2026-12-31T20:00:00Z/2027-01-01T02:00:00Z"),
                read("DTSTART:20261230T200000Z", "DURATION:PT6H", "RRULE:FREQ=DAILY;COUNT=2"));
        String moved = calendar(
                event("u", "DTSTART:20270503T080000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2"),
                event("u", "RECURRENCE-ID:20270504T080000Z", "DTSTART:20270505T120000Z", "DURATION:PT1H"));
        assertEquals(
                List.of("2027-05-03T08:00:00Z/2027-05-03T09:00:00Z", "2027-05-05T12:00:00Z/2027-05-05T13:00:00Z"),
                read(moved));
    }

    @Test
    void leavesOutWhatTakesNoTimeAndWhatWeWroteOurselves() throws BusyFault {
        assertEquals(List.of(), read("DTSTART:20270503T100000Z", "DURATION:PT1H", "STATUS:CANCELLED"));
        assertEquals(List.of(), read("DTSTART:20270503T100000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"));
        assertEquals(List.of(), read("DTSTART:20270503T100000Z"));
        assertEquals(List.of(), read("DTSTART:20200503T100000Z", "DURATION:PT1H"));
        assertEquals(
                List.of(), read(calendar(event("demande-7-0@terrain", "DTSTART:20270503T100000Z", "DURATION:PT1H"))));
        assertEquals(
                List.of(),
                read(
                        calendar(
                                "BEGIN:VEVENT\r\nUID:demande-7-0@te\r\n rrain\r\nDTSTART:20270503T100000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n")));
    }

    @Test
    void refusesHostileRulesInTime() {
        assertTimeout(Duration.ofSeconds(10), () -> {
            for (String rule : new String[] {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;INTERVAL=1",
                "FREQ=HOURLY",
                "FREQ=DAILY;BYSECOND=0,1,2,3",
                "FREQ=DAILY;BYHOUR=1,2,3",
                "FREQ=DAILY;COUNT=99999;BYMINUTE=1",
                "FREQ=YEARLY;RSCALE=CHINESE",
                "FREQ=DAILY;INTERVAL=99999999999",
                "COUNT=3",
                "",
                "FREQ=DAILY;".repeat(5000),
                "FREQ=DAILY;BYDAY=" + "MO,".repeat(500),
                "FREQ=DAILY;BYMONTHDAY=x"
            })
                assertThrows(
                        BusyFault.class,
                        () -> read("DTSTART:20270503T100000Z", "DURATION:PT1H", "RRULE:" + rule),
                        rule);
            fault("trente ans", "DTSTART:19000101T000000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY");
            fault("cinq ans", "DTSTART:20270503T100000Z", "DTEND:21000101T000000Z");
        });
        assertTimeout(Duration.ofSeconds(15), () -> {
            for (String rule : new String[] {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
            })
                try {
                    assertEquals(List.of(), read("DTSTART:20270503T100000Z", "DURATION:PT1H", "RRULE:" + rule));
                } catch (BusyFault refused) {
                    assertNull(FrenchTypography.fault(refused.getMessage()));
                }
        });
    }

    @Test
    void refusesTooManyOfAnything() {
        String many = IntStream.rangeClosed(0, BusyCalendar.MOST_EVENTS)
                .mapToObj(n -> event("u" + n, "DTSTART:20270503T100000Z", "DURATION:PT1H"))
                .collect(Collectors.joining());
        fault("5\u202f000", calendar(many));
        String rules = IntStream.rangeClosed(0, BusyCalendar.MOST_RULES)
                .mapToObj(n -> event("u" + n, "DTSTART:20270503T100000Z", "DURATION:PT1H", "RRULE:FREQ=YEARLY"))
                .collect(Collectors.joining());
        fault("300 règles", calendar(rules));
        String daily = IntStream.range(0, 30)
                .mapToObj(n -> event("u" + n, "DTSTART:20270103T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"))
                .collect(Collectors.joining());
        assertTimeout(Duration.ofSeconds(20), () -> fault("20\u202f000", calendar(daily)));
        fault(
                "2\u202f000",
                "DTSTART:20270503T100000Z",
                "DURATION:PT1H",
                "RDATE:" + "20270504T100000Z,".repeat(2001) + "20270504T100000Z");
    }

    @Test
    void linesWithoutMeasureCostNothing() throws BusyFault {
        assertEquals(
                1,
                read(
                                "DTSTART:20270503T100000Z",
                                "DURATION:PT1H",
                                "DESCRIPTION:" + "x".repeat(1_000_000),
                                "SUMMARY;A=" + "\"\"".repeat(15_000) + ":x")
                        .size());
        fault("trop longue", "DTSTART:20270503T100000Z", "DURATION:PT1H", "EXDATE:" + "20270503T100000Z,".repeat(5000));
    }

    @Test
    void refusesWhatIsNoCalendar() {
        for (String other :
                new String[] {"", "BEGIN", "<html>", "{}", calendar("").replace("END:VCALENDAR", "")})
            assertThrows(BusyFault.class, () -> read(other), other);
        assertThrows(BusyFault.class, () -> BusyCalendar.read(new byte[] {(byte) 0xff, 'a'}, HORIZON));
        fault("pas lisible", "DTSTART:2027-05-03", "DURATION:PT1H");
        fault("pas lisible", "DTSTART:20270532T100000Z", "DURATION:PT1H");
        fault("pas lisible", "DTSTART:20270503T100000Z", "DURATION:P99999999999D");
    }

    private static void fault(String words, String... lines) {
        BusyFault fault = assertThrows(BusyFault.class, () -> read(lines));
        assertTrue(fault.getMessage().contains(words), fault.getMessage());
        assertNull(FrenchTypography.fault(fault.getMessage()));
    }

    private static List<String> read(String... lines) throws BusyFault {
        String text = lines.length == 1 && !lines[0].startsWith("DTSTART")
                ? lines[0]
                : calendar(event("u@example.org", lines));
        return BusyCalendar.read(text.getBytes(StandardCharsets.UTF_8), HORIZON).stream()
                .map(busy -> busy.during().from() + "/" + busy.during().to())
                .sorted()
                .toList();
    }

    static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//essai//FR\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
    }

    static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }
}
