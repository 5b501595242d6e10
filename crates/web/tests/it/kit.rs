//! The parts of the UI kit, held against the gallery that styles and scripts are made for.

use maud::{Markup, PreEscaped, Render, html};
use web::html::{
    Choice, EmptyState, PageHead, Repeat, RepeatRow, Tone, button, chip, crumbs, empty_note, empty_state,
    error_summary, field, link_button, notice, page_head, post_button, progress, repeat,
};

use crate::gallery::{assert_shows, gallery};

#[test]
fn buttons_notices_and_bars_are_what_the_gallery_shows() {
    let page = gallery("gallery.html");
    let check = |ours: Markup| assert_shows(&page, &ours);
    check(button("New person").primary().icon("plus").render());
    check(button("Erase for good").negative().icon("trash").render());
    check(button("Disabled").disabled().render());
    check(button("Following").icon("star").pressed(true).render());
    check(button("More").plain().icon_only("more").render());
    check(button("Small").small().render());
    check(notice(
        Some(Tone::Warning),
        &html! { p { b { "Sven Dahl" } " called Berg & Sønner yesterday about quote Q-2041." } },
        Some(("/card", "Ask Sven")),
    ));
    check(progress(1430, 2310, "Importing customers.csv", "1,430 of 2,310 · 40 seconds left"));
    check(empty_note(&html! { "No deals with Anna yet. " a href="/form" { "Add a deal" } }));
    check(chip("Do not contact").tone(Tone::Stop).icon("ban").render());
}

#[test]
fn forms_are_what_the_gallery_shows() {
    let page = gallery("gallery/form.html");
    let check = |ours: Markup| assert_shows(&page, &ours);
    check(crumbs("Where you are", &[("/list".into(), "People".into())], "New person"));
    check(error_summary(
        "Two things to correct",
        &[
            ("phone[0].value".into(), "Phone: 08-123 is too short for a number in Sweden".into()),
            ("birthday".into(), "Birthday: 31 February does not exist".into()),
        ],
    ));
    check(field("given", "First name").value("Anna").autocomplete("off").render());
    check(
        field("company", "Company")
            .optional("optional")
            .help("Type a few letters to find it, or a new name to make it.")
            .autocomplete("off")
            .render(),
    );
    check(field("mail", "Mail").email().optional("optional").value("anna@bergsonner.dk").render());
    check(
        field("birthday", "Birthday")
            .optional("optional")
            .value("31 February")
            .short()
            .error(Some("31 February does not exist"))
            .help("The year may be left out: “4 December” is fine.")
            .render(),
    );
    check(field("notes", "Note").optional("optional").textarea().render());
    let newsletter = field("newsletter", "Agreed to our newsletter").checkbox(false);
    let newsletter = newsletter.help("Noted with today’s date and your name").render().into_string();
    // The id is there for the links of the summary.
    check(PreEscaped(newsletter.replace(" id=\"newsletter\"", "")));
}

#[test]
fn repeated_fields_are_what_the_gallery_shows() {
    let kinds = |name: &str, label: &str, work: bool| {
        html! { select.input name=(name) aria-label=(label) { option { "Mobile" } option selected[work] { "Work" } } }
    };
    let error = ("phone-0-error".into(), "08-123 is too short for a number in Sweden".into());
    let first = html! {
        (kinds("phone[0].label", "Kind of phone 1", false))
        input.input #phone-0-value name="phone[0].value" type="tel" value="08-123" aria-label="Phone 1"
            aria-invalid="true" aria-describedby="phone-0-error";
    };
    let second = html! {
        (kinds("phone[1].label", "Kind of phone 2", true))
        input.input name="phone[1].value" type="tel" aria-label="Phone 2";
    };
    let blank = html! {
        (kinds("phone[__n__].label", "Kind of phone", false))
        input.input name="phone[__n__].value" type="tel" aria-label="Phone";
    };
    let group = Repeat {
        name: "phones",
        label: "Phones".into(),
        rows: vec![
            RepeatRow { controls: first, remove: "Remove phone 1".into(), error: Some(error) },
            RepeatRow { controls: second, remove: "Remove phone 2".into(), error: None },
        ],
        blank: RepeatRow { controls: blank, remove: "Remove this phone".into(), error: None },
        add: "Phone".into(),
    };
    // The gallery's tooltip is shorter than the label.
    let shown = gallery("gallery/form.html");
    let shown = shown.replace(
        "aria-label=\"Remove phone 1\" title=\"Remove\"",
        "aria-label=\"Remove phone 1\" title=\"Remove phone 1\"",
    );
    let shown = shown.replace(
        "aria-label=\"Remove phone 2\" title=\"Remove\"",
        "aria-label=\"Remove phone 2\" title=\"Remove phone 2\"",
    );
    let shown = shown.replace("title=\"Remove\"", "title=\"Remove this phone\"");
    assert_shows(&shown, &repeat(&group));
}

#[test]
fn an_empty_list_is_what_the_gallery_shows() {
    let actions = html! {
        (link_button("/form", "Write the first card").primary().icon("plus").flag("data-new"))
        (link_button("/import", "Import a file").icon("import"))
        (post_button("/samples", &button("Try with sample cards").plain()))
    };
    let state = EmptyState {
        icon: "company",
        tab: Some("company"),
        title: "The firms you sell to live here",
        text: "A company gathers its people, deals, orders and talks on one card, so that whoever answers the phone \
               knows all of it.",
        actions,
    };
    assert_shows(&gallery("gallery/empty.html"), &empty_state(&state));
}

#[test]
fn choices_remember_what_was_chosen() {
    let kinds = || [Choice::new("a", "Mobile & more"), Choice::new("b", "Work")];
    let select = field("kind", "Kind").select(kinds()).value("b").render().into_string();
    assert!(select.contains(
        "<option value=\"a\">Mobile &amp; more</option><option value=\"b\" selected>Work</option>"
    ));
    let radios =
        field("kind", "Kind").radios(kinds()).value("b").error(Some("Choose one")).render().into_string();
    assert!(radios.contains("<input type=\"radio\" id=\"kind\" name=\"kind\" value=\"a\">"), "{radios}");
    assert!(radios.contains("<input type=\"radio\" name=\"kind\" value=\"b\" checked>"));
    assert!(radios.contains("aria-describedby=\"kind-error\""));
    let lines = field("note", "Note").textarea().value("\nsecond line").render().into_string();
    assert!(lines.contains(">\n\nsecond line</textarea>"));
}

#[test]
fn a_head_has_a_title_and_a_count() {
    let head = PageHead {
        title: "Trash",
        count: Some("3 cards".into()),
        lead: Some("Deleted cards stay here for 90 days, then they are erased.".into()),
        actions: html! {},
    };
    let shown = gallery("gallery/trash.html");
    // A count that a list updates has an id and is announced; the gallery shows that on its list.
    let shown =
        shown.replace("<span class=\"count\">", "<span class=\"count\" id=\"count\" role=\"status\">");
    assert_shows(&shown, &page_head(&head));
}

#[test]
fn a_password_is_asked_as_the_gallery_shows_and_never_shown() {
    let page = gallery("gallery/first-run.html");
    let password = field("password", "Password")
        .password("new-password")
        .value("secret")
        .help("At least 10 characters; a sentence is fine.");
    assert_shows(&page, &password.render());
}
