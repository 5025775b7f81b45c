/** Lists by cursor. */
@NullMarked
package dev.attune.foundation.paging;

import org.jspecify.annotations.NullMarked;
