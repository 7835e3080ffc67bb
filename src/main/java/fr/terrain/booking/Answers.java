package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.availability.AvailabilityRefusal;
import fr.terrain.availability.Collision;
import fr.terrain.availability.Occupation;
import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.booking.NewBooking.ProjectSheet;
import fr.terrain.http.French;
import fr.terrain.http.Words;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.SiteRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Merges what an owner answers into the request: only what was asked, checked again as at the first sending. */
@ApplicationScoped
public class Answers {
    /** What of a value is kept in the trail; the former project stays whole in its own row. */
    private static final int LONGEST_KEPT = 2000;

    private static final Set<RequestField> OF_CALENDAR = EnumSet.of(RequestField.PLACE, RequestField.DATES);

    @Inject
    ProjectRepository projects;

    @Inject
    OrganisationRepository organisations;

    @Inject
    SiteRepository sites;

    @Inject
    BookingDrafts drafts;

    @Inject
    Quotes quotes;

    @Inject
    Printable printable;

    @Inject
    Occupation occupation;

    @Inject
    Transitions transitions;

    /**
     * Changes the request as its owner answers.
     *
     * @return what the trail keeps: the fields changed, before and after, and the message
     * @throws BookingRefusal when a field was not asked, or is wrong
     */
    Map<String, String> merge(Booking booking, ChangeRequest asked, Answer answer, Account by) {
        Set<RequestField> changed = answer.changed(booking);
        requireAsked(changed, asked);
        if (changed.isEmpty() && answer.message() == null)
            throw new BookingRefusal(
                    BookingRefusal.Reason.ANSWER_MISSING,
                    "Changez au moins un des champs demandés, ou écrivez votre réponse au gestionnaire.");
        Map<RequestField, String> before = words(booking);
        String fee = fee(booking);
        if (changed.stream().anyMatch(RequestField::isOfProject)) describe(booking, answer, by);
        booking.needs = answer.needs() == null ? booking.needs : answer.needs();
        if (changed.stream().anyMatch(RequestField::isOfPlace)) place(booking, answer, changed);
        requireComplete(booking, asked);
        return detail(answer, new Change(before, words(booking), fee, fee(booking)));
    }

    /** What the request said and says. */
    private record Change(
            Map<RequestField, String> before, Map<RequestField, String> after, String feeBefore, String feeAfter) {}

    private static void requireAsked(Set<RequestField> changed, ChangeRequest asked) {
        List<Missing> others = changed.stream()
                .filter(field -> !asked.opens(field))
                .map(field -> new Missing(
                        nameOf(field),
                        "« " + Words.label(field) + " » ne change plus\u00a0: ce champ n’est pas demandé."))
                .toList();
        if (!others.isEmpty())
            throw new BookingRefusal(
                    BookingRefusal.Reason.FIELD_NOT_ASKED,
                    "Seuls les champs demandés par le gestionnaire sont ouverts.",
                    others);
    }

    /** Others may tell the same project: they go on telling it as it was. */
    private void describe(Booking booking, Answer answer, Account by) {
        ProjectSheet sheet = answer.sheet(booking.project).requireVisible();
        Project told = booking.project.copy().tell(sheet);
        booking.project = projects.file(told, booking.project.organisationId, by);
    }

    private void place(Booking booking, Answer answer, Set<RequestField> changed) {
        Ask ask = answer.ask(booking);
        Quote quote = quotes.quote(sites.findById(booking.siteId), ask, booking.id);
        List<Missing> obstacles = new ArrayList<>();
        boolean moves = changed.stream().anyMatch(OF_CALENDAR::contains);
        if (moves) obstacles.addAll(quotes.listObstacles(quote));
        if (quote.feeMissing() != null) obstacles.add(quote.feeMissing());
        if (!obstacles.isEmpty()) throw BookingRefusal.incomplete(obstacles);
        List<Collision> collisions =
                moves ? occupation.listCollisions(booking.id, quote.claims()) : List.<Collision>of();
        if (!collisions.isEmpty()) throw AvailabilityRefusal.taken(collisions);
        drafts.fill(booking, Verb.RESUBMIT, quote, ask);
    }

    /** What cannot be corrected here, because it was not asked, is left to the officer. */
    private void requireComplete(Booking booking, ChangeRequest asked) {
        Organisation occupant = organisations.findById(booking.party(Party.Role.OCCUPANT).organisationId);
        Set<String> open = asked.fields().stream().map(Answers::nameOf).collect(Collectors.toSet());
        List<Missing> missing = new ArrayList<>(Completeness.listMissing(booking, occupant));
        missing.addAll(printable.listFaults(booking));
        missing.removeIf(one -> !open.contains(one.field()));
        if (!missing.isEmpty()) throw BookingRefusal.incomplete(missing);
    }

    private Map<RequestField, String> words(Booking booking) {
        return RequestWords.of(
                booking,
                transitions.spaces(booking),
                organisations.findById(booking.party(Party.Role.OCCUPANT).organisationId));
    }

    private static Map<String, String> detail(Answer answer, Change change) {
        Map<String, String> detail = new TreeMap<>();
        for (RequestField field : RequestField.values()) {
            if (change.before().get(field).equals(change.after().get(field))) continue;
            detail.put("before." + field, kept(change.before().get(field)));
            detail.put("after." + field, kept(change.after().get(field)));
        }
        if (!change.feeBefore().equals(change.feeAfter())) {
            detail.put("before.FEE", change.feeBefore());
            detail.put("after.FEE", change.feeAfter());
        }
        if (answer.message() != null) detail.put("message", answer.message());
        return detail;
    }

    private static String kept(String text) {
        return text.length() <= LONGEST_KEPT ? text : text.substring(0, LONGEST_KEPT - 1) + "…";
    }

    private static String fee(Booking booking) {
        return booking.feeAmount() == null ? "À fixer" : French.euros(booking.feeAmount());
    }

    /** The name of a field in forms and JSON. */
    static String nameOf(RequestField field) {
        return switch (field) {
            case TITLE -> "title";
            case PURPOSE -> "purpose";
            case PROTOCOL -> "protocol";
            case TECHNIQUES -> "techniques";
            case TRL -> "trl";
            case PEOPLE -> "people";
            case NEEDS -> "needs";
            case PLACE -> "spaces";
            case DATES -> "firstDay";
            case AREA -> "areaM2";
            case USE_CLASS -> "useClass";
            case ORGANISATION -> "organisation";
        };
    }
}
