package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.booking.Rival.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RivalTest {
    private static final Instant RECEIVED = Instant.parse("2027-01-09T23:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "2027-05-03T00:00, 2027-05-25T00:00, 22 jours communs",
        "2027-05-24T00:00, 2027-06-30T00:00, 1 jour commun",
        "2027-05-24T22:00, 2027-05-24T23:00, 1 jour commun",
        "2027-04-01T00:00, 2027-05-04T00:00, 1 jour commun",
        "2027-04-01T00:00, 2027-05-05T00:00, 2 jours communs",
        "2027-05-10T09:00, 2027-05-12T18:00, 3 jours communs",
        "2027-01-01T00:00, 2028-01-01T00:00, 22 jours communs"
    })
    void countsTheDaysThatBothWant(LocalDateTime starts, LocalDateTime ends, String common) {
        Rival rival = new Rival(dossier("12.50"), summary(starts, ends, "12.50", BookingStatus.IN_REVIEW));
        assertEquals(common, rival.common());
    }

    @Test
    void theTableSaysWhereTheRequestsDiffer() {
        Dossier ours = dossier("12.50");
        Summary theirs = summary(
                LocalDateTime.parse("2027-05-20T00:00"),
                LocalDateTime.parse("2027-06-01T00:00"),
                null,
                BookingStatus.DRAFT);
        List<Row> rows = Rival.rows(ours, List.of(new Rival(ours, theirs)));
        assertEquals(
                List.of("Essai", "Période", "Reçue le", "Redevance", "État"),
                rows.stream().map(Row::label).toList());
        assertEquals(
                List.of(
                        "Bouée connectée",
                        "du 3 au 24\u00a0mai\u00a02027",
                        "10\u00a0janvier\u00a02027",
                        "12,50\u00a0€",
                        "Brouillon"),
                rows.stream().map(Row::ours).toList());
        assertEquals(
                List.of(
                        "Drone de relevé",
                        "du 20 au 31\u00a0mai\u00a02027 (5 jours communs)",
                        "10\u00a0janvier\u00a02027",
                        "À fixer",
                        "Brouillon"),
                rows.stream().map(row -> row.theirs().getFirst()).toList());
        assertEquals(
                List.of(true, true, false, true, false),
                rows.stream().map(Row::differs).toList());
    }

    @Test
    void aRequestAloneDiffersFromNone() {
        for (Row row : Rival.rows(dossier(null), List.of())) {
            assertEquals(List.of(), row.theirs());
            assertEquals(false, row.differs());
        }
    }

    /** Ours, from 3 to 24 May 2027. */
    private static Dossier dossier(String fee) {
        Booking booking = new Booking();
        booking.project = new Project();
        booking.project.title = "Bouée connectée";
        booking.submittedAt = RECEIVED;
        booking.price(fee == null ? null : new BigDecimal(fee), null);
        booking.ask(
                Verb.EDIT,
                null,
                List.of(),
                List.of(new Slot(
                        1L, LocalDateTime.parse("2027-05-03T00:00"), LocalDateTime.parse("2027-05-25T00:00"))));
        return new Dossier(
                booking,
                Reader.OFFICER,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                RunningDates.NONE,
                null,
                List.of(),
                true,
                List.of(),
                LocalDate.parse("2027-02-01"));
    }

    private static Summary summary(LocalDateTime starts, LocalDateTime ends, String fee, BookingStatus status) {
        return new Summary(
                2,
                "TER-2027-0002",
                status,
                "Drone de relevé",
                "Terrain de test",
                "essai",
                "Organisme de test",
                RECEIVED,
                RECEIVED,
                starts,
                ends,
                fee == null ? null : new BigDecimal(fee),
                null,
                null,
                1,
                null,
                "Gestionnaire de test",
                "port",
                "Port",
                RECEIVED);
    }
}
