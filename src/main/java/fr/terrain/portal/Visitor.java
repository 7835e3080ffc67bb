package fr.terrain.portal;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.French;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRepository;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the layout of every page shows of who reads it: name, organisation, and the menu of their role. */
@Named("visitor")
@RequestScoped
public class Visitor {
    @Inject
    Caller caller;

    @Inject
    SecurityIdentity identity;

    @Inject
    OrganisationRepository organisations;

    @Inject
    RoutingContext context;

    @Inject
    Clock clock;

    @ConfigProperty(name = "terrain.demonstration")
    boolean demonstration;

    @ConfigProperty(name = "terrain.map.base")
    Optional<String> mapBase;

    private Optional<Account> account;

    /** A page of the menu. */
    public record Entry(String href, String label, boolean current) {}

    public boolean isDemonstration() {
        return demonstration;
    }

    /** The address of the base map's tiles, or null when the map draws the ground alone. */
    public String getMapBase() {
        return mapBase.orElse(null);
    }

    /** The day on which the page is made, in words. */
    public String getToday() {
        return French.date(LocalDate.now(clock));
    }

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    public String getName() {
        return account()
                .map(known -> known.name)
                .orElseGet(() -> identity.getPrincipal().getName());
    }

    /** The first organisation of the visitor, or null. */
    public String getOrganisation() {
        return account().stream()
                .flatMap(known -> organisations.listOf(known).stream())
                .map((Organisation first) -> first.name)
                .findFirst()
                .orElse(null);
    }

    /** Where signing in begins, to come back here, unless here is where it failed. */
    public String getSignInHref() {
        String here = context.request().path().startsWith("/connexion")
                ? "/"
                : context.request().uri();
        return "/connexion?retour=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    /** Whether the visitor examines requests somewhere. */
    public boolean isOfficer() {
        return may(Capability.INSTRUCT);
    }

    public List<Entry> getMenu() {
        List<Entry> menu = new ArrayList<>();
        boolean officer = may(Capability.INSTRUCT, Capability.DECIDE);
        boolean lawyer = may(Capability.LEGAL);
        if (lawyer && !officer) menu.add(entry("/conventions", "Conventions"));
        if (officer || lawyer) menu.add(entry("/instruction", officer ? "À instruire" : "Demandes"));
        menu.add(entry("/", officer || lawyer ? "Catalogue" : "Trouver un terrain"));
        if (officer || !lawyer && may(Capability.SIGN)) menu.add(entry("/conventions", "Conventions"));
        if (isSignedIn()) menu.add(entry("/mes-demandes", "Mes demandes"));
        if (caller.isAdmin()) menu.add(entry("/administration/echeances", "Échéances"));
        if (caller.isAdmin()) menu.add(entry("/administration/courriels", "Courriels"));
        return menu;
    }

    /** What stands under the visitor's name. */
    public List<Entry> getOwn() {
        List<Entry> own = new ArrayList<>();
        own.add(entry("/mes-organisations", "Mes organisations"));
        if (may(Capability.KEEP_SITES)) own.add(entry("/mes-sites", "Mes sites"));
        own.add(entry("/mes-calendriers", "Mes calendriers"));
        if (caller.isAdmin()) own.add(entry("/administration/journal", "Journal des demandes"));
        if (caller.isAdmin()) own.add(entry("/administration/personnes", "Effacer une personne"));
        return own;
    }

    private Entry entry(String href, String label) {
        String here = context.request().path();
        boolean current = href.equals("/") ? here.equals("/") || here.startsWith("/sites/") : here.startsWith(href);
        return new Entry(href, label, current);
    }

    private boolean may(Capability... any) {
        return account().map(known -> organisations.hasAnywhere(known, any)).orElse(false);
    }

    private Optional<Account> account() {
        if (account == null) account = caller.find();
        return account;
    }
}
