package fr.terrain.organisation;

/** The number of an establishment: fourteen digits, the last of which is a key (Luhn). */
public final class Siret {
    private static final String POST_OFFICES = "356000000";
    private static final String POST_HEAD_OFFICE = "35600000000048";

    private Siret() {}

    /** Whether the key is right; the offices of La Poste sum to a multiple of five instead. The same rule as is_siret in the database. */
    public static boolean isValid(String number) {
        if (number == null || !number.matches("[0-9]{14}")) return false;
        if (number.startsWith(POST_OFFICES) && !number.equals(POST_HEAD_OFFICE))
            return number.chars().map(digit -> digit - '0').sum() % 5 == 0;
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(i) - '0';
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }

    /** The digits alone, as people write them with blanks between groups. */
    public static String compact(String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s\\u00a0\\u202f.]", "");
    }
}
