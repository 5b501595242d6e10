//! Whatever is declared has its words in every language.

use activities::{ActivitiesModule, repeat};

#[test]
fn whatever_is_declared_has_its_words_in_every_language() {
    let rhythms: Vec<String> = repeat::OFFERED.iter().map(|(key, _)| (*key).to_owned()).collect();
    testbed::has_its_words(&ActivitiesModule, &rhythms);
}
