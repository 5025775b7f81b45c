/** What this service deletes of an erased conversation, in PostgreSQL. */
@NullMarked
package dev.attune.preference.erasure.persistence;

import org.jspecify.annotations.NullMarked;
