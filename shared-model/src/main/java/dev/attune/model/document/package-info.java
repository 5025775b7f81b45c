/**
 * The emotionally aware conversation format: one JSON document a conversation, in which every turn is laid open, from the
 * client's words to each sentence of the reply. The records are the format; its reader names every breach.
 */
@NullMarked
package dev.attune.model.document;

import org.jspecify.annotations.NullMarked;
