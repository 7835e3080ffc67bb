package fr.terrain.booking;

import fr.terrain.http.French;
import fr.terrain.http.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A point of the timeline of a request: done, now, or still to come. */
public record Moment(String state, String icon, String title, String date, List<String> lines, List<Said> said) {
    /** Details that are a day. */
    private static final Set<String> DAYS = Set.of("answerBy", "refusedOn", "sentOn", "offerEnds", "optionUntil");

    private static final List<BookingStatus> ROAD = List.of(
            BookingStatus.SUBMITTED,
            BookingStatus.IN_REVIEW,
            BookingStatus.APPROVED,
            BookingStatus.SIGNING,
            BookingStatus.SIGNED,
            BookingStatus.RUNNING,
            BookingStatus.REPORT_DUE,
            BookingStatus.CLOSED);

    private static final String BEFORE = "before.";

    /** What somebody wrote with an act: a reason in law, a reason in fact, an item. */
    public record Said(String term, List<String> words) {}

    static List<Moment> listOf(Dossier dossier) {
        List<Moment> moments = new ArrayList<>();
        dossier.events().forEach(event -> moments.add(done(event)));
        if (isOver(dossier.status())) return moments;
        moments.add(now(dossier));
        ROAD.subList(at(dossier.status()) + 1, ROAD.size()).forEach(next -> moments.add(next(next, dossier)));
        return moments;
    }

    /** What follows once the request is sent. */
    static List<Moment> roadOf(Dossier dossier) {
        return ROAD.subList(1, ROAD.size()).stream()
                .map(next -> next(next, dossier))
                .toList();
    }

    /** How far along the road a state is; before its beginning for a draft. */
    private static int at(BookingStatus status) {
        return switch (status) {
            case CHANGES_REQUESTED -> ROAD.indexOf(BookingStatus.IN_REVIEW);
            case SUSPENDED -> ROAD.indexOf(BookingStatus.RUNNING);
            default -> ROAD.indexOf(status);
        };
    }

    /** Whether nothing follows any more. */
    private static boolean isOver(BookingStatus status) {
        return switch (status) {
            case REFUSED, CLOSED, TERMINATED, WITHDRAWN, EXPIRED -> true;
            default -> false;
        };
    }

    /** How what was done is marked. */
    private static String mark(BookingTrail.Line event) {
        return switch (event.kind()) {
            case ASK_FOR_CHANGES, SUSPEND, REJECT_REPORT -> "warning";
            case SILENT_REFUSAL, DECLINE_TO_SIGN, DECLINE_OFFER, LAPSE_OFFER -> "refuse";
            default -> isOver(event.to()) && event.to() != BookingStatus.CLOSED ? "refuse" : "check";
        };
    }

    private static Moment done(BookingTrail.Line event) {
        List<Said> said = new ArrayList<>(said(event.detail()));
        said.addAll(changed(event.detail()));
        String who = event.who() == null ? "" : event.who();
        boolean named = event.organisation() != null && !event.organisation().equals(who);
        return new Moment(
                "done",
                mark(event),
                Words.say("done." + event.kind()),
                French.dateTime(event.at()),
                who.isEmpty() ? List.of() : List.of("Par " + who + (named ? ", " + event.organisation() : "") + "."),
                said);
    }

    private static Moment now(Dossier dossier) {
        Countdown clock = dossier.countdown();
        String date = clock == null ? "en cours" : clock.line();
        List<String> lines = new ArrayList<>(List.of(dossier.explain()));
        lines.addAll(dossier.circumstances());
        return new Moment(
                "now",
                StatusWords.icon(dossier.status()),
                Words.find("now." + dossier.status()).orElse(Words.label(dossier.status())),
                date,
                lines,
                List.of());
    }

    private static Moment next(BookingStatus status, Dossier dossier) {
        String date = status == BookingStatus.RUNNING && dossier.booking().isPlaced()
                ? dossier.period()
                : Words.say("next.when." + status);
        return new Moment(
                "next",
                StatusWords.nextIcon(status),
                Words.say("next.title." + status),
                date,
                List.of(Words.say("next.words." + status)),
                List.of());
    }

    private static List<Said> said(Map<String, String> detail) {
        List<Said> said = new ArrayList<>();
        detail.forEach((key, words) -> Words.find("detail." + key)
                .ifPresent(term -> said.add(new Said(term, Dossier.paragraphs(readable(key, words))))));
        return said;
    }

    /** What a field said, and says now. */
    private static List<Said> changed(Map<String, String> detail) {
        return detail.keySet().stream()
                .filter(key -> key.startsWith(BEFORE))
                .map(key -> key.substring(BEFORE.length()))
                .map(field -> new Said(
                        Words.say("RequestField." + field),
                        List.of(
                                "Avant\u00a0: " + detail.get(BEFORE + field),
                                "Maintenant\u00a0: " + detail.get("after." + field))))
                .toList();
    }

    private static String readable(String key, String words) {
        if (DAYS.contains(key)) return French.date(LocalDate.parse(words));
        if (key.equals("offered")) {
            String[] days = words.split("/");
            return French.period(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
        }
        if (key.equals("missingPieces")) return Words.say("missingPieces." + words);
        if (key.equals("fields"))
            return Arrays.stream(words.split(","))
                    .map(field -> Words.say("RequestField." + field))
                    .collect(Collectors.joining(", "));
        return DetailWords.of(key, words);
    }
}
