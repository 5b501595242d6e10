//! A list in the order of a choice: first what has none, then by the options in their own order, then what nobody listed. No index
//! knows that order, which a workspace may change any time, but the list has an index on the values themselves: so the page is put
//! together from one stretch for each option, each found by that.

use kernel::{Cx, Id, Result, Value};
use sea_query::ExprTrait;

use super::{Cursor, Page, compile::Statement};
use crate::{Field, Record};

/// The options of the field that a list is sorted by first.
#[derive(Debug, Clone)]
pub(super) struct Choices {
    /// In their order, nothing first.
    keys: Vec<String>,
    descending: bool,
}

/// Which records one stretch holds.
#[derive(Debug, Clone, PartialEq)]
enum Stretch {
    /// Those of this option.
    Of(String),
    /// Those of none that is listed, in the order of their words.
    Others,
}

impl Choices {
    /// Nothing where the field is no choice, or nobody listed what there is to choose.
    pub(super) fn of(field: &Field, descending: bool) -> Option<Choices> {
        let options = field.kind.options().filter(|_| field.kind.key() == "select")?;
        let listed = options.all(kernel::Language::English).into_iter().map(|option| option.key);
        let keys: Vec<String> = std::iter::once(String::new()).chain(listed).collect();
        (keys.len() > 1).then_some(Choices { keys, descending })
    }

    fn stretches(&self) -> Vec<Stretch> {
        let listed = self.keys.iter().cloned().map(Stretch::Of);
        let mut all: Vec<Stretch> = listed.chain([Stretch::Others]).collect();
        if self.descending {
            all.reverse();
        }
        all
    }

    /// The stretch that holds a place.
    fn holds(&self, place: &Cursor) -> Stretch {
        match place.0.first() {
            Some(Value::Text(key)) if self.keys.contains(key) => Stretch::Of(key.clone()),
            _ => Stretch::Others,
        }
    }
}

impl Statement {
    /// One statement for each stretch from the place on, with what its places lack in front.
    fn stretches(&self, choices: &Choices) -> Result<Vec<(Statement, Option<Value>)>> {
        if let Some(after) = &self.after {
            self.behind(after)?;
        }
        let mut left = choices.stretches();
        let begun = self.after.as_ref().map(|place| choices.holds(place));
        if let Some(begun) = &begun {
            left.drain(..left.iter().position(|one| one == begun).unwrap_or(0));
        }
        let column = || self.order[0].expression.clone();
        let statement = |stretch: Stretch| {
            let after = self.after.clone().filter(|_| begun.as_ref() == Some(&stretch));
            let mut one = Statement { choices: None, after, ..self.clone() };
            match stretch {
                Stretch::Of(key) => {
                    one.condition = one.condition.add(column().eq(key.as_str()));
                    one.order.remove(0);
                    one.after = one.after.map(|place| Cursor(place.0[1..].to_vec()));
                    (one, Some(Value::Text(key)))
                }
                Stretch::Others => {
                    one.condition =
                        one.condition.add(column().is_not_in(choices.keys.iter().map(String::as_str)));
                    (one, None)
                }
            }
        };
        Ok(left.into_iter().map(statement).collect())
    }

    pub(super) fn page_by_choices(
        &self,
        cx: &Cx,
        choices: &Choices,
        wanted: &[&str],
        limit: usize,
    ) -> Result<Page> {
        let mut found: Vec<(Record, Cursor)> = Vec::new();
        for (statement, first) in self.stretches(choices)? {
            if found.len() > limit {
                break;
            }
            let rows = statement.rows(cx, wanted, limit + 1 - found.len())?;
            found.extend(rows.into_iter().map(|(record, place)| {
                let place = first.iter().cloned().chain(place.0).collect();
                (record, Cursor(place))
            }));
        }
        Ok(Page::of(found, limit))
    }

    pub(super) fn ids_by_choices(&self, cx: &Cx, choices: &Choices) -> Result<Vec<Id>> {
        let mut ids = Vec::new();
        for (statement, _) in self.stretches(choices)? {
            ids.extend(statement.ids(cx)?);
        }
        Ok(ids)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::select::Select;

    #[test]
    fn nothing_comes_first_and_what_nobody_listed_last() {
        let field = Field::new("size", Select::of("size", &["small", "large"]));
        let up = Choices::of(&field, false).unwrap();
        let of = |key: &str| Stretch::Of(key.to_owned());
        assert_eq!(up.stretches(), [of(""), of("small"), of("large"), Stretch::Others]);
        let down = Choices::of(&field, true).unwrap();
        assert_eq!(down.stretches(), [Stretch::Others, of("large"), of("small"), of("")]);
        let at = |key: &str| up.holds(&Cursor(vec![Value::Text(key.to_owned())]));
        assert_eq!((at("large"), at("else")), (of("large"), Stretch::Others));
        assert!(Choices::of(&Field::new("tone", Select::of("", &[])), false).is_none());
    }
}
