package fr.terrain.booking;

import fr.terrain.http.Problem;
import fr.terrain.organisation.Particulars;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A request that came by telephone or on paper, as an officer begins to write it down.
 *
 * @param key chosen by the form or the client; the same key gives the same draft again
 * @param receivedOn the day it came (Europe/Paris)
 * @param organisationId the organisation that asks, or null to open the one described
 * @param contact where to invite its first member; needed when it has none
 */
record Entry(
        UUID key,
        String site,
        Channel channel,
        LocalDate receivedOn,
        Long organisationId,
        Particulars opened,
        String contact,
        String title) {

    /** @throws fr.terrain.http.ProblemException 400 when the day is one on which it cannot have come */
    Entry require(LocalDate today) {
        if (channel == null || channel == Channel.ONLINE)
            throw Problem.badInput("channel", "Dites comment la demande est venue : par téléphone ou sur papier.");
        if (receivedOn == null
                || receivedOn.isAfter(today)
                || receivedOn.isBefore(today.minusDays(Receipt.LONGEST_DAYS)))
            throw Problem.badInput(
                    "receivedOn",
                    "Donnez le jour où elle est venue : aujourd’hui au plus tard, 60 jours en arrière au plus.");
        return this;
    }

    Receipt receipt(long officer) {
        return new Receipt(channel, receivedOn, officer);
    }
}
