/** Errors as they go over the wire: problem details (RFC 9457). */
@NullMarked
package dev.attune.model.problem;

import org.jspecify.annotations.NullMarked;
