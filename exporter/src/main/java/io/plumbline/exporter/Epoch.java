package io.plumbline.exporter;

import java.util.UUID;

/**
 * The log being exported: its number orders rows of successive logs, its incarnation is what the
 * broker keeps of it.
 */
record Epoch(int number, UUID incarnation) {}
