package io.plumbline.shared.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach the engine.
 *
 * @param gateway host and port of the gateway's gRPC endpoint
 * @param plaintext without TLS
 * @param requestTimeout after which an attempt counts as failed; shorter than {@link
 *     CommandRelay#LEASE}
 * @param workerThreads threads that run job workers on this node
 */
@ConfigurationProperties("plumbline.zeebe")
public record EngineSettings(
    @DefaultValue("127.0.0.1:26500") String gateway,
    @DefaultValue("true") boolean plaintext,
    @DefaultValue("5s") Duration requestTimeout,
    @DefaultValue("8") int workerThreads) {}
