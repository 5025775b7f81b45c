/** Who calls, in which roles, and which datasets they may see. */
@NullMarked
package dev.attune.foundation.security;

import org.jspecify.annotations.NullMarked;
