package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A bucket holds a minute's worth, refills steadily, is each caller's own, and costs nothing when it is full. */
class ThrottleTest {
    private final Hand hand = new Hand();
    private final Throttle throttle = new Throttle(3, hand);

    @Test
    void aBucketHoldsAMinutesWorthAndRefillsSteadily() {
        assertEquals(10, taken("a", 10, 25));
        Throttle.Outcome refused = throttle.take("a", 10);
        assertEquals(new Throttle.Outcome(false, 0, 6), refused);
        hand.pass(Duration.ofSeconds(5));
        assertFalse(throttle.take("a", 10).allowed());
        hand.pass(Duration.ofSeconds(1));
        assertTrue(throttle.take("a", 10).allowed());
        assertFalse(throttle.take("a", 10).allowed());
        hand.pass(Duration.ofHours(3));
        assertEquals(10, taken("a", 10, 25));
    }

    @Test
    void eachHasABucketOfTheirOwn() {
        taken("a", 5, 9);
        assertEquals(5, taken("b", 5, 9));
        assertEquals(4, throttle.take("c", 5).left());
    }

    @Test
    void lookingTakesNothing() {
        for (int i = 0; i < 20; i++) assertTrue(throttle.look("a", 2).allowed());
        assertEquals(0, throttle.size());
        assertEquals(2, taken("a", 2, 5));
        assertFalse(throttle.look("a", 2).allowed());
    }

    @Test
    void whatIsRememberedIsBoundedAndWhoComesTooManySharesOneBucket() {
        for (String key : new String[] {"a", "b", "c"}) throttle.take(key, 5);
        int shared = 0;
        for (int i = 0; i < 40; i++) if (throttle.take("flood " + i, 5).allowed()) shared++;
        assertEquals(5, shared);
        assertEquals(4, throttle.size());
        assertTrue(throttle.take("a", 5).allowed(), "who was known keeps a bucket");
        hand.pass(Duration.ofMinutes(2));
        throttle.take("d", 5);
        assertEquals(1, throttle.size());
    }

    @Test
    void aClockThatGoesBackShutsNobodyOutForLong() {
        hand.pass(Duration.ofDays(300));
        throttle.take("a", 5);
        hand.pass(Duration.ofDays(-300));
        throttle.take("a", 5);
        hand.pass(Duration.ofMinutes(1));
        assertEquals(5, taken("a", 5, 9));
    }

    private int taken(String key, double perMinute, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) if (throttle.take(key, perMinute).allowed()) taken++;
        return taken;
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-12-01T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
