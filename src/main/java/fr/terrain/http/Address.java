package fr.terrain.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The address of a page of ours with its parameters, in the order given; what is empty is left out. */
public final class Address {
    private final String path;
    private final List<String> parameters = new ArrayList<>();

    public Address(String path) {
        this.path = path;
    }

    public Address with(String name, String value) {
        if (value != null && !value.isBlank())
            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    public Address with(String name, Collection<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    /** The page of this number of a list; the first has no number in its address. */
    public Address withPage(int number) {
        return with("page", number == 1 ? null : Integer.toString(number));
    }

    /** The parameters alone with their question mark, or nothing. */
    public String query() {
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    @Override
    public String toString() {
        return path + query();
    }
}
