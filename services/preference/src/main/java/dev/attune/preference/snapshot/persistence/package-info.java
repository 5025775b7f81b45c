/** Snapshots in PostgreSQL. */
@NullMarked
package dev.attune.preference.snapshot.persistence;

import org.jspecify.annotations.NullMarked;
