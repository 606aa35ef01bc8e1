package io.plumbline.bench;

import java.util.List;

/** One thing that is measured; it may report several results. */
interface Figure {
  /** What is typed to run this one alone. */
  String name();

  List<Result> measure(BenchSystem system) throws Exception;
}
