package io.plumbline.shared.ui;

/** Names of {@link io.plumbline.identity.Role} for annotations, which need constants. */
public final class Roles {
  public static final String REQUESTER = "REQUESTER";
  public static final String OPERATOR = "OPERATOR";
  public static final String PROCUREMENT_MANAGER = "PROCUREMENT_MANAGER";
  public static final String ORGANISATION_ADMIN = "ORGANISATION_ADMIN";

  private Roles() {}
}
