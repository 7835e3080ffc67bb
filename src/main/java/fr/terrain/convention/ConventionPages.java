package fr.terrain.convention;

import fr.terrain.Refusal;
import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.booking.BookingStatus;
import fr.terrain.booking.WorkRepository;
import fr.terrain.booking.WorkRepository.Sought;
import fr.terrain.convention.ConventionIssuer.Issued;
import fr.terrain.convention.ConventionSheet.Returning;
import fr.terrain.document.Document;
import fr.terrain.http.Address;
import fr.terrain.http.Faults;
import fr.terrain.http.Pager;
import fr.terrain.http.Problem;
import fr.terrain.http.ProblemException;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.OrganisationRepository;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Conventions for those who make, read and sign them: the list, each issued convention, its PDF, and the consent of a party. */
@Path("/conventions")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ConventionPages {
    private static final int PAGE_SIZE = 25;
    private static final String DONE = "faite";

    @Inject
    Caller caller;

    @Inject
    WorkRepository work;

    @Inject
    ConventionRepository conventions;

    @Inject
    ConventionIssuer issuer;

    @Inject
    ConventionSigner signer;

    @Inject
    ConventionRecall recalls;

    @Inject
    ConventionSheets sheets;

    @Inject
    OrganisationRepository organisations;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(ConventionList list);

        static native TemplateInstance convention(ConventionSheet sheet);
    }

    /** The list; {@code vue} is one of its views, {@code q} words, {@code page} a number. */
    @GET
    public Response list(@RestQuery String vue, @RestQuery String q, @RestQuery String page) {
        Account account = caller.account();
        Faults faults = new Faults();
        String words = faults.text("q", q, 200);
        if (faults.any()) throw Problem.badInput("q", faults.of("q"));
        Map<ConventionView, Integer> counts = counts(account, "");
        ConventionView view = ConventionView.of(vue, counts);
        int total = (words.isEmpty() ? counts : counts(account, words)).getOrDefault(view, 0);
        Pager pager = Pager.of(
                Pager.number(page),
                PAGE_SIZE,
                total,
                number -> new Address("/conventions")
                        .with("vue", view.code())
                        .with("q", words)
                        .withPage(number)
                        .toString());
        boolean agreed = view == ConventionView.TO_ISSUE;
        ConventionList list = new ConventionList(
                counts,
                view,
                words,
                agreed ? work.list(account, toIssue(words), PAGE_SIZE, pager.offset()) : List.of(),
                agreed ? List.of() : conventions.list(account, view, words, PAGE_SIZE, pager.offset()),
                pager);
        return ok(Templates.list(list), Response.Status.OK.getStatusCode());
    }

    /** The views of the account with what each holds: what it may do is there even when empty, what others hold only when it is not. */
    private Map<ConventionView, Integer> counts(Account account, String words) {
        Map<ConventionView, Integer> counts = conventions.count(account, words);
        counts.putIfAbsent(ConventionView.SIGNED, 0);
        if (organisations.hasAnywhere(account, Capability.SIGN)) counts.putIfAbsent(ConventionView.TO_SIGN, 0);
        if (organisations.hasAnywhere(account, Capability.LEGAL))
            counts.put(ConventionView.TO_ISSUE, work.count(account, toIssue(words)));
        return counts;
    }

    private static Sought toIssue(String words) {
        return Sought.of(List.of(BookingStatus.APPROVED), List.of(Capability.LEGAL), words);
    }

    /** One issued convention; {@code signature=faite} is where a signature leads back to. */
    @GET
    @Path("/{number: CONV-[0-9]{4}-[0-9]{4,9}}")
    public Response show(@RestPath String number, @RestQuery String signature) {
        return page(issuer.get(number, caller.account()), DONE.equals(signature), Returning.NOTHING, null);
    }

    @GET
    @Path("/{number: CONV-[0-9]{4}-[0-9]{4,9}}.pdf")
    @Produces("application/pdf")
    public Response pdf(@RestPath String number) {
        return ConventionResource.file(issuer.get(number, caller.account()).document());
    }

    /** The same page, for who comes back to the address of the form after signing in again. */
    @GET
    @Path("/{number: CONV-[0-9]{4}-[0-9]{4,9}}/signature")
    public Response back(@RestPath String number) {
        return Response.seeOther(URI.create("/conventions/" + number)).build();
    }

    @POST
    @Path("/{number: CONV-[0-9]{4}-[0-9]{4,9}}/signature")
    public Response sign(
            @RestPath String number, @RestForm String sha256, @RestForm String party, @RestForm String consent) {
        try {
            signer.sign(number, sha256, "oui".equals(consent), party(party), caller.account());
            return Response.seeOther(URI.create("/conventions/" + number + "?signature=" + DONE))
                    .build();
        } catch (Refusal refused) {
            if (refused.status() != Response.Status.CONFLICT.getStatusCode()) throw refused;
            return page(issuer.get(number, caller.account()), false, Returning.NOTHING, refused);
        }
    }

    /** The same page, for who comes back to the address of the form after signing in again. */
    @GET
    @Path("/{number: CONV-[0-9]{4}-[0-9]{4,9}}/{sent: rappel|refus}")
    public Response backToReturn(@RestPath String number, @RestPath String sent) {
        return see(number);
    }

    @POST
    @Path("/{number: CONV-[0-9]{4}-[0-9]{4,9}}/rappel")
    public Response recall(@RestPath String number, @RestForm String reason) {
        Account account = caller.account();
        return sendBack(
                number,
                new Returning(true, reason, null),
                issued -> recalls.recall(issued.booking().id, issued.booking().version(), reason, account));
    }

    @POST
    @Path("/{number: CONV-[0-9]{4}-[0-9]{4,9}}/refus")
    public Response decline(@RestPath String number, @RestForm String party, @RestForm String reason) {
        Account account = caller.account();
        Long forParty = party(party);
        return sendBack(
                number,
                new Returning(false, reason, null),
                issued -> recalls.decline(issued.booking().id, issued.booking().version(), forParty, reason, account));
    }

    /** Sends a convention back to its author and shows it void; a second click finds it so. */
    private Response sendBack(String number, Returning typed, Consumer<Issued> work) {
        Issued issued = issuer.get(number, caller.account());
        if (issued.document().state() == Document.State.VOID) return see(number);
        try {
            work.accept(issued);
            return see(number);
        } catch (ProblemException wrong) {
            if (!"reason".equals(wrong.problem().more().get("field"))) throw wrong;
            Returning fault = new Returning(
                    typed.recall(), typed.reason(), wrong.problem().detail());
            return page(issuer.get(number, caller.account()), false, fault, null);
        } catch (Refusal refused) {
            if (refused.status() != Response.Status.CONFLICT.getStatusCode()) throw refused;
            return page(issuer.get(number, caller.account()), false, typed, refused);
        }
    }

    private static Response see(String number) {
        return Response.seeOther(URI.create("/conventions/" + number)).build();
    }

    private Response page(Issued issued, boolean done, Returning returning, Refusal refused) {
        int status = returning.fault() != null
                ? Response.Status.BAD_REQUEST.getStatusCode()
                : refused == null ? Response.Status.OK.getStatusCode() : refused.status();
        return ok(Templates.convention(sheets.of(issued, caller.account(), done, returning, refused)), status);
    }

    private static Response ok(TemplateInstance page, int status) {
        return Response.status(status)
                .entity(page)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private static Long party(String typed) {
        if (typed == null || typed.isEmpty()) return null;
        if (!typed.matches("[0-9]{1,18}")) throw wrongParty();
        return Long.valueOf(typed);
    }

    private static ProblemException wrongParty() {
        return Problem.badInput("party", "Rechargez la page, puis signez depuis le formulaire affiché.");
    }
}
