/** Linear learning by Tribuo's liblinear. */
@NullMarked
package dev.attune.scoring.learn.tribuo;

import org.jspecify.annotations.NullMarked;
