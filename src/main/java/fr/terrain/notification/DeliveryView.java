package fr.terrain.notification;

import fr.terrain.http.Words;
import java.util.Arrays;
import java.util.List;

/** What a list of deliveries gathers, under the word of its address. */
public enum DeliveryView {
    FAILED("echecs", Delivery.State.DEAD, Delivery.State.UNREACHABLE),
    ASIDE("ecartes"),
    WAITING("attente", Delivery.State.WAITING),
    SENT("envoyes", Delivery.State.SENT, Delivery.State.GATHERED),
    ABANDONED("abandonnes", Delivery.State.ABANDONED);

    private final String code;
    private final List<Delivery.State> states;

    DeliveryView(String code, Delivery.State... states) {
        this.code = code;
        this.states = List.of(states);
    }

    public String code() {
        return code;
    }

    public String label() {
        return Words.label(this);
    }

    /** What is said when it is empty. */
    public String nothing() {
        return Words.say("DeliveryView.nothing." + name());
    }

    /** The states of its deliveries; none for the events that were set aside. */
    List<Delivery.State> states() {
        return states;
    }

    /** The view of this word of an address; the failures, when there is none. */
    static DeliveryView of(String code) {
        return Arrays.stream(values())
                .filter(view -> view.code.equals(code))
                .findFirst()
                .orElse(FAILED);
    }
}
