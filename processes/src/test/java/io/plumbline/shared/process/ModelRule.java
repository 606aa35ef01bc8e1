package io.plumbline.shared.process;

import java.util.stream.Stream;

/** Something every model of the house keeps. */
interface ModelRule {
  /** What is wrong, each in a sentence that names the element. */
  Stream<String> problems(ModelFile model);

  String name();
}
