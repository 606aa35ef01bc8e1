package io.plumbline.shared.process;

/** What a node does; {@code plumbline.roles} names them, all by default. */
public enum NodeRole {
  /** Serves people and programs. */
  WEB,
  /** Runs jobs of the engine. */
  WORKER,
  /** Carries commands and messages out. */
  RELAY
}
