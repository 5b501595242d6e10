//! Search: every script, every form of a name, parts of numbers and addresses; ranked, and true at once.

use records::{ChangeSet, object::object, save, search};
use serde_json::json;
use testbed::{Testbed, on_each_database};

fn found(bed: &Testbed, typed: &str) -> Vec<String> {
    bed.read(|cx| search::find(cx, typed, None, 20)).into_iter().map(|hit| hit.title).collect()
}

#[test]
fn everybody_is_found_however_their_name_is_typed() {
    on_each_database(|bed| {
        let berg = bed.company("Bergs Båtar").save();
        bed.person("Søren Kjærgaard").at(berg).email("sk@bergs-batar.example").phone("+4531425510").save();
        bed.person("Işıl Öztürk").save();
        bed.person("Пётр Иванов").save();
        bed.person("王小明").save();
        bed.person("Straße Weiß").save();
        let check = |typed: &str, expected: &str| {
            assert!(
                found(bed, typed).iter().any(|title| title == expected),
                "{typed} finds {:?}",
                found(bed, typed)
            );
        };
        for typed in [
            "s",
            "sor",
            "soren",
            "SØREN",
            "kjaer",
            "søren kj",
            "kj so",
            "sk@bergs",
            "bergs-batar",
            "31425510",
            "425510",
            "+45 31 42",
            "5510",
        ] {
            check(typed, "Søren Kjærgaard");
        }
        for typed in ["isil", "IŞIL", "ozturk", "ışıl"] {
            check(typed, "Işıl Öztürk");
        }
        for typed in ["Петр", "пётр", "иван"] {
            check(typed, "Пётр Иванов");
        }
        for typed in ["王", "小明", "王小明", "明"] {
            check(typed, "王小明");
        }
        check("weiss", "Straße Weiß");
        check("batar", "Bergs Båtar");
        assert!(found(bed, "nobodyatall").is_empty());
        for odd in ["", " ", "\"", "' OR 1=1", "*", "a\u{0}b", "NEAR(", ")", ":*", "&|!"] {
            found(bed, odd);
        }
    });
}

#[test]
fn what_fits_best_comes_first_and_whole_words_before_beginnings() {
    on_each_database(|bed| {
        bed.person("Anna Berg").save();
        for at in 0..30 {
            bed.person(&format!("Anna Bergström {at}")).save();
        }
        bed.note(bed.person("Bo Holm").save(), "Met Anna Berg at the fair").save();
        assert_eq!(found(bed, "anna berg")[0], "Anna Berg");
        assert_eq!(found(bed, "berg")[0], "Anna Berg");
        assert!(found(bed, "fair")[0].contains("fair"));
    });
}

#[test]
fn the_index_follows_every_change() {
    on_each_database(|bed| {
        let anna = bed.person("Anna Berg").save();
        let change = |act: &dyn Fn(&mut kernel::Tx, &mut ChangeSet) -> kernel::Result<()>| {
            bed.write(|tx| {
                let mut set = ChangeSet::new(tx, "change-edited");
                act(tx, &mut set)?;
                set.close(tx)
            });
        };
        let values = json!({ "name": { "given": "Anna", "family": "Lund" } });
        change(&|tx, set| {
            let person = object(tx, "person")?;
            save::edit(
                tx,
                set,
                &person,
                anna,
                values.as_object().cloned().unwrap_or_default(),
                &save::Values::new(),
            )
            .map(drop)
        });
        assert!(found(bed, "berg").is_empty());
        assert_eq!(found(bed, "lund"), ["Anna Lund"]);
        change(&|tx, set| save::trash(tx, set, &object(tx, "person")?, anna).map(drop));
        assert!(found(bed, "lund").is_empty());
        change(&|tx, set| save::restore(tx, set, &object(tx, "person")?, anna).map(drop));
        assert_eq!(found(bed, "lund"), ["Anna Lund"]);
    });
}
