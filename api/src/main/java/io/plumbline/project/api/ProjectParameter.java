package io.plumbline.project.api;

import io.plumbline.project.Projects;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A project as callers name it: its id, or its code such as {@code TWR-B}. */
@Component
public class ProjectParameter {
  private final Projects projects;

  ProjectParameter(Projects projects) {
    this.projects = projects;
  }

  /**
   * The project's id; null when none is named.
   *
   * @throws InvalidInput at the field when there is no project of this code
   */
  public @Nullable UUID id(String field, @Nullable String idOrCode) {
    if (idOrCode == null || idOrCode.isBlank()) {
      return null;
    }
    var named = idOrCode.strip();
    return isId(named) ? UUID.fromString(named) : ofCode(field, named);
  }

  private UUID ofCode(String field, String code) {
    return projects
        .findByCode(code)
        .map(project -> project.id().value())
        .orElseThrow(
            () -> new InvalidInput(List.of(Problem.of(field, "api.project.unknown", code))));
  }

  private static boolean isId(String named) {
    return named.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  }
}
