/** Outlines in the database. */
@NullMarked
package dev.attune.generation.coverage.persistence;

import org.jspecify.annotations.NullMarked;
