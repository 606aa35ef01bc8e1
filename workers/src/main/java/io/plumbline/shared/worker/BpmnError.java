package io.plumbline.shared.worker;

import java.util.Map;

/** A broken rule that the process models by an error event. */
public class BpmnError extends RuntimeException {
  private final String code;
  private final transient Map<String, Object> variables;

  public BpmnError(String code, Throwable cause, Map<String, Object> variables) {
    super(cause.getMessage(), cause);
    this.code = code;
    this.variables = Map.copyOf(variables);
  }

  public String code() {
    return code;
  }

  /** Variables for the error event. */
  public Map<String, Object> variables() {
    return variables;
  }
}
