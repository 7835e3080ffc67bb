package fr.terrain.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** How long a piece of work took, many times over. */
record Timing(long[] sortedNanos) {

    /** A piece of work done again and again on one connection. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** One connection: the work that goes through it. */
    @FunctionalInterface
    interface Opening {
        Work open() throws Exception;
    }

    /** Runs the work so often through so many connections at once, after a warm-up that is not counted. */
    static Timing of(int connections, int warmUp, int times, Opening opening) throws Exception {
        List<Work> works = new ArrayList<>();
        for (int i = 0; i < connections; i++) works.add(opening.open());
        run(works, warmUp);
        return run(works, times);
    }

    static Timing of(LongStream nanos) {
        return new Timing(nanos.sorted().toArray());
    }

    private static Timing run(List<Work> works, int times) throws Exception {
        AtomicInteger left = new AtomicInteger(times);
        try (ExecutorService callers = Executors.newFixedThreadPool(works.size())) {
            List<Future<LongStream>> all = new ArrayList<>();
            for (Work work : works) all.add(callers.submit(() -> take(work, left)));
            LongStream nanos = LongStream.empty();
            for (Future<LongStream> some : all) nanos = LongStream.concat(nanos, some.get());
            return of(nanos);
        }
    }

    private static LongStream take(Work work, AtomicInteger left) throws Exception {
        long[] nanos = new long[Math.max(0, left.get())];
        int done = 0;
        while (left.getAndDecrement() > 0) {
            long begun = System.nanoTime();
            work.run();
            nanos[done++] = System.nanoTime() - begun;
        }
        return Arrays.stream(nanos, 0, done);
    }

    double p50Millis() {
        return percentile(50);
    }

    double p95Millis() {
        return percentile(95);
    }

    double maxMillis() {
        return percentile(100);
    }

    private double percentile(int percent) {
        int rank = Math.ceilDiv(percent * sortedNanos.length, 100);
        return Math.round(sortedNanos[Math.max(0, rank - 1)] / 10_000.0) / 100.0;
    }
}
