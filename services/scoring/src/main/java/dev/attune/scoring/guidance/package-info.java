/** What to do about a live client's message. */
@NullMarked
package dev.attune.scoring.guidance;

import org.jspecify.annotations.NullMarked;
