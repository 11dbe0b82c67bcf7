package kz.intelligentplatforms.partners.testing;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many doing the same at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What came of it, in the order of the numbers from 0 that {@code deed} was given. */
    public static <T> List<T> run(int times, IntFunction<T> deed) {
        var barrier = new CyclicBarrier(times);
        var pool = Executors.newFixedThreadPool(times);
        try {
            var running = IntStream.range(0, times)
                    .mapToObj(number -> pool.submit(() -> {
                        barrier.await();
                        return deed.apply(number);
                    }))
                    .toList();
            return running.stream().map(AtOnce::resultOf).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T resultOf(Future<T> running) {
        try {
            return running.get(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
