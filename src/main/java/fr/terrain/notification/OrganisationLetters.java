package fr.terrain.notification;

import fr.terrain.http.French;
import fr.terrain.http.PublicAddress;
import fr.terrain.http.Words;
import fr.terrain.notification.Letter.Link;
import fr.terrain.notification.Letter.Section;
import fr.terrain.notification.OrganisationNewsRepository.News;
import fr.terrain.notification.OrganisationNewsRepository.Reachable;
import fr.terrain.organisation.InvitationLink;
import fr.terrain.organisation.Invitations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The letters about what happens to an organisation and its members: invitations, who joins and leaves, rights, stand-ins, checked identity. */
@ApplicationScoped
public class OrganisationLetters implements EventLetters {
    @Inject
    OrganisationNewsRepository news;

    @Inject
    Invitations invitations;

    @Inject
    PublicAddress address;

    @Override
    public String source() {
        return "organisation";
    }

    /** The end of the link of an invitation is a secret, and stands in no row: it is worked out when the letter is sent. */
    @Override
    public Optional<Secret> secret(long eventId) {
        if (!news.get(eventId).kind().equals("INVITED")) return Optional.empty();
        return Optional.of(new Secret(
                invitations.findForMail(eventId).map(mail -> mail.path().substring(InvitationLink.PATH.length()))));
    }

    @Override
    public List<Addressed> write(long eventId) {
        News what = news.get(eventId);
        List<Addressed> letters = new ArrayList<>();
        switch (what.kind()) {
            case "OPENED" -> tell(letters, what, "staff", having("keep_sites", news.listMembers(null)), false);
            case "VERIFIED", "NOT_VERIFIED" -> tell(letters, what, "managers", managers(what), true);
            case "JOINED", "LEFT" -> tell(letters, what, "managers", managers(what), false);
            case "REMOVED", "CAPABILITIES_CHANGED" ->
                tell(
                        letters,
                        what,
                        "person",
                        news.listAccount(what.subject()),
                        what.kind().equals("REMOVED"));
            case "STAND_IN_NAMED", "STAND_IN_ENDED" -> {
                tell(letters, what, "person", news.listAccount(what.subject()), true);
                tell(letters, what, "absent", news.listAccount(what.absent()), true);
            }
            case "INVITED", "INVITATION_REVOKED" -> invite(letters, what);
            default -> {}
        }
        return letters;
    }

    /** An invitation whose address was forgotten tells nobody. */
    private void invite(List<Addressed> letters, News what) {
        if (what.invited() != null)
            letters.add(
                    new Addressed(letter(what, "guest", what.invited()), null, what.invited(), what.invited(), true));
    }

    private void tell(List<Addressed> letters, News what, String audience, List<Reachable> people, boolean always) {
        for (Reachable one : people) {
            boolean self = what.doer() != null && what.doer() == one.account();
            boolean known = letters.stream().anyMatch(letter -> letter.account().equals(one.account()));
            if (!self && !known)
                letters.add(new Addressed(
                        letter(what, audience, one.name()), one.account(), one.name(), one.address(), always));
        }
    }

    private List<Reachable> managers(News what) {
        return having("manage_members", news.listMembers(what.organisationId()));
    }

    private static List<Reachable> having(String capability, List<Reachable> people) {
        return people.stream().filter(one -> one.may(capability)).toList();
    }

    private Letter letter(News what, String audience, String name) {
        String key = "mail.organisation." + what.kind() + "." + audience;
        Map<String, String> values = values(what);
        List<Section> said = what.kind().equals("NOT_VERIFIED") && what.refusal() != null
                ? List.of(new Section(Words.say("detail.reason"), List.of(what.refusal())))
                : List.of();
        return new Letter(
                SingleLine.of(Sentence.fill(Words.say(key + ".subject"), values)),
                SingleLine.of(name),
                Sentence.fill(Words.say(key), values),
                said,
                List.of(),
                Sentence.fill(Words.say(key + ".next"), values),
                link(what, audience),
                null,
                Sentence.fill(Words.say("mail.organisation.because." + audience), values));
    }

    private Link link(News what, String audience) {
        if (what.kind().equals("INVITED"))
            return new Link(Words.say("mail.organisation.link.join"), address.of(InvitationLink.PATH + Secret.PLACE));
        if (audience.equals("staff"))
            return new Link(
                    Words.say("mail.organisation.link.check"),
                    address.of("/verification-organisations/" + what.organisationId()));
        boolean outside = audience.equals("guest") || what.kind().equals("REMOVED");
        if (outside) return new Link(Words.say("mail.organisation.link.home"), address.of("/"));
        return new Link(
                Words.say("mail.organisation.link.open"), address.of("/mes-organisations/" + what.organisationId()));
    }

    private static Map<String, String> values(News what) {
        Map<String, String> values = new HashMap<>();
        values.put("organisation", SingleLine.of(what.organisation()));
        values.put("by", what.by() == null ? SingleLine.of(what.organisation()) : SingleLine.of(what.by()));
        if (what.about() != null) values.put("about", SingleLine.of(what.about()));
        if (what.expires() != null) values.put("expires", French.dateTime(what.expires()));
        if (what.firstDay() != null) values.put("days", French.period(what.firstDay(), what.lastDay()));
        return values;
    }
}
