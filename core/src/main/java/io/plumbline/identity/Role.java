package io.plumbline.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person is in the firm; the group of the same name is a candidate group in the process
 * models.
 */
public enum Role {
  REQUESTER,
  PROJECT_MANAGER,
  PROCUREMENT_MANAGER,
  FINANCE_DIRECTOR,
  ORGANISATION_ADMIN,
  OPERATOR;

  /** The candidate group: {@code project-manager}. */
  public String group() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Role> ofGroup(String group) {
    return Arrays.stream(values()).filter(role -> role.group().equals(group)).findFirst();
  }
}
