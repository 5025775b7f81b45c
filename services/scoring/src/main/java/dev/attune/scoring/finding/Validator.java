package dev.attune.scoring.finding;

import java.util.List;

/** Looks for one kind of breach. Stateless, thread-safe, deterministic; it computes, so never on an event loop. */
public interface Validator {

    /** What it looks for, in the order of the replies; empty where all is well. Never fails, whatever the texts are. */
    List<Finding> validate(Exchange exchange);
}
