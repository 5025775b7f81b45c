package dev.attune.model.text.personal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A text of a planner's client with personal data of known kinds among amounts, years and other harmless figures. */
public final class PlantedDocument {

    private static final String[] FILLERS = {
        "We owe $%d,%03d on the house at 6.%d%%.", "My 401(k) lost %d%% in 2022.", "I was going to retire in 20%d.",
        "The Roth IRA limit was 7,000 in 2024.", "It is about %d,%03d a month before taxes.",
                "May I ask what Will means by that?",
        "The 529 plan has %d%03d.50 in it.", "I read form 1099-R and page %d of %d.", "Social Security pays $%d,%03d.",
        "My account is down to %d,%03d dollars.", "Between 2019 and 2023 we saved %d%%.",
                "Thank you, Elena, that helps a lot.",
        "On March 3, 2025 the policy premium went up by $%d.",
                "The market opened at 9:30:15, version 2.%d.%d of the app."
    };
    private static final String[] GIVEN = {
        "Maria",
        "Kevin",
        "Priya",
        "Kwame",
        "Mei",
        "DeShawn",
        "Xiomara",
        "Thandeka",
        "Jörg",
        "Guadalupe",
        "Omar",
        "Linh",
        "Grace",
        "Siobhan",
        "Zorana",
        "Bashir"
    };
    private static final String[] SURNAMES = {
        "Lopez",
        "Okafor",
        "Nguyen",
        "Raman",
        "Smith",
        "Vukic",
        "Garcia",
        "Tanaka",
        "Washington",
        "Oyelaran",
        "Kowalski",
        "Haddad"
    };
    private static final String[] STREETS = {
        "Maple Street",
        "N. 5th Ave",
        "Old Mill Road",
        "Cedar Ridge Drive",
        "Martin Luther King Blvd",
        "Sunset Terrace",
        "Elm St."
    };
    private static final String[] CITIES = {
        "Dallas, TX", "Reno, Nevada", "San Antonio, TX", "Springfield, IL", "Waxahachie, TX"
    };
    private static final String[] MONTHS = {"January", "March", "Jul", "September", "Dec"};

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Planted> planted = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    /** A planted datum. */
    public record Planted(String kind, String value) {}

    /** A document of the next random numbers. */
    public PlantedDocument(Random random) {
        this.random = random;
        List<Runnable> plants = new ArrayList<>(List.of(
                () -> plant("EMAIL", email(), "You can write to %s.", "My mail is %s, please", "(%s)"),
                () -> plant("PHONE", phone(), "Call me at %s.", "%s is my cell,", "I tried %s twice", "Phone: %s"),
                () -> plant("CARD", card(), "The card is %s.", "I gave them %s over the phone", "Visa %s, exp 04/27"),
                () -> plant("IBAN", iban(), "Send it to %s.", "My IBAN is %s and", "IBAN: %s"),
                () -> plant("SSN", ssn(), "My SSN is %s.", "They asked for %s", "Social Security number: %s"),
                () -> plant(
                        "ACCOUNT",
                        digits(8 + random.nextInt(4)),
                        "The account number is %s.",
                        "Policy #%s",
                        "my loan number %s",
                        "acct. no. %s",
                        "it is account %s,",
                        "Member ID: %s"),
                () -> plant("ACCOUNT", routing(), "The routing number is %s.", "ABA %s"),
                () -> plant("ADDRESS", address(), "We live at %s.", "Mail it to %s please", "My house at %s"),
                () -> plant(
                        "IP",
                        number(1, 255) + "." + number(0, 255) + "." + number(0, 255) + "." + number(1, 254),
                        "It said %s.",
                        "a login from %s,"),
                () -> plant("URL", url(), "See %s.", "it is at %s and", "(%s)"),
                () -> plant(
                        "BIRTHDATE", date(), "I was born on %s.", "DOB: %s", "my birthday is %s,", "Date of birth %s"),
                () -> plant("PLACE", pick(CITIES), "We moved to %s.", "I grew up in %s,"),
                () -> plant(
                        "NAME",
                        pick(GIVEN),
                        "My name is %s.",
                        "My husband %s said no",
                        "I told %s about it",
                        "%s thinks so too,"),
                () -> plant("NAME", pick(SURNAMES), "Mr. %s called.", "I spoke with Dr. %s")));
        Collections.shuffle(plants, random);
        for (Runnable plant : plants.subList(0, 5)) {
            filler();
            plant.run();
        }
        filler();
    }

    /** What it says. */
    public String text() {
        return text.toString();
    }

    /** What is planted in it. */
    public List<Planted> planted() {
        return planted;
    }

    /** Words with a capital that are no data. */
    List<String> words() {
        return words;
    }

    private void filler() {
        String form = pick(FILLERS);
        long count = form.replace("%%", "").chars().filter(c -> c == '%').count();
        Object[] figures = random.ints(count, 10, 99).boxed().toArray();
        String sentence = form.formatted(figures);
        Arrays.stream(sentence.split("[^A-Za-z']+"))
                .filter(word -> word.length() > 1 && Character.isUpperCase(word.charAt(0)))
                .forEach(words::add);
        text.append(sentence).append(' ');
    }

    private void plant(String kind, String value, String... forms) {
        boolean there = planted.stream().anyMatch(other -> other.value().equals(value));
        if (!there) {
            planted.add(new Planted(kind, value));
            text.append(pick(forms).formatted(value)).append(random.nextBoolean() ? " " : "\n");
        }
    }

    private String email() {
        return pick(GIVEN).toLowerCase(Locale.ROOT)
                + pick(".", "_", "", "+x.")
                + digits(2)
                + pick("@gmail.com", "@mail.example.org", "@acme.co.uk");
    }

    private String phone() {
        String area = number(2, 9) + pick("14", "05", "27");
        String exchange = number(2, 9) + pick("37", "05", "82");
        String line = digits(4);
        return switch (random.nextInt(7)) {
            case 0 -> "(" + area + ") " + exchange + "-" + line;
            case 1 -> area + "." + exchange + "." + line;
            case 2 -> "+1 " + area + " " + exchange + " " + line;
            case 3 -> "1-" + area + "-" + exchange + "-" + line;
            case 4 -> area + exchange + line;
            case 5 -> "+44 20 7946 " + line;
            default -> area + "-" + exchange + "-" + line;
        };
    }

    private String card() {
        String first = pick("4", "51", "55", "6011", "34", "37");
        int length = first.startsWith("3") ? 15 : 16;
        String digits = first + digits(length - 1 - first.length());
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
        }
        String whole = digits + (10 - sum % 10) % 10;
        String between = pick("", " ", "-");
        return length == 15
                ? whole.substring(0, 4) + between + whole.substring(4, 10) + between + whole.substring(10)
                : String.join(
                        between,
                        whole.substring(0, 4),
                        whole.substring(4, 8),
                        whole.substring(8, 12),
                        whole.substring(12));
    }

    private String iban() {
        String account = digits(18);
        BigInteger number = new BigInteger(account + "131400");
        String check = "%02d".formatted(98 - number.mod(BigInteger.valueOf(97)).intValue());
        String iban = "DE" + check + account;
        return random.nextBoolean() ? iban : iban.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private String ssn() {
        String between = pick("-", "-", " ");
        return number(100, 665) + between + number(10, 99) + between + number(1000, 9999);
    }

    private String routing() {
        String digits = "0" + number(1, 9) + digits(6);
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += new int[] {3, 7, 1}[i % 3] * (digits.charAt(i) - '0');
        }
        return digits + (10 - sum % 10) % 10;
    }

    private String address() {
        String street = number(1, 9999) + " " + pick(STREETS);
        return switch (random.nextInt(4)) {
            case 0 -> street;
            case 1 -> street + ", Apt " + number(1, 99);
            case 2 -> street + ", " + pick(CITIES) + " " + number(10000, 99999);
            default -> street + " #" + number(1, 9) + "B, " + pick(CITIES);
        };
    }

    private String url() {
        return pick(
                        "https://www.facebook.com/",
                        "http://bank.example.com/statements?user=",
                        "linkedin.com/in/",
                        "www.mysite.org/~")
                + "user" + digits(4);
    }

    private String date() {
        String year = number(1940, 2005);
        return switch (random.nextInt(4)) {
            case 0 -> number(1, 12) + "/" + number(1, 28) + "/" + year;
            case 1 -> pick(MONTHS) + " " + number(1, 28) + ", " + year;
            case 2 -> number(1, 28) + " " + pick(MONTHS) + " " + year;
            default -> year + "-0" + number(1, 9) + "-" + number(10, 28);
        };
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        random.ints(count, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    private String number(int from, int to) {
        return String.valueOf(random.nextInt(from, to + 1));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
