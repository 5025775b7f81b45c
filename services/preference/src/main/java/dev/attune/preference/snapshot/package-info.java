/** Frozen, named selections of pairs. */
@NullMarked
package dev.attune.preference.snapshot;

import org.jspecify.annotations.NullMarked;
