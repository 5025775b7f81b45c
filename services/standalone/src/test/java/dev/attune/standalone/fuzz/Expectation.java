package dev.attune.standalone.fuzz;

/** What a request was made to bring about, beyond that every answer keeps to the document. */
enum Expectation {
    /** Anything that the document says of the operation. */
    DOCUMENTED,
    /** It keeps to the document, so it is not refused as unreadable. */
    VALID,
    /** It breaks the document's rules, so it does not succeed. */
    REFUSED,
    /** Its token is not valid. */
    UNAUTHENTICATED,
    /** Its token has not the role. */
    FORBIDDEN,
    /** What it names is of a dataset that the token does not open. */
    HIDDEN,
    /** Its path is not that of the operation any more. */
    OTHER_PATH,
    /** The document knows no such method of the path. */
    OTHER_METHOD,
    /** The HTTP parser refuses it before any of our code sees it. */
    UNPARSED
}
