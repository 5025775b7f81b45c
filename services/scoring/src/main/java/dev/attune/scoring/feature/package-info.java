/** What the models see of a text: word n-grams and the few traits of a response that matter and are not its length. */
@NullMarked
package dev.attune.scoring.feature;

import org.jspecify.annotations.NullMarked;
