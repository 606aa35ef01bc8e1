package io.plumbline.procurement;

import java.util.Arrays;
import java.util.Optional;

/** What is bought; budgets and the approval matrix go by it. */
public enum Category {
  MATERIALS,
  EQUIPMENT,
  SUBCONTRACT,
  SERVICES,
  OFFICE;

  /** The name in the approval matrix and in the database: {@code materials}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Optional<Category> ofKey(String key) {
    return Arrays.stream(values()).filter(category -> category.key().equals(key)).findFirst();
  }
}
