//! Who belongs to the workspace and what they may do; inviting colleagues by link. For administrators.

mod invitations;
mod leaving;
mod member;

use identity::{
    members::{self, Member},
    roles, units,
};
use kernel::{Error, Id, Result, Role};
use web::{
    Markup, Permission, Request, Response, Routes, html,
    html::{Avatar, Menu, MenuItem, avatar, button, menu},
};

use super::{Section, done, page, role_name, section};
use crate::{App, View, draft::Draft};

const HERE: &str = "/settings/members";

pub(super) fn routes(routes: &mut Routes<App>) {
    routes.get(HERE, Permission::Admin, show);
    routes.post("/settings/members/{user}/role/{role}", Permission::Admin, change_role);
    leaving::routes(routes);
    member::routes(routes);
    invitations::routes(routes);
}

fn show(app: &App, request: &Request) -> Result<Response> {
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        let blank = invitations::blank(&view);
        whole(&view, &blank, None)
    })
}

/// The page, with a link that was just made.
fn whole(view: &View, draft: &Draft, link: Option<&str>) -> Result<Response> {
    let rows = members::active(view.cx)?;
    let title = view.t("settings-members");
    let lead = view.t("members-lead");
    let people = Section {
        id: "members",
        title: &title,
        lead: Some(&lead),
        action: html! {},
        body: table(view, &rows)?,
    };
    let body = html! { (section(&people)) (invitations::section(view, draft, link)?) };
    Ok(page(view, HERE, &body).status(draft.status()))
}

fn change_role(app: &App, request: &Request) -> Result<Response> {
    let user = request.params.id("user")?;
    let role = Role::from_key(request.params.get("role")).ok_or(Error::NotFound)?;
    let changed = app.write(request, |tx| members::set_role(tx, user, role));
    app.read(request, |cx| {
        let view = View::new(app, request, cx)?;
        match changed {
            Ok(()) => {
                let name = view.user(Some(user));
                let args = [("name", name.into()), ("role", role_name(&view, role).into())];
                Ok(Response::redirect(HERE).toast(view.tf("member-role-changed", &args), None))
            }
            Err(Error::Conflict(text)) => Ok(Response::redirect(HERE).toast(view.render(&text), None)),
            Err(error) => Err(error),
        }
    })
}

fn table(view: &View, rows: &[Member]) -> Result<Markup> {
    let (own, given) = (roles::list(view.cx)?, roles::given(view.cx)?);
    let homes = units::homes(view.cx)?;
    let lines = rows.iter().map(|member| {
        let theirs = given.get(&member.user).map(Vec::as_slice).unwrap_or_default();
        let names: Vec<&str> =
            own.iter().filter(|role| theirs.contains(&role.id)).map(|role| role.name.as_str()).collect();
        let home = homes.get(&member.user).map_or("", |unit| unit.name.as_str());
        line(view, member, &names.join(", "), home)
    });
    let table = html! {
        table.table data-align="middle" {
            thead { tr {
                th scope="col" { (view.t("field-name")) }
                th scope="col" { (view.t("member-role")) }
                th scope="col" data-wide { (view.t("unit-home")) }
                th scope="col" data-wide { (view.t("member-since")) }
                th scope="col" { span.hidden { (view.t("more")) } }
            } }
            tbody { @for line in lines { (line) } }
        }
    };
    Ok(super::table(view, "settings-members", &table))
}

fn line(view: &View, member: &Member, own_roles: &str, home: &str) -> Markup {
    let sign = Avatar { name: &member.name, id: member.user, ..Avatar::default() };
    html! {
        tr {
            th scope="row" { span.who { (avatar(&sign)) span {
                a.link-row href={ (HERE) "/" (member.user) } { (member.name) }
                span.below { (member.email) }
            } } }
            td { (role_name(view, member.role)) @if !own_roles.is_empty() { small.below { (own_roles) } } }
            td.soft data-wide { (home) }
            td.soft.nowrap data-wide { (view.reading.locale.date(view.reading.locale.civil(member.joined_at).date())) }
            td { div.buttons { @if may_change(view, member) { (more(view, member)) } } }
        }
    }
}

/// Only owners change owners.
fn may_change(view: &View, member: &Member) -> bool {
    view.request.visitor.role() >= Some(member.role)
}

fn more(view: &View, member: &Member) -> Markup {
    let own = view.request.visitor.role();
    let possible = Role::ALL.into_iter().rev().filter(|role| *role != member.role && Some(*role) <= own);
    let make = |role: Role| {
        let text = view.tf("member-make", &[("role", role_name(view, role).into())]);
        MenuItem::post(format!("{HERE}/{}/role/{}", member.user, role.key()), text)
    };
    let open = MenuItem::link(format!("{HERE}/{}", member.user), view.t("member-open"));
    let hand_over = MenuItem::link(format!("{HERE}/{}/hand-over", member.user), view.t("hand-over"));
    let remove = MenuItem::link(format!("{HERE}/{}/remove", member.user), view.t("member-remove")).negative();
    let id = format!("member-{}", member.user);
    let label = view.tf("member-more", &[("name", member.name.as_str().into())]);
    menu(&Menu {
        id: &id,
        button: button(label).plain().icon_only("more"),
        at_end: true,
        groups: vec![vec![open, hand_over], possible.map(make).collect(), vec![remove]],
    })
}

/// One who may be changed, by the key in the address.
fn member(view: &View, user: Id) -> Result<Member> {
    members::find(view.cx, user)
}
