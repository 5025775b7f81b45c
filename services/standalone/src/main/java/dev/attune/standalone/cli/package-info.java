/** The verbs of the command line: parse, call, print. */
@NullMarked
package dev.attune.standalone.cli;

import org.jspecify.annotations.NullMarked;
