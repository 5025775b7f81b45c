/** Transactions on the PostgreSQL client, and writes that are done once per idempotency key. */
@NullMarked
package dev.attune.foundation.persistence;

import org.jspecify.annotations.NullMarked;
