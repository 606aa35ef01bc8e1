package io.plumbline.bench;

/** Numbers of the demo data. */
final class Phones {
  static final String REQUESTER = "+966500000001";
  static final String OURS = "+966112000000";

  private Phones() {}
}
