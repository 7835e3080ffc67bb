package fr.terrain.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** Lets a form of the pages in only with its token. The API is for bearer tokens, which no foreign page can send. */
public class FormFilter {
    private static final char UNREADABLE = '\ufffd';

    @Inject
    CsrfToken csrf;

    @WithFormRead
    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        boolean reads = request.getMethod().equals("GET")
                || request.getMethod().equals("HEAD")
                || request.getMethod().equals("OPTIONS");
        if (reads || Api.holds(request.getUriInfo().getPath())) return;
        ResteasyReactiveRequestContext context = CurrentRequestManager.get();
        requireText(context.getFormData());
        Object token = context.getFormParameter(CsrfToken.FIELD, true, false);
        if (!csrf.matches(token instanceof String text ? text : null))
            throw new ProblemException(
                    Problem.of(
                            403,
                            "formulaire-perime",
                            "Ce formulaire n’est plus valable",
                            "Revenez à la page précédente, rechargez‑la et envoyez à nouveau : ce que vous avez saisi n’a pas été enregistré."));
    }

    /** Bytes that are no UTF-8 have become the replacement character by now. */
    private static void requireText(FormData form) {
        if (form == null) return;
        for (String name : form) {
            for (FormValue value : form.get(name)) {
                if (value.isFileItem()) continue;
                if (value.getValue().indexOf(UNREADABLE) >= 0 || !StrictText.isLegible(value.getValue()))
                    throw Problem.badInput(name, "Retirez les caractères qui ne se lisent pas.");
            }
        }
    }
}
