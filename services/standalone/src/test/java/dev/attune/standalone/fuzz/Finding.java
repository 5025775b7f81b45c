package dev.attune.standalone.fuzz;

/**
 * One thing that is wrong with an answer.
 *
 * @param kind what sort of fault; the same for every request that meets it
 * @param detail what exactly
 */
record Finding(String kind, String detail) {}
