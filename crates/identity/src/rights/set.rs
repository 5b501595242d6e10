//! A set of rights as it is kept, asked and merged.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Role;
use serde::{Deserialize, Serialize};

use super::{FieldRight, Reach, Verb};

/// Stands for every object that has no rights of its own.
pub const EVERY_OBJECT: &str = "*";

/// Rights by the key of the object, or `*`. What an object does not say, `*` says; what that does not say either, may
/// not be done. A field that is not named may be edited wherever its card may.
///
/// As JSON: `{"objects":{"*":{"see":"all"},"person":{"edit":"team"}},"fields":{"person":{"birthday":"hidden"}}}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights {
    #[serde(default)]
    objects: BTreeMap<String, BTreeMap<Verb, Reach>>,
    #[serde(default)]
    fields: BTreeMap<String, BTreeMap<String, FieldRight>>,
}

impl Rights {
    /// What owners and administrators have.
    pub fn everything() -> Rights {
        Rights::default().with_all(|_| Reach::All)
    }

    /// What a role has that is always there.
    pub fn built_in(role: Role) -> Rights {
        match role {
            Role::ReadOnly => Rights::everything().without_writing(),
            Role::Member | Role::Admin | Role::Owner => Rights::everything(),
        }
    }

    /// With whose cards something may be done. What needs another right reaches no further than that.
    pub fn may(&self, object: &str, verb: Verb) -> Reach {
        let own = self.said(object, verb).or_else(|| self.said(EVERY_OBJECT, verb)).unwrap_or(Reach::None);
        verb.needs().map_or(own, |needed| own.min(self.may(object, needed)))
    }

    /// What may be done with a field of cards that may be seen or changed.
    pub fn field(&self, object: &str, field: &str) -> FieldRight {
        if self.may(object, Verb::See) == Reach::None {
            return FieldRight::Hidden;
        }
        let own = self.said_of_field(object, field);
        let writes = [Verb::Create, Verb::Edit, Verb::Import]
            .into_iter()
            .any(|verb| self.may(object, verb) != Reach::None);
        if writes { own } else { own.min(FieldRight::ReadOnly) }
    }

    /// Whether a field of this object may be hidden or kept from being edited.
    pub fn limits_fields(&self, object: &str) -> bool {
        self.fields
            .get(object)
            .is_some_and(|fields| fields.values().any(|right| *right < FieldRight::Editable))
    }

    /// What is said of exactly this object, or of `*`.
    pub fn said(&self, object: &str, verb: Verb) -> Option<Reach> {
        self.objects.get(object)?.get(&verb).copied()
    }

    /// What is said of a field, before it is asked whether its card may be seen.
    pub fn said_of_field(&self, object: &str, field: &str) -> FieldRight {
        let said = self.fields.get(object).and_then(|fields| fields.get(field));
        said.copied().unwrap_or(FieldRight::Editable)
    }

    /// Says how far something reaches for an object or `*`; none leaves it to `*`.
    pub fn set(&mut self, object: &str, verb: Verb, reach: Option<Reach>) {
        match reach {
            Some(reach) => {
                self.objects.entry(object.to_owned()).or_default().insert(verb, reach);
            }
            None => {
                if let Some(said) = self.objects.get_mut(object) {
                    said.remove(&verb);
                }
                self.objects.retain(|_, said| !said.is_empty());
            }
        }
    }

    pub fn set_field(&mut self, object: &str, field: &str, right: FieldRight) {
        let fields = self.fields.entry(object.to_owned()).or_default();
        if right == FieldRight::Editable {
            fields.remove(field);
        } else {
            fields.insert(field.to_owned(), right);
        }
        self.fields.retain(|_, fields| !fields.is_empty());
    }

    /// What either of them allows. Each is asked for what it really allows before they are compared, so that two roles
    /// never grant together what neither grants alone.
    pub fn merged(&self, other: &Rights) -> Rights {
        let mut merged = Rights::default();
        let objects: BTreeSet<&String> = [self, other].into_iter().flat_map(Rights::named).collect();
        for object in objects.into_iter().map(String::as_str).chain([EVERY_OBJECT]) {
            for verb in Verb::ALL.iter().copied() {
                merged.set(object, verb, Some(self.may(object, verb).max(other.may(object, verb))));
            }
            let fields =
                [self, other].into_iter().filter_map(|one| one.fields.get(object)).flat_map(BTreeMap::keys);
            for field in fields.collect::<BTreeSet<_>>() {
                merged.set_field(object, field, self.field(object, field).max(other.field(object, field)));
            }
        }
        merged
    }

    /// The same without anything that changes cards.
    pub fn without_writing(mut self) -> Rights {
        for said in self.objects.values_mut() {
            for (verb, reach) in said.iter_mut() {
                if verb.writes() {
                    *reach = Reach::None;
                }
            }
        }
        self
    }

    fn named(&self) -> impl Iterator<Item = &String> {
        self.objects.keys().chain(self.fields.keys())
    }

    fn with_all(mut self, reach: impl Fn(Verb) -> Reach) -> Rights {
        for verb in Verb::ALL.iter().copied() {
            self.set(EVERY_OBJECT, verb, Some(reach(verb)));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rights(json: &str) -> Rights {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn an_object_says_it_or_every_object_does_or_nobody_may() {
        let sales = rights(r#"{"objects":{"*":{"see":"team"},"person":{"edit":"own","see":"all"}}}"#);
        for (object, verb, expected) in [
            ("person", Verb::See, Reach::All),
            ("person", Verb::Edit, Reach::Own),
            ("company", Verb::See, Reach::Team),
            ("company", Verb::Edit, Reach::None),
            ("company", Verb::Create, Reach::None),
        ] {
            assert_eq!(sales.may(object, verb), expected, "{object} {verb:?}");
        }
    }

    #[test]
    fn what_cannot_be_seen_cannot_be_changed_and_what_cannot_be_changed_cannot_be_merged() {
        let odd = rights(r#"{"objects":{"*":{"see":"own","edit":"all","merge":"all","delete":"team"}}}"#);
        for verb in [Verb::Edit, Verb::Merge, Verb::Delete] {
            assert_eq!(odd.may("person", verb), Reach::Own, "{verb:?}");
        }
        assert_eq!(odd.may("person", Verb::Bulk), Reach::None);
    }

    #[test]
    fn of_several_roles_the_widest_counts_but_no_more_than_one_of_them_allows() {
        let a = rights(r#"{"objects":{"*":{"see":"all","edit":"own"}}}"#);
        let b = rights(r#"{"objects":{"*":{"see":"team","edit":"all"},"person":{"see":"none"}}}"#);
        for merged in [a.merged(&b), b.merged(&a)] {
            assert_eq!(merged.may("company", Verb::See), Reach::All);
            assert_eq!(merged.may("company", Verb::Edit), Reach::Team);
            assert_eq!(merged.may("person", Verb::See), Reach::All);
            assert_eq!(merged.may("person", Verb::Edit), Reach::Own);
        }
        assert_eq!(a.merged(&a).may("company", Verb::Edit), Reach::Own);
    }

    #[test]
    fn a_field_is_hidden_only_if_every_role_that_shows_its_card_hides_it() {
        let hides = rights(
            r#"{"objects":{"*":{"see":"all","edit":"all"}},"fields":{"person":{"birthday":"hidden","name":"read_only"}}}"#,
        );
        let blind = rights(r#"{"objects":{"company":{"see":"all"}}}"#);
        let reads = rights(r#"{"objects":{"*":{"see":"all"}}}"#);
        assert_eq!(hides.field("person", "birthday"), FieldRight::Hidden);
        assert_eq!(hides.field("person", "phone"), FieldRight::Editable);
        assert_eq!(hides.merged(&blind).field("person", "birthday"), FieldRight::Hidden);
        assert_eq!(hides.merged(&reads).field("person", "birthday"), FieldRight::ReadOnly);
        assert_eq!(hides.merged(&reads).field("person", "phone"), FieldRight::Editable);
        assert_eq!(reads.field("person", "phone"), FieldRight::ReadOnly);
        assert_eq!(blind.field("person", "phone"), FieldRight::Hidden);
        assert!(hides.limits_fields("person") && !hides.limits_fields("company"));
        assert!(!hides.merged(&Rights::everything()).limits_fields("person"));
    }

    #[test]
    fn the_roles_that_are_always_there_have_their_rights() {
        for verb in Verb::ALL.iter().copied() {
            assert_eq!(Rights::built_in(Role::Member).may("person", verb), Reach::All);
            let expected = if verb.writes() { Reach::None } else { Reach::All };
            assert_eq!(Rights::built_in(Role::ReadOnly).may("person", verb), expected, "{verb:?}");
        }
    }

    #[test]
    fn what_is_taken_back_leaves_nothing_behind() {
        let mut changed = Rights::default();
        changed.set("person", Verb::See, Some(Reach::Own));
        changed.set_field("person", "name", FieldRight::Hidden);
        let kept = serde_json::to_string(&changed).unwrap();
        assert_eq!(kept, r#"{"objects":{"person":{"see":"own"}},"fields":{"person":{"name":"hidden"}}}"#);
        assert_eq!(rights(&kept), changed);
        changed.set("person", Verb::See, None);
        changed.set_field("person", "name", FieldRight::Editable);
        assert_eq!(changed, Rights::default());
    }
}
