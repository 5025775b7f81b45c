/** How bodies are read. */
@NullMarked
package dev.attune.foundation.json;

import org.jspecify.annotations.NullMarked;
