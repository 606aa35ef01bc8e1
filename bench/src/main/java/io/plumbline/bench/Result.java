package io.plumbline.bench;

/**
 * One measured figure.
 *
 * @param target what was promised, in words
 * @param measured what came out, with its unit
 * @param met whether the promise holds on this run
 * @param conditions what was running, for how long, with how many
 */
record Result(String figure, String target, String measured, boolean met, String conditions) {}
