package fr.terrain.portal;

import fr.terrain.fee.TariffLine;
import java.util.List;

/** What the page of a site shows: the sheet, two months of its calendar, its prices, and the stay that is looked for. */
public record SheetPage(
        Sheet site,
        SearchForm form,
        Stay stay,
        List<SearchPage.FieldError> errors,
        Window window,
        List<MonthTable> months,
        String causes,
        String earlierHref,
        String laterHref,
        List<TariffLine> prices,
        String answer) {

    /** The words of the error of a field, or null. */
    public String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(SearchPage.FieldError::words)
                .findFirst()
                .orElse(null);
    }

    /** Whether days of the past are shown, which needs their key. */
    public boolean past() {
        return months.stream().anyMatch(MonthTable::past);
    }

    /** How many constraints there are, and how many weigh on the calendar or forbid something. */
    public String effectsLead() {
        int all = site.effects().size();
        long heavy = site.heavyEffects();
        String count = all == 1 ? "Une contrainte." : all + " contraintes.";
        if (heavy == 0) return count + " Aucune ne pèse sur les dates ni n’interdit rien.";
        return count
                + (heavy == 1
                        ? " Une seule pèse sur les dates ou interdit quelque chose."
                        : " " + heavy + " pèsent sur les dates ou interdisent quelque chose.");
    }

    /** How long ahead one asks, when that is what keeps near dates away; else null. */
    public String notice() {
        return site.leadTimeDays() < 2 ? null : "Se demande " + site.leadTimeDays() + " jours à l’avance.";
    }

    /** Whether the contact is an e-mail address. */
    public boolean mail() {
        return site.contact() != null && site.contact().matches("[^\\s@?&]+@[^\\s@?&]+");
    }
}
