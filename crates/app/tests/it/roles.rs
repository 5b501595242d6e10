//! Roles of a workspace's own in the settings: the grid, the fields, and who has which.

use identity::{
    rights::{FieldRight, Reach, Verb},
    roles,
};
use testbed::{Browser, on_each_database};

const HERE: &str = "/settings/roles";

/// Makes a role, and answers the address of its page.
fn add(browser: &Browser, name: &str) -> String {
    browser.post(HERE, &[("name", name)]).is(303).location()
}

fn key(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or_default()
}

#[test]
fn a_role_begins_with_everything_and_is_narrowed_in_the_grid() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        let sales = add(&ivan, "Sales");
        ivan.get(&sales).shows("People: See").shows("All others");
        let rights = || bed.read(|cx| Ok(roles::find(cx, key(&sales).parse().unwrap())?.rights));
        assert_eq!(rights().may("person", Verb::Merge), Reach::All);
        let form = [("name", "Sellers"), ("*.delete", "none"), ("person.edit", "team"), ("company.see", "")];
        ivan.post_on(&sales, &form).shows("Sellers was saved");
        assert_eq!(rights().may("person", Verb::Edit), Reach::Team);
        assert_eq!(rights().may("company", Verb::Edit), Reach::All);
        assert_eq!(rights().may("company", Verb::Delete), Reach::None);
        // What the form did not hold stays; what it empties goes by the first line again.
        ivan.post(&sales, &[("name", "Sellers"), ("person.edit", "")]).is(303);
        assert_eq!(rights().may("person", Verb::Edit), Reach::All);
        assert_eq!(rights().may("person", Verb::Delete), Reach::None);
        let odd = ivan.post(&sales, &[("name", "Sellers"), ("person.edit", "galaxy")]);
        assert_eq!(odd.status, 422);
        assert_eq!(ivan.post(&sales, &[("name", "")]).status, 422);
        assert_eq!(ivan.post(HERE, &[("name", "SELLERS")]).status, 422);
    });
}

#[test]
fn fields_are_hidden_or_kept_from_being_edited() {
    on_each_database(|bed| {
        let ivan = bed.ivan();
        let sales = add(&ivan, "Sales");
        let fields = format!("{sales}/fields/person");
        ivan.get(&fields).shows("Fields of People").shows("Birthday");
        ivan.post_on(&fields, &[("birthday", "hidden"), ("created_at", "read-only")])
            .shows("Fields: 1 limited");
        let rights = bed.read(|cx| Ok(roles::find(cx, key(&sales).parse().unwrap())?.rights));
        assert_eq!(rights.field("person", "birthday"), FieldRight::Hidden);
        assert_eq!(rights.field("company", "name"), FieldRight::Editable);
        // A card is not shown without its title, and nobody edits what is computed.
        assert_eq!(ivan.post(&fields, &[("name", "hidden")]).status, 422);
        assert_eq!(ivan.post(&fields, &[("created_at", "editable")]).status, 422);
        assert_eq!(ivan.get(&format!("{sales}/fields/nothing")).status, 404);
    });
}

#[test]
fn somebody_is_given_roles_and_it_shows_what_they_may() {
    on_each_database(|bed| {
        let (ivan, sven) = (bed.ivan(), bed.sven());
        let member = format!("/settings/members/{}", sven.user);
        ivan.get(&member).shows("There are no roles of your own yet");
        let (sales, exports) = (add(&ivan, "Sales"), add(&ivan, "Exports"));
        ivan.post(&sales, &[("name", "Sales"), ("*.delete", "none"), ("*.export", "none")]).is(303);
        ivan.post(&exports, &[("name", "Exports"), ("*.delete", "own"), ("*.export", "none")]).is(303);
        let form = [("role", key(&sales)), ("role", key(&exports))];
        ivan.post_on(&format!("{member}/roles"), &form).shows("Roles of Sven Ek saved").shows("Own");
        let rights = bed.db().read(&sven.scope(), identity::rights::of).unwrap();
        assert_eq!(rights.may("person", Verb::Delete), Reach::Own);
        assert_eq!(rights.may("person", Verb::Export), Reach::None);
        ivan.get("/settings/members").shows("Exports, Sales");
        ivan.get(HERE).shows("1 person");
        // A role that somebody has stays; without people it goes, and comes back by the toast.
        ivan.post_on(&format!("{sales}/retire"), &[]).shows("Somebody has this role");
        ivan.post(&format!("{member}/roles"), &[]).is(303);
        let gone = ivan.post(&format!("{sales}/retire"), &[]).is(303);
        assert!(gone.toast().contains(&format!("{sales}/restore")));
        assert_eq!(ivan.get(&sales).status, 404);
        ivan.post_on(&format!("{sales}/restore"), &[]).shows("Sales is back");
        // Only owners change owners.
        let owner = format!("/settings/members/{}/roles", bed.mia().user);
        assert_eq!(ivan.post(&owner, &form).status, 403);
    });
}
