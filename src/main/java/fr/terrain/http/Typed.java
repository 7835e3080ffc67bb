package fr.terrain.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** What somebody typed into a form, field by field, as it came: to read it, and to show it again when it could not be done. */
public record Typed(Map<String, List<String>> fields) {

    /** Nothing yet. */
    public static Typed nothing() {
        return new Typed(Map.of());
    }

    /** The form of the request at hand, which {@link FormFilter} has read and checked. */
    public static Typed current() {
        FormData form = CurrentRequestManager.get().getFormData();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (form == null) return nothing();
        for (String name : form)
            for (FormValue value : form.get(name))
                if (!value.isFileItem())
                    fields.computeIfAbsent(name, k -> new ArrayList<>()).add(value.getValue());
        return new Typed(fields);
    }

    /** The first value of a field, or null when it did not come. */
    public String one(String field) {
        return fields.containsKey(field) ? fields.get(field).getFirst() : null;
    }

    /** Every value of a field. */
    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }
}
