package fr.terrain.notification;

import fr.terrain.booking.BookingStatus;
import fr.terrain.booking.BookingTrail;
import fr.terrain.booking.Dossier;
import fr.terrain.booking.Held;
import fr.terrain.booking.Party;
import fr.terrain.booking.Verb;
import fr.terrain.http.French;
import fr.terrain.http.PublicAddress;
import fr.terrain.http.Words;
import fr.terrain.notification.BookingPeopleRepository.Happened;
import fr.terrain.notification.Letter.Fact;
import fr.terrain.notification.Letter.Link;
import fr.terrain.notification.Letter.Section;
import fr.terrain.notification.Recipients.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts into words, for one reader, one thing that happened to a booking. */
final class BookingLetter {
    private final Dossier dossier;
    private final Verb verb;
    private final int line;
    private final Told told;
    private final PublicAddress address;

    BookingLetter(Dossier dossier, Happened event, Told told, PublicAddress address) {
        this.dossier = dossier;
        this.verb = event.verb();
        this.told = told;
        this.address = address;
        this.line =
                dossier.events().stream().map(BookingTrail.Line::seq).toList().indexOf(event.seq());
    }

    Letter write() {
        String key = "mail." + verb + "." + told.audience();
        Link link = link();
        return new Letter(
                SingleLine.of(dossier.reference() + "\u00a0: " + Words.say(key + ".subject") + " («\u202f"
                        + dossier.title() + "\u202f»)"),
                SingleLine.of(told.person().name()),
                say(key),
                sections(),
                standing(),
                next(),
                link,
                also(link),
                because());
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (verb == Verb.SUBMIT && asker()) sections.add(receipt());
        dossier.moments().get(line).said().forEach(said -> sections.add(new Section(said.term(), said.words())));
        if (asker() && isContestable())
            sections.add(new Section(Words.say("mail.remedies"), List.of(say("mail.remedies." + remedies()))));
        if (asker() && verb == Verb.SILENT_REFUSAL)
            sections.add(new Section(Words.say("mail.reasons"), List.of(say("mail.reasons.silent"))));
        return sections;
    }

    private String remedies() {
        if (verb == Verb.SILENT_REFUSAL) return "silent";
        return dossier.publicLaw() ? "public" : "private";
    }

    private boolean isContestable() {
        boolean ours = event().role() == Party.Role.OCCUPANT;
        return switch (verb) {
            case REFUSE, RESCIND, SILENT_REFUSAL -> true;
            case TERMINATE -> !ours;
            default -> false;
        };
    }

    /** What an accusé de réception tells (CRPA L.112-3, R.112-5): the day, the service in charge, what silence means. */
    private Section receipt() {
        List<String> words = new ArrayList<>();
        words.add(say("mail.receipt.day"));
        String grantor = dossier.grantor().name;
        if (dossier.grantor().address != null) grantor += ", " + dossier.grantor().address;
        if (dossier.grantor().contact != null) grantor += ", " + dossier.grantor().contact;
        words.add(Words.say("mail.receipt.service") + "\u00a0: " + grantor + ".");
        words.add(say(dossier.silenceDay() == null ? "mail.receipt.nodate" : "mail.receipt.silence"));
        return new Section(Words.say("mail.receipt"), words);
    }

    /** The four facts that every page tells of a request, after its number, place and dates. */
    private List<Fact> standing() {
        Held held = dossier.held();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Demande", dossier.reference() + ", " + dossier.site().name + when()));
        facts.add(new Fact(asker() ? "Qui a votre dossier" : "Qui a le dossier", held.who()));
        facts.add(new Fact("Depuis", held.since()));
        facts.add(new Fact("Réponse au plus tard", held.by()));
        facts.add(new Fact("Vous avez à faire", signs() ? Words.say("mail.todo.sign") : held.todo()));
        return facts;
    }

    /** What comes next; the pages' own words, unless they speak of what stands beside them. */
    private String next() {
        return Words.find(
                        "mail.next." + dossier.status() + "." + dossier.reader().code())
                .orElseGet(dossier::explain);
    }

    private Link link() {
        if (told.audience() == Audience.SIGNATORIES && dossier.convention() != null)
            return new Link(
                    Words.say(signs() ? "mail.link.sign" : "mail.link.convention"),
                    address.of("/conventions/" + dossier.convention()));
        if (told.audience() == Audience.LEGAL && dossier.status() == BookingStatus.APPROVED)
            return new Link(Words.say("mail.link.draft"), address.of("/conventions/projet/" + dossier.reference()));
        if (told.person().role() == Party.Role.OCCUPANT)
            return new Link(Words.say("mail.link.request"), address.of("/mes-demandes/" + dossier.reference()));
        if (told.audience() == Audience.SIGNATORIES)
            return new Link(Words.say("mail.link.conventions"), address.of("/conventions"));
        return new Link(Words.say("mail.link.file"), address.of("/instruction/" + dossier.reference()));
    }

    private Link also(Link first) {
        if (dossier.convention() == null) return null;
        String convention = address.of("/conventions/" + dossier.convention());
        return convention.equals(first.address()) ? null : new Link(Words.say("mail.link.convention"), convention);
    }

    private String because() {
        String because = say("mail.because." + told.audience());
        return told.person().standsInFor() == null ? because : because + " " + Words.say("mail.because.stand-in");
    }

    /** Whether the next step is the reader's signature. */
    private boolean signs() {
        return told.audience() == Audience.SIGNATORIES && dossier.status() == BookingStatus.SIGNING;
    }

    private boolean asker() {
        return told.audience() == Audience.OCCUPANT;
    }

    private BookingTrail.Line event() {
        return dossier.events().get(line);
    }

    private String when() {
        return dossier.period() == null ? "" : ", " + dossier.period();
    }

    private String say(String key) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", SingleLine.of(dossier.title()));
        values.put("site", dossier.site().name);
        values.put("dates", when());
        values.put("grantor", dossier.grantor().name);
        values.put("occupant", dossier.occupant().name);
        values.put("who", who());
        values.put("organisation", told.person().organisation());
        values.put("convention", dossier.convention() == null ? "" : " " + dossier.convention());
        values.put("day", French.date(event().at()));
        values.put("silence", dossier.silenceDay() == null ? "" : French.date(dossier.silenceDay()));
        return Sentence.fill(Words.say(key), values);
    }

    /** Who did it, as this reader may know; the granting side when a date did. */
    private String who() {
        String organisation = event().organisation() == null ? dossier.grantor().name : event().organisation();
        String who = event().who();
        return who == null || who.equals(organisation) ? organisation : who + " (" + organisation + ")";
    }
}
