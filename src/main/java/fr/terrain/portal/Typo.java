package fr.terrain.portal;

import java.util.List;
import java.util.Optional;

/** A word typed amiss and the known word that was meant: letters missing, in excess, changed or swapped, and few of them. */
final class Typo {
    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    private Typo() {}

    /** The nearest of the known words, the first among equals; none when all are too far. */
    static Optional<String> nearest(String typed, List<String> known) {
        if (typed.length() < SHORTEST) return Optional.empty();
        int bound = typed.length() < LONG ? 1 : 2;
        String found = null;
        for (String word : known) {
            int distance = distance(typed, word);
            if (distance <= bound) {
                found = word;
                bound = distance - 1;
            }
        }
        return Optional.ofNullable(found);
    }

    /** How many letters to add, remove, change or swap with the next one to make one word of the other. */
    static int distance(String one, String other) {
        int[] before = new int[0];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) last[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + changed);
                if (areSwapped(one, i, other, j)) row[j] = Math.min(row[j], before[j - 2] + 1);
            }
            before = last;
            last = row;
        }
        return last[other.length()];
    }

    private static boolean areSwapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
