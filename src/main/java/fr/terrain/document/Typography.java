package fr.terrain.document;

import java.util.regex.Pattern;

/** French spaces that must not break: only existing spaces are hardened, none is added, so that a name or an address stays what it was. */
public final class Typography {
    /** U+00A0, before a colon, between a number and its unit. */
    public static final char NO_BREAK = '\u00A0';
    /** U+202F, before ; ! ? », after «, inside a long number. */
    public static final char NARROW = '\u202F';

    private static final String UNITS =
            "€|%|‰|°C|°|km/h|km²|km|m²|m³|mm|cm|m|ha|kg|g|t|kVA|kW|kWh|W|V|MHz|GHz|Hz|dBm|dB|s|min|h|ans?|mois|jours?|heures?"
                    + "|minutes?|semaines?|hectares?|mètres?|euros?|personnes?|fois|points?";
    private static final String MONTHS =
            "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
    private static final Pattern BEFORE_THIN = Pattern.compile(" (?=[;!?»])");
    private static final Pattern AFTER_GUILLEMET = Pattern.compile("(?<=«) ");
    private static final Pattern BEFORE_COLON = Pattern.compile(" (?=:(?:\\s|$))");
    private static final Pattern IN_NUMBER =
            Pattern.compile("(?<=\\d) (?=\\d{3}(?!\\d))|(?<=\\d{3}) (?=\\d{5}(?!\\d))");
    private static final Pattern BEFORE_UNIT = Pattern.compile("(?<=\\d) (?=(?:" + UNITS + ")(?![\\p{L}\\d]))");
    private static final Pattern IN_DATE = Pattern.compile("(?<=\\d|\\d1er|\\b1er) (?=(?:" + MONTHS + ")\\b)");
    private static final Pattern AFTER_ARTICLE =
            Pattern.compile("(?<=\\b[Aa]rticles?|\\b[Aa]nnexes?|\\bn°|\\bn°s|\\b[Pp]ages?) (?=[\\dLRDA-Z])");
    private static final Pattern AFTER_CODE_LETTER = Pattern.compile("(?<=\\b[LRD]\\.) (?=\\d)");
    private static final Pattern AFTER_TITLE = Pattern.compile("(?<=\\b(?:M\\.|Mme|MM\\.|Mmes)) (?=\\p{Lu})");

    private Typography() {}

    /** The same words with their spaces hardened. */
    public static String harden(String text) {
        if (text.indexOf(' ') < 0) {
            return text;
        }
        String narrow = String.valueOf(NARROW), wide = String.valueOf(NO_BREAK);
        String out = BEFORE_THIN.matcher(text).replaceAll(narrow);
        out = AFTER_GUILLEMET.matcher(out).replaceAll(narrow);
        out = BEFORE_COLON.matcher(out).replaceAll(wide);
        out = IN_NUMBER.matcher(out).replaceAll(narrow);
        out = BEFORE_UNIT.matcher(out).replaceAll(wide);
        out = IN_DATE.matcher(out).replaceAll(wide);
        out = AFTER_ARTICLE.matcher(out).replaceAll(wide);
        out = AFTER_CODE_LETTER.matcher(out).replaceAll(wide);
        return AFTER_TITLE.matcher(out).replaceAll(wide);
    }
}
