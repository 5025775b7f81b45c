/** The messages that services send each other: full state with a revision, never a delta. */
@NullMarked
package dev.attune.model.message;

import org.jspecify.annotations.NullMarked;
