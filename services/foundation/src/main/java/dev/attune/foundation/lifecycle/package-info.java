/** What a service does as a process: it ends when its parent does. */
@NullMarked
package dev.attune.foundation.lifecycle;

import org.jspecify.annotations.NullMarked;
