//! Whatever is declared has its words in every language.

use print::{PrintModule, order::What, template};

#[test]
fn whatever_is_declared_has_its_words_in_every_language() {
    let mut words = Vec::new();
    for what in What::ALL {
        let key = what.key();
        words.extend([format!("print-{key}"), format!("print-count-{key}"), format!("print-template-{key}")]);
        assert!(template::original(key).is_some(), "{key} has no template");
    }
    testbed::has_its_words(&PrintModule, &words);
}
