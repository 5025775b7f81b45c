/** What a service does while its database says nothing: callers are told so, and nothing waits for ever. */
@NullMarked
package dev.attune.foundation.availability;

import org.jspecify.annotations.NullMarked;
