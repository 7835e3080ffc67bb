package fr.terrain.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many callers who begin at the same instant. */
final class Crowd {
    private Crowd() {}

    /** What the caller of this number does. */
    @FunctionalInterface
    interface Deed<T> {
        T of(int caller) throws Exception;
    }

    /** What each brought back, in their order. */
    static <T> List<T> run(int callers, Deed<T> deed) throws Exception {
        CyclicBarrier start = new CyclicBarrier(callers);
        List<T> results = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(callers)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                futures.add(executor.submit(() -> {
                    start.await();
                    return deed.of(caller);
                }));
            }
            for (Future<T> future : futures) results.add(future.get());
        }
        return results;
    }
}
