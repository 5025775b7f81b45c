/** The platform on one machine: servers and services as supervised child processes. */
@NullMarked
package dev.attune.standalone.platform;

import org.jspecify.annotations.NullMarked;
