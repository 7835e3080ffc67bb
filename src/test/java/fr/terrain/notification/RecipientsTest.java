package fr.terrain.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.FrenchTypography;
import fr.terrain.booking.BookingStatus;
import fr.terrain.booking.Party;
import fr.terrain.booking.Verb;
import fr.terrain.http.Words;
import fr.terrain.organisation.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who is told of what, against a table made by hand. */
class RecipientsTest {
    private static final List<String> NAMES = List.of("olive", "paul", "ines", "ivan", "jules", "sonia");
    private static final List<Person> PEOPLE = List.of(
            person("olive", Party.Role.OCCUPANT, Capability.SIGN, Capability.MANAGE_MEMBERS),
            person("paul", Party.Role.OCCUPANT),
            person("ines", Party.Role.GRANTOR, Capability.INSTRUCT, Capability.DECIDE),
            person("ivan", Party.Role.GRANTOR, Capability.INSTRUCT),
            person("jules", Party.Role.GRANTOR, Capability.LEGAL),
            person("sonia", Party.Role.GRANTOR, Capability.SIGN));

    private record Row(Verb verb, BookingStatus from, String doer, Set<String> told) {}

    @Test
    void tellsWhomTheTableSays() throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (Row row : table()) {
            String line = row.verb() + " from " + row.from() + " by " + row.doer() + ": ";
            expected.add(line + row.told());
            actual.add(line + told(PEOPLE, row.verb(), row.from(), id("ines"), id(row.doer())));
        }
        assertEquals(String.join("\n", expected), String.join("\n", actual));
    }

    @Test
    void theTableHasEveryVerb() throws IOException {
        Set<Verb> told = table().stream().map(Row::verb).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Verb.class), told);
    }

    @Test
    void everyOfficerIsToldUntilOneIsInCharge() {
        assertEquals(
                Set.of("olive OCCUPANT !", "paul OCCUPANT !", "ines OFFICERS", "ivan OFFICERS"),
                told(PEOPLE, Verb.SUBMIT, BookingStatus.DRAFT, null, id("olive")));
    }

    @Test
    void everyOfficerIsToldWhenWhoWasInChargeHasLeft() {
        List<Person> without =
                PEOPLE.stream().filter(one -> !one.name().equals("ines")).toList();
        assertEquals(
                Set.of("ivan OFFICERS"),
                told(without, Verb.RESUBMIT, BookingStatus.IN_REVIEW, id("ines"), id("olive")));
    }

    @Test
    void whoStandsInIsToldBesideWhoIsAbsent() {
        List<Person> more = new ArrayList<>(PEOPLE);
        more.add(new Person(
                id("ivan"), "ivan", null, Party.Role.GRANTOR, "", true, Set.of(Capability.INSTRUCT), id("ines")));
        assertEquals(
                Set.of("ines OFFICERS", "ivan OFFICERS"),
                told(more, Verb.RESUBMIT, BookingStatus.IN_REVIEW, id("ines"), id("olive")));
    }

    @Test
    void whoSitsOnBothSidesIsToldOnce() {
        List<Person> more = new ArrayList<>(PEOPLE);
        more.add(person("olive", Party.Role.GRANTOR, Capability.values()));
        for (Verb verb : Verb.values()) {
            List<Long> told = Recipients.of(verb, BookingStatus.SIGNING, more, id("olive"), null).stream()
                    .map(one -> one.person().account())
                    .toList();
            assertEquals(told.stream().distinct().toList(), told, verb::toString);
        }
    }

    @Test
    void whatIsToldHasItsWordsAsTheyAreWrittenInFrench() {
        int letters = 0;
        for (Verb verb : Verb.values()) {
            for (Announcement one : Announcement.of(verb)) {
                String key = "mail." + verb + "." + one.audience();
                for (String words : List.of(Words.say(key), Words.say(key + ".subject")))
                    assertEquals(null, FrenchTypography.fault(words.replaceAll("\\{\\w+}", "x")), key);
                letters++;
            }
        }
        assertTrue(letters > 60, "only " + letters);
    }

    private static Set<String> told(List<Person> people, Verb verb, BookingStatus from, Long officer, Long doer) {
        return Recipients.of(verb, from, people, officer, doer).stream()
                .map(one -> one.person().name() + " " + one.audience() + (one.always() ? " !" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Person person(String name, Party.Role role, Capability... capabilities) {
        return new Person(id(name), name, name + "@example.org", role, "", true, Set.of(capabilities), null);
    }

    /** The clock has no account; somebody from elsewhere has one that nobody here has. */
    private static Long id(String name) {
        if (name.equals("clock")) return null;
        return name.equals("elsewhere") ? 99L : NAMES.indexOf(name) + 1L;
    }

    private static List<Row> table() throws IOException {
        try (InputStream in = RecipientsTest.class.getResourceAsStream("/mails/recipients.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .map(cells -> new Row(
                            Verb.valueOf(cells[0].strip()),
                            BookingStatus.valueOf(cells[1].strip()),
                            cells[2].strip(),
                            Arrays.stream(cells[3].split(","))
                                    .map(String::strip)
                                    .filter(cell -> !cell.isEmpty())
                                    .collect(Collectors.toCollection(TreeSet::new))))
                    .toList();
        }
    }
}
