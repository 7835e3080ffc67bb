package fr.terrain.organisation;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;

/** The forms on the sheet of an organisation about people: members, invitations, stand-ins. */
@Path("/mes-organisations/{id: [0-9]{1,18}}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class MemberPages {
    private static final String MEMBERS = "membres";
    private static final String INVITATIONS = "invitations";
    private static final String STAND_INS = "suppleances";

    @Inject
    Caller caller;

    @Inject
    Members members;

    @Inject
    Invitations invitations;

    @Inject
    StandIns standIns;

    @Inject
    OrganisationSheets sheets;

    @POST
    @Path("/membres/{account: [0-9]{1,18}}/droits")
    public Response change(@RestPath long id, @RestPath long account, @BeanParam SheetForms form) {
        return sheets.handle(id, new SheetForms(), MEMBERS, faults -> {
            var wanted = form.readCapabilities(faults);
            if (!faults.any()) members.change(id, account, form.version(), wanted, caller.account());
        });
    }

    /** Takes a member out; who takes oneself out leads to one's other organisations. */
    @POST
    @Path("/membres/{account: [0-9]{1,18}}/retrait")
    public Response remove(@RestPath long id, @RestPath long account) {
        Account by = caller.account();
        Response done = sheets.handleOfAny(id, new SheetForms(), MEMBERS, faults -> members.remove(id, account, by));
        boolean left = account == by.id && done.getStatus() == Response.Status.SEE_OTHER.getStatusCode();
        return left ? Response.seeOther(URI.create("/mes-organisations")).build() : done;
    }

    @POST
    @Path("/invitations")
    public Response invite(@RestPath long id, @BeanParam SheetForms form) {
        return sheets.handle(id, form, INVITATIONS, faults -> {
            String email = form.readEmail(faults);
            var wanted = form.readCapabilities(faults);
            if (!faults.any()) invitations.invite(id, email, wanted, caller.account());
        });
    }

    @POST
    @Path("/invitations/{invitation: [0-9]{1,18}}/renvoi")
    public Response renew(@RestPath long id, @RestPath long invitation) {
        return sheets.handle(
                id, new SheetForms(), INVITATIONS, faults -> invitations.renew(id, invitation, caller.account()));
    }

    @POST
    @Path("/invitations/{invitation: [0-9]{1,18}}/annulation")
    public Response revoke(@RestPath long id, @RestPath long invitation) {
        return sheets.handle(
                id, new SheetForms(), INVITATIONS, faults -> invitations.revoke(id, invitation, caller.account()));
    }

    @POST
    @Path("/suppleances")
    public Response standIn(@RestPath long id, @BeanParam SheetForms form) {
        return sheets.handle(id, form, STAND_INS, faults -> {
            Long absent = form.readMember("absent", form.absent, faults);
            Long present = form.readMember("standIn", form.standIn, faults);
            var first = form.readDay("firstDay", form.firstDay, faults);
            var last = form.readDay("lastDay", form.lastDay, faults);
            if (!faults.any()) standIns.name(id, absent, present, first, last, caller.account());
        });
    }

    @POST
    @Path("/suppleances/{standIn: [0-9]{1,18}}/fin")
    public Response end(@RestPath long id, @RestPath long standIn) {
        return sheets.handle(id, new SheetForms(), STAND_INS, faults -> standIns.end(id, standIn, caller.account()));
    }
}
