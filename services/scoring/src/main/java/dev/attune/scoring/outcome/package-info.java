/** What strategies lead to: the change of the client in the next message. */
@NullMarked
package dev.attune.scoring.outcome;

import org.jspecify.annotations.NullMarked;
