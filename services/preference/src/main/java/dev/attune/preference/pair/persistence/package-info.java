/** Pairs in PostgreSQL, to be read. */
@NullMarked
package dev.attune.preference.pair.persistence;

import org.jspecify.annotations.NullMarked;
