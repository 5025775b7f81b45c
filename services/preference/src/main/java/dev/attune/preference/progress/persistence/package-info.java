/** Progress counted in PostgreSQL. */
@NullMarked
package dev.attune.preference.progress.persistence;

import org.jspecify.annotations.NullMarked;
