package io.plumbline.local;

import java.util.Map;
import java.util.TreeMap;

/** The broker's settings as environment variables; docker-compose.yml uses the same names. */
final class ZeebeEnvironment {
  static final String EXPORTER_CLASS = "io.plumbline.exporter.PlumblineExporter";
  static final String EXPORTER = "ZEEBE_BROKER_EXPORTERS_PLUMBLINE_";
  private static final String LOOPBACK = "127.0.0.1";

  private ZeebeEnvironment() {}

  static Map<String, String> of(ZeebeSettings settings) {
    var ports = settings.ports();
    var all = new TreeMap<String, String>();
    all.put("ZEEBE_BROKER_NETWORK_HOST", LOOPBACK);
    all.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", Integer.toString(ports.command()));
    all.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", Integer.toString(ports.internal()));
    all.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", LOOPBACK);
    all.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", Integer.toString(ports.gateway()));
    all.put("SERVER_ADDRESS", LOOPBACK);
    all.put("SERVER_PORT", Integer.toString(ports.rest()));
    all.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
    all.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management()));
    all.put(
        "ZEEBE_BROKER_DATA_DIRECTORY", settings.home().resolve("data").toAbsolutePath().toString());
    // the defaults, 2 and 1 GB, would stop processing on a nearly full developer's disk
    all.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "512MB");
    all.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "256MB");
    settings.exporter().ifPresent(exporter -> put(all, exporter));
    all.putAll(settings.environment());
    return all;
  }

  private static void put(Map<String, String> all, ZeebeSettings.Exporter exporter) {
    all.put(EXPORTER + "CLASSNAME", EXPORTER_CLASS);
    all.put(EXPORTER + "JARPATH", exporter.jar().toAbsolutePath().toString());
    all.put(EXPORTER + "ARGS_URL", exporter.jdbcUrl());
    all.put(EXPORTER + "ARGS_USER", exporter.user());
    all.put(EXPORTER + "ARGS_PASSWORD", exporter.password());
  }
}
