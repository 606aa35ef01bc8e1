package io.plumbline.operations.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.operations.ProcessDiagrams;
import io.plumbline.shared.ui.InstanceDiagrams;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Moments;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Diagrams that follow their instance while they are shown. */
@Service
class LiveInstanceDiagrams implements InstanceDiagrams {
  private final ProcessDiagrams diagrams;
  private final LiveUpdates updates;
  private final ObjectProvider<Moments> moments;

  LiveInstanceDiagrams(
      ProcessDiagrams diagrams, LiveUpdates updates, ObjectProvider<Moments> moments) {
    this.diagrams = diagrams;
    this.updates = updates;
    this.moments = moments;
  }

  @Override
  public Optional<Component> of(long processInstanceKey) {
    return diagrams
        .ofInstance(processInstanceKey)
        .map(
            diagram -> {
              var picture = new InstanceDiagram(moments.getObject());
              picture.show(diagram);
              updates.follow(
                  picture,
                  change ->
                      change.instances().isEmpty()
                          || change.instances().contains(processInstanceKey),
                  () -> diagrams.ofInstance(processInstanceKey).ifPresent(picture::show));
              return picture;
            });
  }
}
