package fr.terrain.deadline;

import fr.terrain.deadline.Deadlines.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Hears what falls due for subjects that only tests know, and does what a test wants of it. */
@ApplicationScoped
public class Ringing {
    private static final long FIRST = 9_000_000_000_000L;
    private static final AtomicLong NEXT = new AtomicLong(FIRST);

    @Inject
    Deadlines deadlines;

    private final List<Due> heard = new CopyOnWriteArrayList<>();
    private final Map<Long, Consumer<Due>> does = new ConcurrentHashMap<>();

    /** A subject that nobody else has. */
    static long newSubject() {
        return NEXT.incrementAndGet();
    }

    /** What happens when this subject's time comes, after it was heard. */
    void when(long subject, Consumer<Due> then) {
        does.put(subject, then);
    }

    List<Due> heard(List<Long> subjects) {
        return heard.stream().filter(due -> subjects.contains(due.subjectId())).toList();
    }

    void on(@Observes Due due) {
        if (due.subjectId() < FIRST) return;
        heard.add(due);
        deadlines.open(due.subjectId(), Kind.REPORT, due.dueAt().plusSeconds(1_000_000_000));
        does.getOrDefault(due.subjectId(), one -> {}).accept(due);
    }
}
