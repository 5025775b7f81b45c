/** The contract between the standalone platform's launcher and the processes that it starts. */
@NullMarked
package dev.attune.model.process;

import org.jspecify.annotations.NullMarked;
