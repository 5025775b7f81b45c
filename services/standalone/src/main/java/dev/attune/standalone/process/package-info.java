/** The main classes of the child processes that are no service: the database and the broker. */
@NullMarked
package dev.attune.standalone.process;

import org.jspecify.annotations.NullMarked;
