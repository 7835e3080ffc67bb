package fr.terrain.portal;

import fr.terrain.http.French;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The pages of a list: where we are, and the links to the first, the last and the neighbours. */
public record Pager(int page, int size, int total, IntFunction<String> address) {

    /** A number of the pager: a link, the current page, or a gap. */
    public record Item(int number, String href, boolean current) {
        public boolean gap() {
            return number == 0;
        }
    }

    public int last() {
        return Math.max(1, Math.ceilDiv(total, size));
    }

    public boolean several() {
        return last() > 1;
    }

    public int offset() {
        return (page - 1) * size;
    }

    /** "11 à 20 sur 34". */
    public String range() {
        if (total == 0) return "";
        String from = French.quantity(BigDecimal.valueOf(offset() + 1L));
        String to = French.quantity(BigDecimal.valueOf(Math.min(offset() + size, total)));
        return from + " à " + to + " sur " + French.quantity(BigDecimal.valueOf(total));
    }

    public String previous() {
        return page > 1 ? address.apply(page - 1) : null;
    }

    public String next() {
        return page < last() ? address.apply(page + 1) : null;
    }

    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (int number = 1; number <= last(); number++) {
            boolean near = number == 1 || number == last() || Math.abs(number - page) <= 1;
            if (near) items.add(new Item(number, address.apply(number), number == page));
            else if (!items.getLast().gap()) items.add(new Item(0, null, false));
        }
        return items;
    }
}
