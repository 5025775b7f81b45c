/** The projections in PostgreSQL. */
@NullMarked
package dev.attune.preference.projection.persistence;

import org.jspecify.annotations.NullMarked;
