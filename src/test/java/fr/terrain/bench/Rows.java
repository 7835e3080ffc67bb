package fr.terrain.bench;

import java.util.Locale;

/** The rows of ./bench: name, value, the same work bare, their ratio, what was promised, and whether it is kept; separated by tabs. */
final class Rows {
    private static final String NONE = "-";

    private Rows() {}

    /** A value that may be at most the target. */
    static void atMost(String name, double value, double target) {
        print(name, value, NONE, NONE, number(target), value <= target);
    }

    /** A value that must be the target. */
    static void exactly(String name, double value, double target) {
        print(name, value, NONE, NONE, number(target), value == target);
    }

    /** A value that may be at most so many times the bare work. */
    static void ratioAtMost(String name, double value, double bare, double times) {
        print(name, value, number(bare), ratio(value, bare), "<= " + number(times) + "x", value / bare <= times);
    }

    /** A value beside the bare work, of which nothing was promised. */
    static void beside(String name, double value, double bare) {
        print(name, value, number(bare), ratio(value, bare), NONE, true);
    }

    /** A value told for what it is. */
    static void plain(String name, double value) {
        print(name, value, NONE, NONE, NONE, true);
    }

    private static void print(String name, double value, String bare, String ratio, String target, boolean kept) {
        System.out.println(String.join("\t", name, number(value), bare, ratio, target, kept ? "ok" : "short"));
    }

    private static String ratio(double value, double bare) {
        return String.format(Locale.ROOT, "%.2f", value / bare);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
