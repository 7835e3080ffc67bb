package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class FrenchTest {
    @Test
    void writesDatesInWords() {
        assertEquals("3 mai 2027", plain(French.date(LocalDate.of(2027, 5, 3))));
        assertEquals("1er mars 2027", plain(French.date(LocalDate.of(2027, 3, 1))));
        assertEquals("1er janvier 2027", plain(French.date(Instant.parse("2026-12-31T23:30:00Z"))));
    }

    @Test
    void writesPeriodsWithoutRepeating() {
        assertEquals("du 3 au 24 mai 2027", plain(period("2027-05-03", "2027-05-24")));
        assertEquals("du 25 mai au 4 juin 2027", plain(period("2027-05-25", "2027-06-04")));
        assertEquals("du 20 décembre 2026 au 3 janvier 2027", plain(period("2026-12-20", "2027-01-03")));
        assertEquals("le 3 mai 2027", plain(period("2027-05-03", "2027-05-03")));
    }

    @Test
    void writesHoursAndAmounts() {
        assertEquals("3 mai 2027 à 14 h 05", plain(French.dateTime(LocalDateTime.parse("2027-05-03T14:05"))));
        assertEquals("8 h", plain(French.hour(LocalDateTime.parse("2027-05-03T08:00"))));
        assertEquals("1 234,50 €", plain(French.euros(new BigDecimal("1234.5"))));
        assertEquals("0,25", French.quantity(new BigDecimal("0.250")));
    }

    @Test
    void keepsNumbersAndTheirWordsTogether() {
        assertEquals(
                "3\u00a0mai\u00a02027", French.date(LocalDate.of(2027, 5, 3)).replace(' ', '_'));
        assertEquals("1\u202f234,50\u00a0€", French.euros(new BigDecimal("1234.5")));
    }

    private static String period(String first, String last) {
        return French.period(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
