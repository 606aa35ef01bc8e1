package io.plumbline.local;

/** How long a child process lives. */
public enum Lifetime {
  /** Survives this process; a later one finds it again. For {@code ./plumbline up}. */
  UNTIL_STOPPED,
  /** Ends with this process, however that ends. For tests and benchmarks. */
  WITH_THIS_PROCESS
}
