package dev.attune.model.annotator;

/** What a sentence of a reply does, with what follows from it. */
enum SentenceFunction {
    ACKNOWLEDGES(
            "acknowledges",
            "The client is met before anything is asked of them",
            "reflective-listening",
            "Begin with what the client said, in words as exact",
            "Being understood lowers arousal before thinking begins (affect labelling, Lieberman 2007)"),
    ASKS(
            "asks",
            "The client's own view is wanted",
            "open-question",
            "Ask one question and wait for its answer",
            "An open question keeps the choice with the client (motivational interviewing, Miller and Rollnick)"),
    STEPS(
            "offers a step",
            "There is something that can be done",
            "single-step",
            "Offer one step, small and with an end",
            "A plan of when and where is more likely to be carried out (implementation intentions, Gollwitzer 1999)"),
    FIGURES(
            "lays out figures",
            "The size becomes known",
            "accurate-arithmetic",
            "Use the client's own figures and let them be checked",
            "A known size frightens less than an unknown one (uncertainty intolerance, Dugas 1998)"),
    HANDS_OFF(
            "hands off",
            "The client knows who comes next",
            "boundary-keeping",
            "Say who does what next and where the work ends",
            "A clear frame is safety (secure base, Bowlby 1988)"),
    LIMITS(
            "says what is not known",
            "The client can rely on the rest",
            "honest-uncertainty",
            "Say what is not known and promise nothing",
            "Trust grows where a limit is admitted (source credibility)"),
    REFLECTS(
            "reflects",
            "The client hears their situation in other words",
            "client-language",
            "Stay with the client's images and facts",
            "Own words are believed sooner than another's (self-perception, Bem 1972)");

    private final String code;
    private final String purpose;
    private final String technique;
    private final String lesson;
    private final String principle;

    SentenceFunction(String code, String purpose, String technique, String lesson, String principle) {
        this.code = code;
        this.purpose = purpose;
        this.technique = technique;
        this.lesson = lesson;
        this.principle = principle;
    }

    String code() {
        return code;
    }

    String purpose() {
        return purpose;
    }

    /** The skill's code. */
    String technique() {
        return technique;
    }

    String lesson() {
        return lesson;
    }

    String principle() {
        return principle;
    }
}
