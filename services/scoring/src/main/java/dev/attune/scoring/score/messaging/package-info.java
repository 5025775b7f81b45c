/** Changed turns in. */
@NullMarked
package dev.attune.scoring.score.messaging;

import org.jspecify.annotations.NullMarked;
