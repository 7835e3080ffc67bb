package fr.terrain.organisation;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Draws the sheet of an organisation for a member, and does what its forms ask: done leads back to it, a no is told on it. */
@ApplicationScoped
public class OrganisationSheets {
    private static final int LAST_EVENTS = 30;

    @Inject
    Caller caller;

    @Inject
    OrganisationRepository organisations;

    @Inject
    MemberRepository members;

    @Inject
    InvitationRepository invitations;

    @Inject
    MandateRepository mandates;

    @Inject
    StandInRepository standIns;

    @Inject
    OrganisationEventRepository events;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance sheet(OrganisationPage page);
    }

    /** The sheet as it stands. */
    @Transactional
    public Response show(long id) {
        return draw(id, new SheetForms(), Objection.none());
    }

    /** Reads a form of who manages the members and does what it asks; what is wrong in it, or the rule that says no, is told on the sheet. */
    Response handle(long id, SheetForms form, String section, Consumer<Faults> work) {
        return handleOfAny(id, form, section, faults -> {
            organisations.getManaged(id, caller.account());
            work.accept(faults);
        });
    }

    /** The same for a form that any member may send, of which the work itself says what is theirs. */
    Response handleOfAny(long id, SheetForms form, String section, Consumer<Faults> work) {
        Faults faults = new Faults();
        try {
            work.accept(faults);
        } catch (RuntimeException failure) {
            return draw(id, form, Objection.of(failure));
        }
        return faults.any() ? draw(id, form, Objection.of(faults)) : see(id, section);
    }

    /** Leads back to a section of the sheet. */
    static Response see(long id, String section) {
        return Response.seeOther(URI.create("/mes-organisations/" + id + "#" + section))
                .build();
    }

    private Response draw(long id, SheetForms form, Objection objection) {
        Account reader = caller.account();
        Organisation organisation = organisations.getOfMember(id, reader);
        LocalDate today = LocalDate.now(clock.withZone(ParisClock.PARIS));
        Set<Capability> capabilities = organisations.capabilities(id, reader);
        boolean manages = capabilities.contains(Capability.MANAGE_MEMBERS);
        OrganisationPage page = new OrganisationPage(
                organisation,
                capabilities,
                reader.id,
                members.list(id),
                manages ? invitations.listOpen(id) : List.of(),
                mandates.list(id),
                standIns.list(id, today),
                events.list(id, manages, LAST_EVENTS),
                form,
                objection,
                clock.instant(),
                today);
        return Response.status(objection.status()).entity(Templates.sheet(page)).build();
    }
}
