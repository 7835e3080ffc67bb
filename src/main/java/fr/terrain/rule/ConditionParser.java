package fr.terrain.rule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a condition by recursive descent; bounded in length and in nesting. */
final class ConditionParser {
    private static final int LONGEST = 1_000, DEEPEST = 20;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<sign>!=|<=|>=|[=<>(),])|«\\s*(?<quoted>[^»]*?)\\s*»|(?<word>[\\p{L}\\p{N}_][\\p{L}\\p{N}_.\\-]*))");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** A word or sign with its place in the text, counted from 1; the last one is empty. */
    private record Token(String text, boolean quoted, int position) {
        boolean is(String expected) {
            return !quoted && text.equals(expected);
        }
    }

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    ConditionParser(String text) {
        this.text = text;
    }

    Condition parse() {
        if (text.length() > LONGEST) {
            throw new ConditionError("Condition de plus de " + LONGEST + " caractères", LONGEST + 1);
        }
        cut();
        Condition condition = any(0);
        if (!peek().text.isEmpty()) {
            throw unexpected("« et », « ou » ou la fin de la condition");
        }
        return condition;
    }

    private void cut() {
        Matcher matcher = TOKEN.matcher(text);
        int end = text.stripTrailing().length(), from = 0;
        while (from < end) {
            matcher.region(from, end);
            if (!matcher.lookingAt()) {
                int bad = from + leadingSpaces(from);
                throw new ConditionError("Signe inattendu : « " + text.charAt(bad) + " »", bad + 1);
            }
            String quoted = matcher.group("quoted");
            String plain = matcher.group("sign") == null ? matcher.group("word") : matcher.group("sign");
            tokens.add(new Token(quoted == null ? plain : quoted, quoted != null, from + leadingSpaces(from) + 1));
            from = matcher.end();
        }
        tokens.add(new Token("", false, end + 1));
    }

    private int leadingSpaces(int from) {
        int n = 0;
        while (Character.isWhitespace(text.charAt(from + n))) {
            n++;
        }
        return n;
    }

    private Condition any(int depth) {
        List<Condition> parts = new ArrayList<>(List.of(all(depth)));
        while (take("ou")) {
            parts.add(all(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(List.copyOf(parts));
    }

    private Condition all(int depth) {
        List<Condition> parts = new ArrayList<>(List.of(one(depth)));
        while (take("et")) {
            parts.add(one(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(List.copyOf(parts));
    }

    private Condition one(int depth) {
        if (depth > DEEPEST) {
            throw new ConditionError("Plus de " + DEEPEST + " parenthèses imbriquées", peek().position);
        }
        boolean not = take("non");
        if (not || peek().is("(")) {
            expect("(");
            Condition inner = any(depth + 1);
            expect(")");
            return not ? new Condition.Not(inner) : inner;
        }
        return comparison();
    }

    private Condition comparison() {
        Token name = word("le nom d’une donnée");
        Operator operator = Operator.of(peek().text);
        if (operator == null || peek().quoted) {
            throw unexpected("=, !=, <, <=, >, >=, dans ou contient");
        }
        at++;
        return new Condition.Comparison(
                name.text, operator, operator == Operator.IN ? list() : List.of(value()), name.position);
    }

    private List<Object> list() {
        expect("(");
        List<Object> values = new ArrayList<>(List.of(value()));
        while (take(",")) {
            values.add(value());
        }
        expect(")");
        return List.copyOf(values);
    }

    private Object value() {
        Token token = word("une valeur");
        if (!token.quoted && DATE.matcher(token.text).matches()) {
            try {
                return LocalDate.parse(token.text);
            } catch (DateTimeException e) {
                throw new ConditionError("Date inexistante : « " + token.text + " »", token.position);
            }
        }
        return !token.quoted && NUMBER.matcher(token.text).matches() ? new BigDecimal(token.text) : token.text;
    }

    private Token word(String wanted) {
        Token token = peek();
        boolean letters = token.quoted || !token.text.isEmpty() && Character.isLetterOrDigit(token.text.charAt(0));
        if (!letters || token.is("et") || token.is("ou")) {
            throw unexpected(wanted);
        }
        at++;
        return token;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean take(String expected) {
        if (peek().is(expected)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String expected) {
        if (!take(expected)) {
            throw unexpected("« " + expected + " »");
        }
    }

    private ConditionError unexpected(String wanted) {
        String found = peek().text.isEmpty() ? "la condition s’arrête" : "on lit « " + peek().text + " »";
        return new ConditionError(wanted + " attendu : " + found, peek().position);
    }
}
