/** How far an import or a dataset has come, from turns to pairs. */
@NullMarked
package dev.attune.preference.progress;

import org.jspecify.annotations.NullMarked;
