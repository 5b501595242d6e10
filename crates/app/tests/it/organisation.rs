//! The organisation in the settings: the tree, the units, who is in them.

use identity::units;
use kernel::Id;
use testbed::{Browser, Testbed, on_each_database};

const HERE: &str = "/settings/organisation";

fn add(browser: &Browser, kind: &str, name: &str, parent: Option<Id>) -> Id {
    let parent = parent.map(|id| id.to_string()).unwrap_or_default();
    let answer = browser.post(HERE, &[("kind", kind), ("name", name), ("parent", &parent)]).is(303);
    let at = answer.location();
    at.split("#unit-").nth(1).and_then(|key| key.parse().ok()).expect("it leads to the new unit")
}

fn shown(bed: &Testbed) -> Vec<String> {
    let tree = bed.read(units::tree);
    tree.branches.iter().map(|branch| tree.path(branch.unit.id)).collect()
}

#[test]
fn units_are_added_renamed_where_they_stand_and_moved() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        ivan.get(HERE).is(200).shows("No units yet");
        let copenhagen = add(&ivan, "location", "Copenhagen", None);
        let sales = add(&ivan, "department", "Sales", Some(copenhagen));
        let boats = add(&ivan, "team", "Boats", Some(sales));
        ivan.get(HERE).shows("Boats").shows("Nobody");
        // The menu of a unit leads to the form with its place filled in.
        let form = ivan.get(&format!("{HERE}?kind=team&parent={sales}"));
        assert!(form.contains(&format!("<option value=\"{sales}\" selected>Copenhagen › Sales</option>")));

        ivan.post_on(&format!("{HERE}/{sales}/name"), &[("name", "Salg")]).shows("Salg was saved");
        let nameless = ivan.post(&format!("{HERE}/{boats}/name"), &[("name", " ")]).is(422);
        assert!(nameless.contains("Enter a name."));

        ivan.get(&format!("{HERE}/{boats}")).shows("Copenhagen › Salg").hides(&format!("value=\"{boats}\""));
        ivan.post(&format!("{HERE}/{boats}"), &[("name", "Yachts"), ("parent", "")]).is(303);
        assert_eq!(shown(bed), ["Copenhagen", "Copenhagen › Salg", "Yachts"]);
        let wide = [("name", "Copenhagen"), ("parent", &sales.to_string())];
        let refused = ivan.post(&format!("{HERE}/{copenhagen}"), &wide).is(422);
        assert!(refused.contains("Choose something wider"));
    });
}

#[test]
fn people_join_and_leave_units_and_have_a_home() {
    on_each_database(|bed| {
        let (ivan, sven) = (bed.ivan(), bed.sven());
        let sales = add(&ivan, "department", "Sales", None);
        let office = add(&ivan, "location", "Sofia", None);
        for unit in [sales, office] {
            let join = format!("{HERE}/{unit}/people");
            ivan.post_on(&join, &[("user", &sven.user.to_string())]).shows("Sven Ek was added");
        }
        ivan.get(HERE).shows("1 person").shows("Sven Ek");
        ivan.get(&format!("{HERE}/{sales}")).shows("Home").shows("Sofia");
        let at = |unit: Id, what: &str| format!("{HERE}/{unit}/people/{}/{what}", sven.user);
        ivan.post_on(&at(office, "home"), &[]).shows("Sofia is now the home of Sven Ek");
        assert_eq!(bed.read(units::homes)[&sven.user].id, office);
        ivan.post_on(&at(office, "leave"), &[]).shows("Sven Ek was taken out");
        ivan.post(&at(office, "leave"), &[]).is(404);
        assert_eq!(bed.read(units::homes)[&sven.user].id, sales);
        ivan.post(&format!("{HERE}/{sales}/people"), &[("user", &sales.to_string())]).is(404);
    });
}

#[test]
fn what_is_given_up_comes_back_by_the_toast_or_from_the_list() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        let sales = add(&ivan, "department", "Sales", None);
        let boats = add(&ivan, "team", "Boats", Some(sales));
        let gone = ivan.post(&format!("{HERE}/{sales}/retire"), &[]).is(303);
        assert!(gone.toast().contains(&format!("{HERE}/{sales}/restore")), "{}", gone.toast());
        assert!(shown(bed).is_empty());
        ivan.get(HERE).shows("2 units were given up").shows("Bring back");
        ivan.get(&format!("{HERE}/{boats}")).is(404);
        ivan.post_on(&format!("{HERE}/{boats}/restore"), &[]).shows("Bring that back first");
        ivan.post_on(&format!("{HERE}/{sales}/restore"), &[]).shows("Sales is back");
        assert_eq!(shown(bed), ["Sales", "Sales › Boats"]);
    });
}
