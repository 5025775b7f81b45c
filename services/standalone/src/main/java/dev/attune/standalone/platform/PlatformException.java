package dev.attune.standalone.platform;

/** The platform cannot do what was asked; the message says to a person why, and what to do. */
public final class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlatformException(String message) {
        super(message);
    }

    public PlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
