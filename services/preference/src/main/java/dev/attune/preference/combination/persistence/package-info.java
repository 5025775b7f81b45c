/** What is combined, and the pairs that come of it, in PostgreSQL. */
@NullMarked
package dev.attune.preference.combination.persistence;

import org.jspecify.annotations.NullMarked;
