package io.plumbline.identity;

/** How someone reached us. */
public enum Channel {
  WEB,
  REST,
  WHATSAPP,
  SMS,
  EMAIL,
  SYSTEM
}
