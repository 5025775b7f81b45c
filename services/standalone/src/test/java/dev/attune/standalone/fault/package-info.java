/** Faults: processes are killed, servers cut off and disks filled under load, and the ledger is held against itself. */
@NullMarked
package dev.attune.standalone.fault;

import org.jspecify.annotations.NullMarked;
