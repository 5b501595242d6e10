//! Whatever is declared has its words in every language.

use people::PeopleModule;

#[test]
fn whatever_is_declared_has_its_words_in_every_language() {
    testbed::has_its_words(&PeopleModule, &[]);
}
