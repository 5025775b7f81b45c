/** Where judgments lie: PostgreSQL. */
@NullMarked
package dev.attune.ranking.judgment.persistence;

import org.jspecify.annotations.NullMarked;
