package kz.intelligentplatforms.partners.bench;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A step of many cases, by several threads that share the cases among them. */
final class InParallel {

    private InParallel() {}

    /** Adds to {@code taken} what the step takes for each case; gives the time from the first's start to the last's end, in nanoseconds. */
    static long run(int threads, long[] taken, IntConsumer step) throws InterruptedException {
        var next = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            var workers = new ArrayList<Future<?>>();
            for (int thread = 0; thread < threads; thread++) {
                workers.add(pool.submit(() -> {
                    for (int i = next.getAndIncrement(); i < taken.length; i = next.getAndIncrement()) {
                        long begun = System.nanoTime();
                        step.accept(i);
                        taken[i] += System.nanoTime() - begun;
                    }
                }));
            }
            for (var worker : workers) {
                worker.get();
            }
            return System.nanoTime() - start;
        } catch (ExecutionException e) {
            throw new AssertionError("A case failed", e.getCause());
        } finally {
            pool.shutdown();
        }
    }
}
