/**
 * Writes the deep format from compact conversations: what the author wrote is taken over, all else comes by rules from the
 * vertical, and the document names the values that do.
 */
@NullMarked
package dev.attune.model.annotator;

import org.jspecify.annotations.NullMarked;
