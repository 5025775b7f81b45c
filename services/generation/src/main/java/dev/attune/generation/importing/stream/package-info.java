/** Bytes to lines in constant memory, packed or plain. */
@NullMarked
package dev.attune.generation.importing.stream;

import org.jspecify.annotations.NullMarked;
