package io.plumbline.shared.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.plumbline.messaging.process.Notification;
import io.plumbline.procurement.process.ProcurementApproval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Each job type of a process has exactly one worker, named after it, and no worker has none. */
class WorkerTypesTest {
  private static final List<Class<?>> JOBS =
      List.of(ProcurementApproval.Job.class, Notification.Job.class);

  @Test
  void shouldHaveOneWorkerPerJobType() throws ReflectiveOperationException {
    var types = new ArrayList<String>();
    for (var jobs : JOBS) {
      for (var field : jobs.getFields()) {
        types.add((String) field.get(null));
      }
    }
    assertThat(workers().stream().map(Worker::type)).containsExactlyInAnyOrderElementsOf(types);
  }

  @Test
  void shouldBeNamedAfterItsJobType() throws ReflectiveOperationException {
    for (var worker : workers()) {
      var task = worker.type().substring(worker.type().indexOf('.') + 1);
      var name = task.substring(0, 1).toUpperCase(Locale.ROOT) + task.substring(1) + "Worker";
      assertThat(worker.getClass().getSimpleName()).isEqualTo(name);
    }
  }

  private static List<Worker<?, ?>> workers() throws ReflectiveOperationException {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(Worker.class));
    var workers = new ArrayList<Worker<?, ?>>();
    var features = List.of("io.plumbline.procurement", "io.plumbline.messaging");
    for (var found :
        features.stream()
            .flatMap(feature -> scan.findCandidateComponents(feature).stream())
            .toList()) {
      var constructor = Class.forName(found.getBeanClassName()).getDeclaredConstructors()[0];
      var parts = Arrays.stream(constructor.getParameterTypes()).map(type -> mock(type)).toArray();
      workers.add((Worker<?, ?>) BeanUtils.instantiateClass(constructor, parts));
    }
    return workers;
  }
}
