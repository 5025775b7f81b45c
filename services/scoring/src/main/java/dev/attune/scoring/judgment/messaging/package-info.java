/** Judgments in. */
@NullMarked
package dev.attune.scoring.judgment.messaging;

import org.jspecify.annotations.NullMarked;
