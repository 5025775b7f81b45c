/** Conversations in the database, by a handful of statements a batch. */
@NullMarked
package dev.attune.generation.conversation.persistence;

import org.jspecify.annotations.NullMarked;
