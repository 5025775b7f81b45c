package dev.attune.model.text.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.attune.model.text.personal.finding.PersonalDataKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymiserPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write to maria.lopez+tax@mail.example.com.|write to [EMAIL].",
                "cc o'neil@example.co.uk, please|cc [EMAIL], please",
                "call (214) 555-0142 now|call [PHONE] now",
                "214-555-0142, 214.555.0143|[PHONE], [PHONE-2]",
                "+1 214 555 0142 or 2145550142|[PHONE] or [PHONE]",
                "my cell is 555-0142|my cell is [PHONE]",
                "at 415-555-0199 ext. 12 today|at [PHONE] today",
                "from Berlin +49 30 901820 99|from Berlin [PHONE]",
                "+44 (20) 7946 0958.|[PHONE].",
                "card 4111 1111 1111 1111|card [CARD]",
                "3782-822463-10005 is my Amex|[CARD] is my Amex",
                "5555555555554444|[CARD]",
                "IBAN DE89 3704 0044 0532 0130 00 is mine|IBAN [IBAN] is mine",
                "GB82WEST12345698765432|[IBAN]",
                "my SSN is 536-22-8726|my SSN is [SSN]",
                "536 22 8726|[SSN]",
                "social security number 536228726|social security number [SSN]",
                "ITIN 912-70-1234|ITIN [SSN]",
                "routing number 021000021|routing number [ACCOUNT]",
                "account number is 48213377|account number is [ACCOUNT]",
                "Policy #POL-448299|Policy #[ACCOUNT]",
                "checking account ending in 4821|checking account ending in [ACCOUNT]",
                "my account 998877665, I think|my account [ACCOUNT], I think",
                "member ID: AB1234567|member ID: [ACCOUNT]",
                "it came from 192.168.10.7.|it came from [IP].",
                "2001:db8:85a3::8a2e:370:7334|[IP]",
                "see https://bank.example.com/u/maria?id=7.|see [URL].",
                "on linkedin.com/in/maria-lopez|on [URL]",
                "at 1420 Maple Street, Apt 4B, Dallas, TX 75201.|at [ADDRESS].",
                "77 N. 5th Ave|[ADDRESS]",
                "9 Rue Lane #12, Santa Fe, New Mexico 87501-1234|[ADDRESS]",
                "to P.O. Box 4412, Reno, NV 89501|to [ADDRESS]",
                "I was born on March 14, 1985|I was born on [BIRTHDATE]",
                "DOB: 03/14/1985|DOB: [BIRTHDATE]",
                "my birthday is the 14th of March|my birthday is the [BIRTHDATE]",
                "date of birth 1985-03-14|date of birth [BIRTHDATE]",
                "June 3 is my birthday|[BIRTHDATE] is my birthday",
                "I live in Dallas now|I live in [PLACE] now",
                "from San Antonio, Texas 78201|from [PLACE]",
                "Reno, NV is hot|[PLACE] is hot"
            })
    void shouldReplace(String text, String expected) {
        assertThat(anonymise(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I make $145,000 and owe 145,000 on the house.",
                "My 401(k), my 403(b) and the 529 plan.",
                "In 1985 and 2008, or 2024-2025, or 2024 2025 2026 2027.",
                "Returns of 7.25% and 3.5 percent, 60/40.",
                "It costs $2145550142 or $4111111111111111.",
                "card 4111 1111 1111 1112",
                "DE88 3704 0044 0532 0130 00",
                "GB82WEST12345698765431",
                "666-12-3456 and 000-12-3456 and 900-12-3456 and 536-00-1234",
                "routing number 021000022",
                "911-555-0142 and 114-555-0142",
                "My account is worth 145,000 and the policy pays 2,500 a month.",
                "The account has 12345678.50 in it.",
                "I have had the account since 2015.",
                "Our loan is at 6.875% for 30 years; the account number of savings is 2.",
                "Version 1.2.3 and 300.1.2.3 at 12:30:45.",
                "https://www.irs.gov/refunds and www.example.com and and/or",
                "In 2008 Wall Street fell.",
                "I want 3 good ways to drive down debt.",
                "The deadline is March 14, 2026; form 1099 and W-2.",
                "I was born in 1985 and retire at 67.",
                "Sell @ 120 or me@home",
                "Between 555-0142 and 100-2000 there is nothing.",
                "id 550e8400-e29b-41d4-a716-446655440000"
            })
    void shouldLeave(String text) {
        assertThat(anonymise(text)).isEqualTo(text);
    }

    @Test
    void shouldNumberWhatDiffersThroughoutAConversation() {
        Anonymised anonymised = Anonymiser.anonymise(
                List.of("Call 214-555-0142 or 415-555-0199.", "Which one, (214) 555-0142?", "No, 415.555.0199"));

        assertThat(anonymised.texts())
                .containsExactly("Call [PHONE] or [PHONE-2].", "Which one, [PHONE]?", "No, [PHONE-2]");
        assertThat(anonymised.replaced().byKind()).containsExactly(entry(PersonalDataKind.PHONE, 4L));
    }

    private static String anonymise(String text) {
        return Anonymiser.anonymise(List.of(text)).texts().getFirst();
    }
}
