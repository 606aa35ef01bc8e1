package io.plumbline.local;

/** The five ports of a broker with its gateway inside. */
public record ZeebePorts(int gateway, int command, int internal, int rest, int management) {
  public static ZeebePorts free() {
    return new ZeebePorts(Port.free(), Port.free(), Port.free(), Port.free(), Port.free());
  }
}
