/**
 * A fuzzer of the platform's API: requests made from the OpenAPI document and spoilt in every way that is known here go
 * to every operation, and every answer is held against the document.
 */
@NullMarked
package dev.attune.standalone.fuzz;

import org.jspecify.annotations.NullMarked;
