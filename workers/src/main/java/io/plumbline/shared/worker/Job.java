package io.plumbline.shared.worker;

/**
 * What the engine asks for, without the engine.
 *
 * @param retries attempts that are left, this one included
 * @param variables as JSON
 */
record Job(long key, long processInstanceKey, int retries, String variables) {}
