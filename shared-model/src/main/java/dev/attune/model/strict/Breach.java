package dev.attune.model.strict;

/**
 * One way in which a document breaks the rules of its format.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901); empty for the document as a whole
 * @param message what is wrong there, without the text that stands there
 */
public record Breach(String pointer, String message) {

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "/" : pointer) + ": " + message;
    }
}
