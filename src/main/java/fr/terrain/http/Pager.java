package fr.terrain.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The pages of a list: where we are, and the links to the first, the last and the neighbours. */
public record Pager(int page, int size, int total, IntFunction<String> address) {
    private static final String NUMBER = "[1-9][0-9]{0,4}";

    /** A number of the pager: a link, the current page, or a gap. */
    public record Item(int number, String href, boolean current) {
        public boolean gap() {
            return number == 0;
        }
    }

    /** The page of this number, or the last when there are fewer. */
    public static Pager of(int page, int size, int total, IntFunction<String> address) {
        return new Pager(Math.min(page, lastOf(size, total)), size, total, address);
    }

    /** The number of a page as an address gives it; the first when it is none. */
    public static int number(String given) {
        return given != null && given.matches(NUMBER) ? Integer.parseInt(given) : 1;
    }

    private static int lastOf(int size, int total) {
        return Math.max(1, Math.ceilDiv(total, size));
    }

    public int last() {
        return lastOf(size, total);
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
