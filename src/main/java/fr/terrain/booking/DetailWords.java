package fr.terrain.booking;

import fr.terrain.http.French;
import fr.terrain.http.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** How the detail of an event reads: codes in words, days in full. */
final class DetailWords {
    private static final Map<String, String> CODES = Map.of(
            "economicNature", "EconomicNature",
            "awardRoute", "AwardRoute",
            "freeItem", "FreeItem",
            "condition", "Kind",
            "suspension", "SuspensionCause",
            "termination", "TerminationCause",
            "expired", "expired",
            "channel", "Channel");

    private static final Set<String> DAYS = Set.of(
            "doneOn",
            "validUntil",
            "since",
            "expectedOn",
            "invitedOn",
            "lastDay",
            "keptUntil",
            "noticedOn",
            "preventedSince",
            "dueOn",
            "receivedOn");

    private DetailWords() {}

    static String of(String key, String words) {
        if (DAYS.contains(key)) return French.date(LocalDate.parse(words));
        String type = CODES.get(key);
        return type == null ? words : Words.find(type + "." + words).orElse(words);
    }
}
