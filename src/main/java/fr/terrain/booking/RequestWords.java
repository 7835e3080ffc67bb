package fr.terrain.booking;

import fr.terrain.availability.Series;
import fr.terrain.http.French;
import fr.terrain.http.Words;
import fr.terrain.organisation.Organisation;
import fr.terrain.site.Space;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a request says at one moment, field by field, as people read it. */
final class RequestWords {
    private static final String NOTHING = "Non précisé";

    private RequestWords() {}

    /** @param spaces those that the request asks for, in the order of their site */
    static Map<RequestField, String> of(Booking booking, List<Space> spaces, Organisation occupant) {
        Project project = booking.project;
        Map<RequestField, String> said = new EnumMap<>(RequestField.class);
        said.put(RequestField.TITLE, project.title);
        said.put(RequestField.PURPOSE, or(project.purpose));
        said.put(RequestField.PROTOCOL, or(project.protocol));
        said.put(
                RequestField.TECHNIQUES,
                or(project.techniques().stream().map(Words::label).collect(Collectors.joining(", "))));
        said.put(RequestField.TRL, project.trl == null ? NOTHING : "Niveau " + project.trl);
        said.put(RequestField.PEOPLE, project.people == null ? NOTHING : project.people.toString());
        said.put(RequestField.NEEDS, or(booking.needs));
        said.put(
                RequestField.PLACE,
                booking.wholeSite
                        ? "Terrain entier"
                        : spaces.stream().map(space -> space.name).collect(Collectors.joining(", ")));
        said.put(RequestField.DATES, dates(booking));
        said.put(RequestField.AREA, booking.areaM2 == null ? NOTHING : French.quantity(booking.areaM2) + "\u00a0m²");
        said.put(RequestField.USE_CLASS, Words.label(booking.useClass));
        said.put(RequestField.ORGANISATION, occupant.name);
        return said;
    }

    /** du 2 mars au 9 avril 2027, de 22 h à 4 h 30, mardi et jeudi, sauf le 4 mars 2027 */
    private static String dates(Booking booking) {
        String period = French.period(booking.firstDay(), booking.lastDay());
        Series series = Asked.of(booking).series();
        if (series == null) return period;
        StringBuilder words = new StringBuilder(period)
                .append(", de ")
                .append(French.hour(series.starts().atDate(booking.firstDay())))
                .append(" à ")
                .append(French.hour(series.ends().atDate(booking.firstDay())));
        series.weekdays().stream().sorted().forEach(day -> words.append(", ").append(StatusWords.weekday(day)));
        series.givenUp().stream()
                .sorted()
                .forEach(day -> words.append(", sauf le ").append(French.date(day)));
        return words.toString();
    }

    private static String or(String text) {
        return text.isEmpty() ? NOTHING : text;
    }
}
