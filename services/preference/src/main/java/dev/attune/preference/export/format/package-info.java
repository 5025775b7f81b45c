/** The formats of files, one class each. */
@NullMarked
package dev.attune.preference.export.format;

import org.jspecify.annotations.NullMarked;
