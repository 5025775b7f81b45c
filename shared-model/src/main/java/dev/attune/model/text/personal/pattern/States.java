package dev.attune.model.text.personal.pattern;

/** The states of the United States. */
public final class States {

    /** A regular expression of their names and of their two letters. */
    public static final String FORM = "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]"
            + "|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
            + "|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho"
            + "|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota"
            + "|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)"
            + "|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South (?:Carolina|Dakota)"
            + "|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)\\b";

    /** A regular expression of a postal code, with the blank before it. */
    public static final String ZIP = " \\d{5}(?:-\\d{4})?\\b";

    private States() {}
}
