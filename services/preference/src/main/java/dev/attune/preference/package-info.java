/** The preference service: pairs out of judgments and scores, frozen snapshots of them, and exports for trainers. */
@NullMarked
package dev.attune.preference;

import org.jspecify.annotations.NullMarked;
