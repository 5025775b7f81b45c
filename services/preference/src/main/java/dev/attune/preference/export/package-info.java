/** Snapshots as files: rows stream out of the database, through a format, to the client. */
@NullMarked
package dev.attune.preference.export;

import org.jspecify.annotations.NullMarked;
