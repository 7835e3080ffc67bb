package fr.terrain.convention;

import fr.terrain.convention.ConventionInputs.Domain;
import fr.terrain.convention.ConventionInputs.FeeLine;
import fr.terrain.convention.ConventionInputs.Slot;
import fr.terrain.document.GlyphGuard;
import fr.terrain.document.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What the inputs must hold before any clause is read: slots that run forward, a fee that adds up or a reason, a place to draw. */
final class InputsCheck {
    private static final String FILE = "données";
    private static final int LONGEST_NUMBER = 40, LONGEST_NAME = 500;

    private final List<Problem> problems = new ArrayList<>();
    private final ConventionInputs inputs;

    private InputsCheck(ConventionInputs inputs) {
        this.inputs = inputs;
    }

    static List<Problem> of(ConventionInputs inputs, String template) {
        InputsCheck check = new InputsCheck(inputs);
        check.reference(template);
        check.time();
        check.fee();
        check.place();
        return check.problems;
    }

    private void reference(String template) {
        printable("numéro", inputs.number(), LONGEST_NUMBER);
        printable("référence du dossier", inputs.reference(), LONGEST_NUMBER);
        printable("nom du site", inputs.site().name(), LONGEST_NAME);
        printable("nom du gestionnaire", inputs.grantor().name(), LONGEST_NAME);
        printable("nom de l’occupant", inputs.occupant().name(), LONGEST_NAME);
        inputs.site().spaces().forEach(s -> printable("nom d’un espace", s.name(), LONGEST_NAME));
        inputs.site().surroundings().forEach(l -> printable("nom d’un lieu voisin", l.name(), LONGEST_NAME));
        if (!template.equals(inputs.template())) {
            complain("Version du modèle : « " + inputs.template() + " » demandée, « " + template + " » présente");
        }
    }

    private void printable(String what, String text, int longest) {
        if (text == null || text.isBlank()) {
            complain("Donnée manquante : " + what);
        } else if (text.length() > longest) {
            complain("Donnée trop longue : " + what + " a " + text.length() + " caractères, " + longest + " au plus");
        } else {
            GlyphGuard.complaint(GlyphGuard.clean(text)).ifPresent(c -> complain(c + " dans : " + what));
        }
    }

    private void time() {
        if (inputs.slots().isEmpty()) {
            complain("Donnée manquante : au moins un créneau");
        }
        for (Slot slot : inputs.slots()) {
            if (!slot.start().isBefore(slot.end())) {
                complain("Créneau vide ou inversé : " + French.moment(slot.start()));
            }
        }
    }

    private void fee() {
        boolean free = inputs.fee().gratuity() != null;
        if (free == !inputs.fee().lines().isEmpty()) {
            complain("Redevance : soit des lignes de grille, soit une gratuité motivée");
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (FeeLine line : inputs.fee().lines()) {
            BigDecimal product = line.quantity().multiply(line.unitPrice()).setScale(2, RoundingMode.HALF_UP);
            if (product.compareTo(line.amount()) != 0) {
                complain("Redevance : " + French.number(line.quantity()) + " × " + French.euros(line.unitPrice())
                        + " ne donne pas " + French.euros(line.amount()));
            }
            sum = sum.add(line.amount());
        }
        if (sum.compareTo(inputs.fee().total()) != 0) {
            complain("Redevance : les lignes donnent " + French.euros(sum) + ", le total dit "
                    + French.euros(inputs.fee().total()));
        }
    }

    private void place() {
        boolean drawn =
                inputs.site().perimeter() != null && !inputs.site().perimeter().isEmpty();
        if (!drawn && inputs.site().accessPoint() == null) {
            complain("Donnée manquante : le périmètre ou le point d’accès du site");
        }
        boolean unlikely = inputs.site().domain() == Domain.PRIVATE != (inputs.court() == Court.JUDICIAL);
        if (unlikely) {
            complain("Le tribunal ne correspond pas au domaine du site");
        }
    }

    private void complain(String message) {
        problems.add(new Problem(FILE, 0, message));
    }
}
