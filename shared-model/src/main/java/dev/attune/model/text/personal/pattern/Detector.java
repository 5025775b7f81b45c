package dev.attune.model.text.personal.pattern;

import dev.attune.model.text.personal.finding.Findings;

/** Finds personal data of one form, in time that grows with the text's length alone. */
interface Detector {

    /**
     * Adds what it finds.
     *
     * @param text with plain blanks, hyphens and apostrophes, see {@link Patterns}
     */
    void detect(String text, Findings findings);
}
