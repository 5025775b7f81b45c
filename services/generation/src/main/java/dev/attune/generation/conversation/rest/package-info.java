/** Conversations and turns over HTTP. */
@NullMarked
package dev.attune.generation.conversation.rest;

import org.jspecify.annotations.NullMarked;
