package dev.attune.generation.generator;

import java.util.List;

/** Writes candidate responses to a turn. Implementations are thread-safe and do no I/O of their own. */
public interface Generator {

    /** Its stable name with its version, which every response of it carries. */
    String name();

    /** Two or more candidates of different strategies; the same context gives the same candidates. */
    List<Draft> candidates(TurnContext context);
}
