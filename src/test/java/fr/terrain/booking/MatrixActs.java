package fr.terrain.booking;

import fr.terrain.TestClock;
import fr.terrain.booking.Stages.Staged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How each verb is asked for over the API and on the pages: its address, and a body or fields that are right. */
final class MatrixActs {
    private static final String REASON = "Un motif inventé pour l’essai, assez long.";
    private static final String AFTER = TestClock.today().plusDays(70).toString();

    /** Verbs whose address has not been built yet; empty at the end. */
    static final List<String> NOT_LANDED = List.of();

    private MatrixActs() {}

    /** A call of the API. */
    record Call(String method, String path, String body) {}

    /** A form of a page: where it stands, where it is sent, its fields; {@code link} is what shows it when the form has a page of its own. */
    record Form(String page, String path, String link, Map<String, String> fields) {}

    /** Who may be put in charge, who else is competent, who asks. */
    record Names(long colleague, long competent, long occupant) {}

    static Call call(String verb, Staged at, Names names) {
        String booking = "/api/bookings/" + at.id();
        return switch (verb) {
            case "EDIT" -> new Call("PUT", booking, edit(at, names));
            case "SUBMIT" -> new Call("POST", booking + "/submission", "");
            case "TAKE_UP" -> new Call("POST", booking + "/review", "");
            case "REASSIGN" -> new Call("POST", booking + "/assignment", "{\"officer\": " + names.colleague() + "}");
            case "ASK_FOR_CHANGES" ->
                new Call(
                        "POST",
                        booking + "/change-request",
                        "{\"fields\": [\"NEEDS\"], \"why\": \"%s\", \"answerBy\": \"%s\"}"
                                .formatted(REASON, TestClock.today().plusDays(15)));
            case "RESUBMIT" -> new Call("POST", booking + "/resubmission", "{\"message\": \"Rien à changer.\"}");
            case "FORWARD" ->
                new Call(
                        "POST",
                        booking + "/forwarding",
                        "{\"organisation\": " + names.competent() + ", \"reason\": \"" + REASON + "\"}");
            case "GIVE_VISA" -> new Call("POST", booking + "/visa", "{}");
            case "APPROVE" -> new Call("POST", booking + "/approval", Requests.AGREED);
            case "REFUSE" -> new Call("POST", booking + "/refusal", Requests.REFUSED);
            case "ISSUE_CONVENTION" -> new Call("POST", booking + "/conventions", "");
            case "SIGN", "CONCLUDE" ->
                new Call(
                        "POST",
                        "/api/conventions/" + at.convention() + "/signatures",
                        "{\"sha256\": \"" + at.sha256() + "\", \"consent\": true}");
            case "RECALL" -> reasoned(booking + "/recall");
            case "DECLINE_TO_SIGN" -> reasoned(booking + "/signature-refusal");
            case "MEET_CONDITION" ->
                new Call(
                        "POST",
                        booking + "/conditions",
                        "{\"kind\": \"INSURANCE\", \"validUntil\": \""
                                + TestClock.today().plusYears(1) + "\"}");
            case "START" -> new Call("POST", booking + "/start", "");
            case "SUSPEND" -> new Call("POST", booking + "/suspension", "{\"cause\": \"WEATHER\"}");
            case "RESUME" -> new Call("POST", booking + "/resumption", "{}");
            case "FILE_REPORT" ->
                new Call(
                        "POST",
                        booking + "/report",
                        "{\"text\": \"" + REASON + REASON + "\", \"learnt\": \"" + REASON + "\"}");
            case "REJECT_REPORT" -> reasoned(booking + "/report-rejection");
            case "CLOSE" -> new Call("POST", booking + "/closing", "");
            case "RESCIND" ->
                new Call(
                        "POST",
                        booking + "/rescission",
                        "{\"law\": \"%1$s\", \"fact\": \"%1$s\", \"urgency\": \"%1$s\"}".formatted(REASON));
            case "WITHDRAW" -> new Call("POST", booking + "/withdrawal", "{}");
            default -> other(verb, booking);
        };
    }

    private static Call other(String verb, String booking) {
        return switch (verb) {
            case "TERMINATE" ->
                new Call(
                        "POST",
                        booking + "/termination",
                        "{\"cause\": \"LOSS_OF_PERMIT\", \"lastDay\": \"%s\", \"reason\": \"%s\"}"
                                .formatted(TestClock.today().plusDays(30), REASON));
            case "PLACE_OPTION" ->
                new Call(
                        "POST",
                        booking + "/option",
                        "{\"until\": \"" + TestClock.today().plusDays(7) + "\"}");
            case "RELEASE_OPTION" -> new Call("POST", booking + "/option-release", "{}");
            case "ASK_REASONS" -> new Call("POST", booking + "/reasons-request", "");
            case "GIVE_REASONS" -> new Call("POST", booking + "/reasons", Requests.REFUSED);
            case "RECORD_RECEIPT" ->
                new Call(
                        "POST",
                        booking + "/receipt",
                        "{\"sentOn\": \"" + TestClock.today() + "\", \"how\": \"Remis en main propre.\"}");
            case "ENLIST" -> new Call("POST", booking + "/waiting-list", "");
            case "DELIST" -> new Call("POST", booking + "/waiting-list-exit", "{}");
            case "OFFER_SLOT" ->
                new Call(
                        "POST",
                        booking + "/offer",
                        "{\"firstDay\": \"%s\", \"lastDay\": \"%s\"}"
                                .formatted(AFTER, TestClock.today().plusDays(74)));
            case "ACCEPT_OFFER" -> new Call("POST", booking + "/offer-acceptance", "");
            case "DECLINE_OFFER" -> new Call("POST", booking + "/offer-refusal", "{}");
            default -> throw new IllegalArgumentException(verb + " has no address");
        };
    }

    private static Call reasoned(String path) {
        return new Call("POST", path, "{\"reason\": \"" + REASON + "\"}");
    }

    private static String edit(Staged at, Names names) {
        return """
                {"site": "%s", "organisation": %d, "project": {"title": "Bouée connectée", "people": 3}, "spaces": [%d],
                 "firstDay": "%s", "lastDay": "%s"}""".formatted(
                        at.slug(),
                        names.occupant(),
                        at.space(),
                        AFTER,
                        TestClock.today().plusDays(74));
    }

    /** The form of a verb on the page of this reader; null for verbs that no form of a request's page does. */
    static Form form(String who, String verb, Staged at, Names names) {
        String officer = "/instruction/" + at.reference();
        String owner = "/mes-demandes/" + at.reference();
        return switch (verb) {
            case "TAKE_UP" -> form(officer, "/prise-en-charge");
            case "REASSIGN" -> form(officer, "/affectation", "officer", Long.toString(names.colleague()));
            case "ASK_FOR_CHANGES" ->
                form(
                        officer,
                        "/complements",
                        "fields",
                        "NEEDS",
                        "why",
                        REASON,
                        "answerBy",
                        TestClock.today().plusDays(15).toString());
            case "RESUBMIT" ->
                new Form(
                        owner,
                        owner + "/complements",
                        "href=\"" + owner + "/complements\"",
                        Map.of("message", "Rien à changer."));
            case "FORWARD" ->
                form(officer, "/transmission", "organisation", Long.toString(names.competent()), "reason", REASON);
            case "GIVE_VISA" -> form(officer, "/visa");
            case "APPROVE" ->
                form(
                        officer,
                        "/accord",
                        "economicNature",
                        "NO",
                        "awardRoute",
                        "PUBLICITY",
                        "awardReason",
                        "Avis publié du 1er au 15 février.");
            case "REFUSE" -> form(officer, "/refus", "law", REASON, "fact", REASON);
            case "WITHDRAW" -> form(owner, "/retrait");
            case "FILE_REPORT" -> form(owner, "/bilan", "text", REASON + REASON, "learnt", REASON);
            case "ASK_REASONS" -> form(owner, "/motifs");
            case "ACCEPT_OFFER" -> form(owner, "/offre-acceptee");
            case "DECLINE_OFFER" -> form(owner, "/offre-declinee");
            case "DELIST" -> form(asks(who) ? owner : officer, "/liste-attente-sortie");
            case "TERMINATE" ->
                form(
                        asks(who) ? owner : officer,
                        "/resiliation",
                        "cause",
                        "LOSS_OF_PERMIT",
                        "lastDay",
                        TestClock.today().plusDays(30).toString(),
                        "reason",
                        REASON);
            default -> later(verb, officer);
        };
    }

    private static Form later(String verb, String officer) {
        return switch (verb) {
            case "MEET_CONDITION" ->
                form(
                        officer,
                        "/conditions",
                        "kind",
                        "INSURANCE",
                        "validUntil",
                        TestClock.today().plusYears(1).toString());
            case "START" -> form(officer, "/debut");
            case "SUSPEND" -> form(officer, "/suspension", "cause", "WEATHER");
            case "RESUME" -> form(officer, "/reprise");
            case "REJECT_REPORT" -> form(officer, "/autre-bilan", "reason", REASON);
            case "CLOSE" -> form(officer, "/cloture");
            case "RESCIND" -> form(officer, "/retrait-accord", "law", REASON, "fact", REASON, "urgency", REASON);
            case "PLACE_OPTION" ->
                form(officer, "/option", "until", TestClock.today().plusDays(7).toString());
            case "RELEASE_OPTION" -> form(officer, "/option-levee");
            case "GIVE_REASONS" -> form(officer, "/motifs", "law", REASON, "fact", REASON);
            case "RECORD_RECEIPT" ->
                form(officer, "/accuse", "sentOn", TestClock.today().toString(), "how", "Remis en main propre.");
            case "ENLIST" -> form(officer, "/liste-attente");
            case "OFFER_SLOT" ->
                form(
                        officer,
                        "/offre",
                        "firstDay",
                        AFTER,
                        "lastDay",
                        TestClock.today().plusDays(74).toString(),
                        "answerBy",
                        TestClock.today().plusDays(7).toString());
            default -> null;
        };
    }

    private static boolean asks(String who) {
        return who.equals("owner") || who.equals("occupant-signatory");
    }

    private static Form form(String page, String act, String... fields) {
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) typed.put(fields[i], fields[i + 1]);
        return new Form(page, page + act, "action=\"" + page + act + "\"", typed);
    }
}
