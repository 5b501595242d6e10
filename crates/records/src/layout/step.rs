//! One thing that somebody does to a layout. Whatever they begin with is spelt out first, so that what they see is what they
//! arrange.

use kernel::{Error, FieldErrors, Result, Text};

use super::{Group, Layout};
use crate::Object;

const LONGEST_NAME: usize = 80;
const MOST_GROUPS: usize = 50;

/// Which way something moves by one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Up,
    Down,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// At the edge of its group it goes on into the next.
    MoveField(String, Way),
    /// Into a group, before another field or at its end.
    PlaceField {
        field: String,
        group: String,
        before: String,
    },
    AddGroup(String),
    RenameGroup {
        group: String,
        name: String,
    },
    MoveGroup(String, Way),
    /// Its fields go to the group before it, or the first.
    RemoveGroup(String),
    ShowFact(String),
    HideFact(String),
    MoveFact(String, Way),
    ShowStack(String),
    HideStack(String),
    MoveStack(String, Way),
}

impl Step {
    pub(super) fn apply(&self, layout: &mut Layout, object: &Object, stackable: &[&str]) -> Result<()> {
        spell_out(layout, object, stackable);
        match self {
            Step::MoveField(field, way) => move_field(&mut layout.groups, field, *way),
            Step::PlaceField { field, group, before } => {
                place_field(&mut layout.groups, field, group, before)
            }
            Step::AddGroup(name) => add_group(&mut layout.groups, name),
            Step::RenameGroup { group, name } => {
                let name = named(name)?;
                let found = layout.groups.iter_mut().find(|known| known.key == *group);
                found.ok_or(Error::NotFound)?.name = name;
                Ok(())
            }
            Step::MoveGroup(group, way) => {
                let at = layout.groups.iter().position(|known| known.key == *group).ok_or(Error::NotFound)?;
                shift(&mut layout.groups, at, *way);
                Ok(())
            }
            Step::RemoveGroup(group) => remove_group(&mut layout.groups, group),
            Step::ShowFact(field) => {
                object.field(field).map_err(|_| Error::NotFound)?;
                let facts = layout.facts.get_or_insert_default();
                if !facts.contains(field) {
                    facts.push(field.clone());
                }
                Ok(())
            }
            Step::HideFact(field) => {
                layout.facts.get_or_insert_default().retain(|known| known != field);
                Ok(())
            }
            Step::MoveFact(field, way) => shift_key(layout.facts.get_or_insert_default(), field, *way),
            Step::ShowStack(stack) => {
                layout.without_stacks.retain(|known| known != stack);
                if !stackable.contains(&stack.as_str()) {
                    return Err(Error::NotFound);
                }
                if !layout.stacks.contains(stack) {
                    layout.stacks.push(stack.clone());
                }
                Ok(())
            }
            Step::HideStack(stack) => {
                layout.stacks.retain(|known| known != stack);
                if !layout.without_stacks.contains(stack) {
                    layout.without_stacks.push(stack.clone());
                }
                Ok(())
            }
            Step::MoveStack(stack, way) => shift_key(&mut layout.stacks, stack, *way),
        }
    }
}

/// Everything that is as declared is said. Fields that are out of use keep their place.
fn spell_out(layout: &mut Layout, object: &Object, stackable: &[&str]) {
    let arranged = layout.arranged(object);
    let mut groups: Vec<Group> = Vec::with_capacity(arranged.len());
    for shown in arranged {
        let mut fields: Vec<String> = shown.fields.iter().map(|field| field.key.clone()).collect();
        let known = layout.groups.iter().find(|group| group.key == shown.key);
        for (at, key) in known.into_iter().flat_map(|group| group.fields.iter().enumerate()) {
            if !fields.contains(key) && object.field(key).is_ok_and(|field| field.retired) {
                fields.insert(at.min(fields.len()), key.clone());
            }
        }
        groups.push(Group { key: shown.key, name: shown.name, fields });
    }
    let facts = layout.facts(object).iter().map(|field| field.key.clone()).collect();
    let stacks = layout.stacks(stackable).into_iter().map(str::to_owned).collect();
    *layout = Layout { groups, facts: Some(facts), stacks, without_stacks: layout.without_stacks.clone() };
}

fn shift<T>(items: &mut [T], at: usize, way: Way) {
    match way {
        Way::Up if at > 0 => items.swap(at, at - 1),
        Way::Down if at + 1 < items.len() => items.swap(at, at + 1),
        _ => {}
    }
}

fn shift_key(keys: &mut [String], key: &str, way: Way) -> Result<()> {
    let at = keys.iter().position(|known| known == key).ok_or(Error::NotFound)?;
    shift(keys, at, way);
    Ok(())
}

/// The group and the place in it where a field stands.
fn place_of(groups: &[Group], field: &str) -> Result<(usize, usize)> {
    let found = groups.iter().enumerate().find_map(|(at, group)| {
        group.fields.iter().position(|known| known == field).map(|place| (at, place))
    });
    found.ok_or(Error::NotFound)
}

fn move_field(groups: &mut [Group], field: &str, way: Way) -> Result<()> {
    let (at, place) = place_of(groups, field)?;
    let last = groups[at].fields.len() - 1;
    match way {
        Way::Up if place == 0 && at > 0 => {
            let key = groups[at].fields.remove(place);
            groups[at - 1].fields.push(key);
        }
        Way::Down if place == last && at + 1 < groups.len() => {
            let key = groups[at].fields.remove(place);
            groups[at + 1].fields.insert(0, key);
        }
        _ => shift(&mut groups[at].fields, place, way),
    }
    Ok(())
}

fn place_field(groups: &mut [Group], field: &str, group: &str, before: &str) -> Result<()> {
    let (at, place) = place_of(groups, field)?;
    let to = groups.iter().position(|known| known.key == group).ok_or(Error::NotFound)?;
    if before == field {
        return Ok(());
    }
    let key = groups[at].fields.remove(place);
    let fields = &mut groups[to].fields;
    let place = fields.iter().position(|known| known == before).unwrap_or(fields.len());
    fields.insert(place, key);
    Ok(())
}

fn named(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid("name", "required"));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Error::Invalid(FieldErrors::of("name", crate::field::too_long(LONGEST_NAME))));
    }
    Ok(name.to_owned())
}

fn add_group(groups: &mut Vec<Group>, name: &str) -> Result<()> {
    let name = named(name)?;
    if groups.len() >= MOST_GROUPS {
        let text = Text::new("too-many-groups").with("max", MOST_GROUPS);
        return Err(Error::Invalid(FieldErrors::of("name", text)));
    }
    let taken = |key: &str| groups.iter().any(|group| group.key == key);
    let key = (1..).map(|number| format!("made_{number}")).find(|key| !taken(key)).unwrap_or_default();
    groups.push(Group { key, name, fields: Vec::new() });
    Ok(())
}

fn remove_group(groups: &mut Vec<Group>, group: &str) -> Result<()> {
    let at = groups.iter().position(|known| known.key == group).ok_or(Error::NotFound)?;
    if groups.len() == 1 {
        return Err(Error::conflict("layout-last-group"));
    }
    let gone = groups.remove(at);
    groups[at.saturating_sub(1)].fields.extend(gone.fields);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Field, field::text::Text as Line, field::user::User};

    fn object() -> Object {
        let field = |key: &str, group: &'static str| Field::new(key, Line).group(group);
        let fields = vec![
            field("name", "about"),
            field("city", "about"),
            field("phone", "reach"),
            field("secret", "about").hidden(),
            Field::new("owner", User).group("about"),
        ];
        Object::new("thing", "things", "name", fields)
    }

    fn shown(layout: &Layout) -> String {
        let object = object();
        let groups = layout.arranged(&object);
        let group = |group: &super::super::Shown| {
            let fields: Vec<&str> = group.fields.iter().map(|field| field.key.as_str()).collect();
            format!("{}{}: {}", group.key, group.name, fields.join(" "))
        };
        groups.iter().map(group).collect::<Vec<_>>().join(" | ")
    }

    fn after(steps: &[Step]) -> Layout {
        let mut layout = Layout::default();
        for step in steps {
            step.apply(&mut layout, &object(), &["person", "company", "deal"]).unwrap();
        }
        layout
    }

    fn check(steps: &[Step], expected: &str) {
        assert_eq!(shown(&after(steps)), expected, "{steps:?}");
    }

    #[test]
    fn fields_and_groups_move_one_place_or_where_they_are_dropped() {
        let key = |key: &str| key.to_owned();
        let place = |field: &str, group: &str, before: &str| Step::PlaceField {
            field: key(field),
            group: key(group),
            before: key(before),
        };
        check(&[], "reach: phone | about: name city owner");
        check(&[Step::MoveField(key("owner"), Way::Up)], "reach: phone | about: name owner city");
        check(&[Step::MoveField(key("name"), Way::Up)], "reach: phone name | about: city owner");
        check(&[Step::MoveField(key("phone"), Way::Down)], "reach:  | about: phone name city owner");
        check(&[Step::MoveField(key("phone"), Way::Up)], "reach: phone | about: name city owner");
        check(&[place("owner", "reach", "phone")], "reach: owner phone | about: name city");
        check(&[place("phone", "about", "")], "reach:  | about: name city owner phone");
        check(&[place("city", "about", "name")], "reach: phone | about: city name owner");
        check(&[Step::MoveGroup(key("about"), Way::Up)], "about: name city owner | reach: phone");
        let made = Step::AddGroup(key(" Ours "));
        check(std::slice::from_ref(&made), "reach: phone | about: name city owner | made_1Ours: ");
        check(&[made, place("city", "made_1", "")], "reach: phone | about: name owner | made_1Ours: city");
        check(&[Step::RemoveGroup(key("about"))], "reach: phone name city owner");
        check(&[Step::RemoveGroup(key("reach"))], "about: name city owner phone");
    }

    #[test]
    fn what_a_layout_does_not_mention_stands_at_the_end_of_its_group() {
        let layout = Layout {
            groups: vec![Group {
                key: "about".into(),
                name: String::new(),
                fields: vec!["city".into(), "gone".into()],
            }],
            ..Layout::default()
        };
        assert_eq!(shown(&layout), "about: city name owner | reach: phone");
        let mut layout = layout;
        Step::MoveField("name".into(), Way::Up).apply(&mut layout, &object(), &[]).unwrap();
        assert_eq!(shown(&layout), "about: name city owner | reach: phone");
    }

    #[test]
    fn facts_and_stacks_are_chosen_and_ordered() {
        let key = |key: &str| key.to_owned();
        let facts = |layout: &Layout| -> Vec<String> {
            layout.facts(&object()).iter().map(|field| field.key.clone()).collect()
        };
        assert_eq!(facts(&Layout::default()), ["owner"]);
        let layout = after(&[Step::ShowFact(key("city")), Step::MoveFact(key("city"), Way::Up)]);
        assert_eq!(facts(&layout), ["city", "owner"]);
        assert_eq!(facts(&after(&[Step::HideFact(key("owner"))])), Vec::<String>::new());
        let layout = after(&[Step::HideStack(key("company")), Step::MoveStack(key("deal"), Way::Up)]);
        assert_eq!(layout.stacks(&["person", "company", "deal", "later"]), ["deal", "person", "later"]);
        let mut layout = layout;
        Step::ShowStack(key("company"))
            .apply(&mut layout, &object(), &["person", "company", "deal"])
            .unwrap();
        assert_eq!(layout.stacks(&["person", "company", "deal"]), ["deal", "person", "company"]);
        assert!(Step::ShowStack(key("nothing")).apply(&mut layout, &object(), &["person"]).is_err());
    }
}
