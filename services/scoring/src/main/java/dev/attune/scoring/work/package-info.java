/** Where computing happens, so that event loops never do it. */
@NullMarked
package dev.attune.scoring.work;

import org.jspecify.annotations.NullMarked;
