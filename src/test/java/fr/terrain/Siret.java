package fr.terrain;

import java.util.concurrent.atomic.AtomicLong;

/** Invented SIRET numbers with a right key (Luhn), under a SIREN range of zeros that nobody bears. */
public final class Siret {
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 100_000_000L);

    private Siret() {}

    public static String next() {
        String thirteen = "0000%09d".formatted(NEXT.incrementAndGet() % 1_000_000_000L);
        int sum = 0;
        for (int i = 0; i < thirteen.length(); i++) {
            int digit = thirteen.charAt(i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return thirteen + (10 - sum % 10) % 10;
    }
}
