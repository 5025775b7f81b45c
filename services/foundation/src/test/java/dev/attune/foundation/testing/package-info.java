/** What the tests of every service share: the servers they run on, tokens, topics and the rules of the architecture. */
@NullMarked
package dev.attune.foundation.testing;

import org.jspecify.annotations.NullMarked;
