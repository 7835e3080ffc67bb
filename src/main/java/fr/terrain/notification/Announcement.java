package fr.terrain.notification;

import static fr.terrain.notification.Audience.LEGAL;
import static fr.terrain.notification.Audience.OCCUPANT;
import static fr.terrain.notification.Audience.OFFICERS;
import static fr.terrain.notification.Audience.SIGNATORIES;

import fr.terrain.booking.Verb;
import java.util.List;

/**
 * Who is told of a verb, the nearest to it first.
 *
 * @param always decisions, receipts and legal notices: sent at once, whatever the person prefers
 * @param doerToo the receipt of a request goes to who sent it (CRPA L.112-3); elsewhere nobody is told what they did themselves
 */
record Announcement(Audience audience, boolean always, boolean doerToo) {

    static List<Announcement> of(Verb verb) {
        return switch (verb) {
            case CREATE, EDIT, RECORD_RECEIPT -> List.of();
            case SUBMIT -> List.of(new Announcement(OCCUPANT, true, true), maybe(OFFICERS));
            case TAKE_UP, PLACE_OPTION, RELEASE_OPTION, ENLIST -> List.of(maybe(OCCUPANT));
            case REASSIGN, RESUBMIT, GIVE_VISA, FILE_REPORT, ACCEPT_OFFER, DECLINE_OFFER, ASK_REASONS, MISS_ANSWER ->
                List.of(maybe(OFFICERS));
            case ASK_FOR_CHANGES, OFFER_SLOT, SUSPEND, RESUME, REJECT_REPORT, CLOSE ->
                List.of(always(OCCUPANT), maybe(OFFICERS));
            case FORWARD -> List.of(always(OCCUPANT), always(OFFICERS));
            case APPROVE -> List.of(always(OCCUPANT), maybe(LEGAL), maybe(OFFICERS));
            case REFUSE, SILENT_REFUSAL, GIVE_REASONS, LAPSE_OFFER -> List.of(always(OCCUPANT), maybe(OFFICERS));
            case ISSUE_CONVENTION -> List.of(always(SIGNATORIES), maybe(OCCUPANT), maybe(OFFICERS));
            case SIGN -> List.of(maybe(LEGAL), maybe(OCCUPANT));
            case CONCLUDE, TERMINATE -> List.of(always(OCCUPANT), always(SIGNATORIES), maybe(OFFICERS), maybe(LEGAL));
            case RECALL -> List.of(always(SIGNATORIES), always(OCCUPANT), maybe(OFFICERS));
            case DECLINE_TO_SIGN -> List.of(always(LEGAL), always(OCCUPANT), maybe(OFFICERS));
            case RESCIND -> List.of(always(OCCUPANT), maybe(OFFICERS), maybe(LEGAL));
            case MEET_CONDITION, START, FINISH, DELIST -> List.of(maybe(OCCUPANT), maybe(OFFICERS));
            case WITHDRAW -> List.of(maybe(OFFICERS), maybe(OCCUPANT), maybe(LEGAL));
            case EXPIRE, MISS_START -> List.of(always(OCCUPANT), maybe(OFFICERS), maybe(LEGAL));
        };
    }

    private static Announcement always(Audience audience) {
        return new Announcement(audience, true, false);
    }

    private static Announcement maybe(Audience audience) {
        return new Announcement(audience, false, false);
    }
}
