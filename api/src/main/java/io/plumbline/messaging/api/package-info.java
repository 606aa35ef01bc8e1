/**
 * Where the phone provider calls: inbound messages and reports about outgoing ones, each signed.
 * With profile local also the stand-in for the provider, so that the real SDK has someone to talk
 * to.
 */
@NullMarked
package io.plumbline.messaging.api;

import org.jspecify.annotations.NullMarked;
