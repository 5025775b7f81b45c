/** Errors as problem details (RFC 9457), made in one place. */
@NullMarked
package dev.attune.foundation.problem;

import org.jspecify.annotations.NullMarked;
