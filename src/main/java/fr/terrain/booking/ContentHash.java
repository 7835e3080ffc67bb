package fr.terrain.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.availability.Series;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The SHA-256 of what a new request asks for: the same for the same content, however it was written, and whatever its key. */
final class ContentHash {
    private static final ObjectMapper CANONICAL = new ObjectMapper();

    private ContentHash() {}

    static byte[] of(NewBooking wanted) {
        Ask ask = wanted.ask();
        List<Object> content = new ArrayList<>(Arrays.asList(
                wanted.site(),
                wanted.organisationId(),
                wanted.projectId(),
                wanted.projectId() == null ? told(new Project().tell(wanted.project())) : null,
                ask.wholeSite(),
                ask.wholeSite() ? List.of() : sorted(ask.spaces()),
                ask.firstDay().toString(),
                ask.lastDay().toString(),
                plain(ask.areaM2()),
                ask.useClass().name(),
                ask.needs() == null ? "" : ask.needs().strip()));
        if (ask.series() != null) content.add(told(ask.series()));
        return sha256(content);
    }

    private static List<Object> told(Series series) {
        return List.of(
                series.starts().toString(),
                series.ends().toString(),
                series.weekdays().stream().map(DayOfWeek::getValue).sorted().toList(),
                series.givenUp().stream().sorted().map(LocalDate::toString).toList());
    }

    private static List<Object> told(Project project) {
        return Arrays.asList(
                project.title,
                project.purpose,
                project.protocol,
                List.of(project.techniques),
                project.trl,
                project.people);
    }

    private static List<Long> sorted(List<Long> spaces) {
        return spaces == null ? List.of() : spaces.stream().distinct().sorted().toList();
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private static byte[] sha256(List<Object> content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(content));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
