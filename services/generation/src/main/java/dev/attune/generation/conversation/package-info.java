/** Conversations, their turns and responses: drafts are checked, completed, stored once and told of. */
@NullMarked
package dev.attune.generation.conversation;

import org.jspecify.annotations.NullMarked;
