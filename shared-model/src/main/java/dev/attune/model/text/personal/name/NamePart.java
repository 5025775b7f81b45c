package dev.attune.model.text.personal.name;

/** Which part of a person's name a word is. */
enum NamePart {
    GIVEN,
    SURNAME
}
