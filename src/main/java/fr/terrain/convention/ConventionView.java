package fr.terrain.convention;

import fr.terrain.http.Words;
import java.util.Arrays;
import java.util.Map;

/** What a list of conventions gathers, by what the reader has to do with them, under the word of its address. */
public enum ConventionView {
    TO_ISSUE("a-emettre"),
    TO_SIGN("a-signer"),
    ELSEWHERE("en-attente"),
    SIGNED("signees"),
    VOID("annulees");

    private final String code;

    ConventionView(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String label() {
        return Words.label(this);
    }

    /** What its table shows, for who does not see it. */
    public String caption() {
        return Words.say("ConventionView.caption." + name());
    }

    /** What is said when it is empty. */
    public String nothing() {
        return Words.say("ConventionView.nothing." + name());
    }

    /** The view of this word of an address, else the first in which the reader has something, else those signed. */
    static ConventionView of(String code, Map<ConventionView, Integer> counts) {
        return counts.keySet().stream()
                .filter(view -> view.code.equals(code))
                .findFirst()
                .orElseGet(() -> Arrays.stream(values())
                        .filter(view -> counts.getOrDefault(view, 0) > 0)
                        .findFirst()
                        .orElse(SIGNED));
    }
}
