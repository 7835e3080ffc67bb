package fr.terrain.audit;

import fr.terrain.TestClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The calendar that all tests with seals share, since a sealed day cannot come again: it only goes on. */
@ApplicationScoped
class SealDays {
    @Inject
    SealRepository seals;

    /** Moves the clock to the morning after the first day that is not sealed, and gives that day. */
    LocalDate endOne() {
        LocalDate day = seals.list(SealRepository.END_OF_TIME, 1).stream()
                .map(last -> last.day().plusDays(1))
                .findFirst()
                .orElseGet(TestClock::today);
        LocalDateTime morning = day.plusDays(1).atTime(8, 0);
        TestClock.travel(morning);
        return day;
    }
}
