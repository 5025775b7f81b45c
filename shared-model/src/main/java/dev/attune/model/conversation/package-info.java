/** Conversations as messages, and the compact form in which people author them. */
@NullMarked
package dev.attune.model.conversation;

import org.jspecify.annotations.NullMarked;
