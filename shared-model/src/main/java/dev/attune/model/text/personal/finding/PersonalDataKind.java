package dev.attune.model.text.personal.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of personal data that can be told apart. The codes are stable. */
public enum PersonalDataKind {
    EMAIL,
    PHONE,
    /** The number of a payment card. */
    CARD,
    IBAN,
    /** A social security number or the taxpayer's number that is used in its place. */
    SSN,
    /** The number of an account, a policy, a loan or a membership, or of the bank that holds it. */
    ACCOUNT,
    /** A street address, or a post office box. */
    ADDRESS,
    IP,
    /** A web address that says more than a site. */
    URL,
    BIRTHDATE,
    PLACE,
    NAME;

    /** The name on the wire. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
