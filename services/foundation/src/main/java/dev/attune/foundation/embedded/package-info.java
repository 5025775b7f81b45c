/** The embedded PostgreSQL and Kafka that the standalone platform and the tests run on. */
@NullMarked
package dev.attune.foundation.embedded;

import org.jspecify.annotations.NullMarked;
