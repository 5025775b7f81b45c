/** Where rankings and their inputs lie: PostgreSQL. */
@NullMarked
package dev.attune.ranking.strength.persistence;

import org.jspecify.annotations.NullMarked;
