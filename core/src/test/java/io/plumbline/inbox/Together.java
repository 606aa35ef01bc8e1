package io.plumbline.inbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Several people at the same moment. */
final class Together {
  private Together() {}

  record Outcomes(List<Integer> succeeded, List<Throwable> failures) {}

  static Outcomes run(int people, IntConsumer action) {
    var barrier = new CyclicBarrier(people);
    var succeeded = new CopyOnWriteArrayList<Integer>();
    var failures = new CopyOnWriteArrayList<Throwable>();
    try (var threads = Executors.newFixedThreadPool(people)) {
      IntStream.range(0, people)
          .forEach(
              i ->
                  threads.submit(
                      () -> {
                        try {
                          barrier.await();
                          action.accept(i);
                          succeeded.add(i);
                        } catch (Throwable e) {
                          failures.add(e);
                        }
                      }));
    }
    return new Outcomes(succeeded, failures);
  }
}
