/** Where comparisons and leases lie: PostgreSQL, whose row locks make the overlap exact. */
@NullMarked
package dev.attune.ranking.comparison.persistence;

import org.jspecify.annotations.NullMarked;
