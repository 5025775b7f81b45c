/** The consumers of the topics. */
@NullMarked
package dev.attune.preference.projection.messaging;

import org.jspecify.annotations.NullMarked;
