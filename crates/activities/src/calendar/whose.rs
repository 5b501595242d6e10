//! Choosing whose calendars are shown: colleagues and a team.

use identity::{members, units};
use kernel::Result;
use web::{
    Markup, html,
    html::{Choice, button, field},
};
use workbench::View;

use super::{
    HERE,
    asked::{self, Asked},
};

pub(super) fn chooser(view: &View, asked: &Asked) -> Result<Markup> {
    let mut people = members::active(view.cx)?;
    let me = view.cx.actor().user();
    people.sort_by(|one, other| one.name.cmp(&other.name));
    people.sort_by_key(|member| Some(member.user) != me);
    let tree = units::tree(view.cx)?;
    let none = Choice::new("", view.t("none"));
    let teams =
        tree.branches.iter().map(|branch| Choice::new(branch.unit.id.to_string(), tree.path(branch.unit.id)));
    let shown = match asked.users[..] {
        [only] => asked::name(view, only).into_owned(),
        ref several => view.tf("diary-calendars", &[("count", several.len().into())]),
    };
    Ok(html! {
        (button(shown).plain().small().icon("users").inert().attribute("popovertarget", "calendar-whose"))
        div.popover #calendar-whose popover aria-label=(view.t("diary-whose")) {
            form.form method="get" action=(HERE) {
                input type="hidden" name="as" value=(asked.span.key());
                input type="hidden" name="date" value=(asked.date);
                fieldset.fieldset {
                    legend { (view.t("diary-whose")) }
                    div.checks {
                        @for member in &people {
                            label.check {
                                input type="checkbox" name="who" value=(member.user) checked[asked.users.contains(&member.user)];
                                span { (asked::name(view, member.user)) }
                            }
                        }
                    }
                }
                @if !tree.branches.is_empty() {
                    (field("team", view.t("diary-teams")).value(asked.team.map(|team| team.to_string()).unwrap_or_default()).select(std::iter::once(none).chain(teams)))
                }
                div.form-actions { (button(view.t("diary-show"))) }
            }
        }
    })
}
