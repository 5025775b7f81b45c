/** What this service deletes of an erased conversation: PostgreSQL. */
@NullMarked
package dev.attune.ranking.erasure.persistence;

import org.jspecify.annotations.NullMarked;
