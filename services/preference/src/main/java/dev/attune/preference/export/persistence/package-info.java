/** The rows of a snapshot, copied out of PostgreSQL. */
@NullMarked
package dev.attune.preference.export.persistence;

import org.jspecify.annotations.NullMarked;
