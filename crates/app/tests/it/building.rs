//! The builder of filters: nested by buttons alone, told in words and numbers while it is built, and lossless.

use records::{Filter, Operator, Operator::*};
use testbed::{Browser, Testbed, on_each_database};
use web::Form;

fn field(name: &str, op: Operator, args: &[&str]) -> Filter {
    Filter::field(name, op, args)
}

fn address(path: &str, pairs: &[(&str, &str)]) -> String {
    let form: Form = pairs.iter().copied().collect();
    format!("{path}?{}", form.encode())
}

fn people(bed: &Testbed) {
    let berg = bed.company("Berg Marine").with("industry", "Boats").save();
    let anna = bed.person("Anna Berg").at(berg).with("rating", 5).save();
    bed.person("Bo Holm").at(berg).save();
    bed.person("Cem Kaya").save();
    bed.call(anna, "reached").save();
}

/// What the builder's form would send as it stands, read from its page.
fn sent(page: &str) -> Form {
    let builder = page.split_once("<form class=\"builder\"").expect("a builder").1;
    let builder = builder.split_once("</form>").expect("its end").0;
    let attribute = |tag: &str, name: &str| {
        let text = tag.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0;
        Some(text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    };
    let mut form = Form::default();
    let mut select = None;
    for tag in builder.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or((tag, ""));
        let tag = format!("{tag} ");
        if tag.starts_with("input ") {
            if let Some(name) = attribute(&tag, "name").filter(|name| !name.ends_with(".find")) {
                form.push(name, attribute(&tag, "value").unwrap_or_default());
            }
        } else if tag.starts_with("select ") {
            select = attribute(&tag, "name").map(|name| (name, None));
        } else if tag.starts_with("option ") && tag.contains(" selected ") {
            if let Some((_, chosen)) = &mut select {
                *chosen = attribute(&tag, "value");
            }
        } else if tag.starts_with("/select ")
            && let Some((name, chosen)) = select.take()
        {
            form.push(name, chosen.unwrap_or_default());
        }
    }
    form
}

/// The filter of the list that a filled builder leads to.
fn shown(browser: &Browser, form: &Form) -> Filter {
    let answer = browser.get(&format!("/people/filter?{}&show=1", form.encode())).is(303);
    let location = answer.location();
    let query = location.split_once('?').map_or("", |(_, query)| query);
    Filter::parse(Form::parse(query.as_bytes()).text("filter")).unwrap()
}

#[test]
fn a_nested_filter_is_built_with_buttons_alone() {
    on_each_database(|bed| {
        people(bed);
        let mia = bed.mia();
        let act = |form: &Form, act: &str| {
            let page = mia.open(&format!("/people/filter?{}&act={act}", form.encode()));
            sent(&page.text())
        };
        let form = sent(&mia.open("/people/filter").shows("Add condition").text());
        let form = form.with("field.0.0", "name");
        let form = act(&form, "");
        let form = form.with("op.0.0", "contains").with("value.0.0", "a");
        let form = act(&form, "group:0");
        assert_eq!((form.text("part.0.1"), form.text("joint.0.1")), ("group", "any"));
        let form = act(&form.with("field.0.1.0", "has:call.about"), "add:0.1.0");
        assert_eq!(form.text("part.0.1.0.0"), "line", "a condition on the calls");
        let form = act(&form.with("field.0.1.0.0", "outcome"), "add:0.1");
        let form = form.with("op.0.1.0.0", "is").with("value.0.1.0.0", "reached");
        let form = act(&form.with("field.0.1.1", "has:company"), "");
        let form = act(&form.with("op.0.1.1", "has-no"), "");
        let expected = Filter::All(vec![
            field("name", Contains, &["a"]),
            Filter::Any(vec![
                Filter::has("call.about", Filter::All(vec![field("outcome", Is, &["reached"])])),
                Filter::has_no("company", Filter::default()),
            ]),
        ]);
        assert_eq!(shown(&mia, &form), expected);
        let list = address("/people", &[("filter", &expected.written())]);
        mia.open(&list)
            .shows("Anna Berg")
            .shows("Cem Kaya")
            .hides("Bo Holm")
            .shows("has calls where Outcome is Reached or has no Company");
        // Taking the group away leaves the first condition.
        let form = act(&form, "remove:0.1");
        assert_eq!(shown(&mia, &form), Filter::All(vec![field("name", Contains, &["a"])]));
        // What is not finished asks nothing, and is not lost.
        let form = act(&form, "add:0");
        assert_eq!(form.text("part.0.1"), "line");
        assert_eq!(shown(&mia, &form), Filter::All(vec![field("name", Contains, &["a"])]));
    });
}

#[test]
fn what_a_filter_says_and_finds_is_told_while_it_is_built() {
    on_each_database(|bed| {
        people(bed);
        let mia = bed.mia();
        let told = |pairs: &[(&str, &str)]| {
            let pairs: Vec<_> = pairs.iter().copied().chain([("joint.0", "all"), ("part", "told")]).collect();
            bed.mia().partly().get(&address("/people/filter", &pairs)).is(200)
        };
        let line = |field, op, value| {
            [
                ("part.0.0", "line"),
                ("was.0.0", field),
                ("field.0.0", field),
                ("op.0.0", op),
                ("value.0.0", value),
            ]
        };
        told(&line("name", "contains", "Berg")).shows("People: Name contains Berg").shows("Matches: 1");
        told(&line("rating", "over", "many")).shows("class=\"wrong\"").hides("Matches");
        let mut talk = line("has:call.about", "has-no", "").to_vec();
        talk.extend([
            ("was.0.0", "call.about"),
            ("joint.0.0", "all"),
            ("part.0.0.0", "line"),
            ("was.0.0.0", "at"),
        ]);
        talk.extend([("field.0.0.0", "at"), ("op.0.0.0", "after"), ("value.0.0.0", "30 days ago")]);
        talk.retain(|pair| *pair != ("was.0.0", "has:call.about"));
        told(&talk).shows("People: has no calls where When is in the last 30 days").shows("Matches: 2");
        // As a saved view tells it to whoever opens it.
        let filter = Filter::has_no("call.about", Filter::All(vec![field("at", After, &["-30d"])]));
        let list: Form = [("filter", filter.written())].into_iter().collect();
        let view = [("name", "Call them"), ("scope", "all"), ("address", &list.encode())];
        let saved = mia.post("/people/views", &view).is(303).location();
        bed.sven()
            .open(&saved)
            .shows("Bo Holm")
            .hides("Anna Berg")
            .shows("has no calls where When is in the last 30 days");
    });
}

#[test]
fn a_filter_goes_through_the_builder_unchanged() {
    on_each_database(|bed| {
        people(bed);
        let mia = bed.mia();
        let user = bed.sven().scope().actor.user().unwrap().to_string();
        let conditions = [
            field("name", StartsWith, &["\"quoted\" & <odd>"]),
            field("rating", Between, &["2", "4"]),
            field("owner", Is, &["my_team"]),
            field("owner", IsNot, &[&user]),
            field("last_talk_at", Before, &["-45d"]),
            field("created_at", On, &["this_month"]),
            field("birthday", Between, &["today", "+30d"]),
            field("created_at", After, &["2024-02-29"]),
            field("company.employees", Over, &["1250"]),
            field("tags", Empty, &[]),
            field("source", Is, &["web"]),
        ];
        let mut seed = 1u64;
        let mut below = |count: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % count
        };
        for _ in 0..40 {
            let filter = by_chance(&mut below, &conditions, 0);
            let filter = Filter::All(vec![filter]);
            let list = address("/people/filter", &[("filter", &filter.written())]);
            let page = mia.open(&list);
            assert_eq!(shown(&mia, &sent(&page.text())), filter);
            mia.open(&address("/people", &[("filter", &filter.written())]));
        }
    });
}

/// Every part as the builder writes it: what a step leads to is a group.
fn by_chance(below: &mut dyn FnMut(u64) -> u64, conditions: &[Filter], depth: usize) -> Filter {
    let chosen = if depth > 2 { 0 } else { below(8) };
    if chosen < 3 {
        return conditions[below(conditions.len() as u64) as usize].clone();
    }
    let parts: Vec<Filter> =
        (0..1 + below(3)).map(|_| by_chance(&mut *below, conditions, depth + 1)).collect();
    match chosen {
        3 => Filter::Any(parts),
        4 => Filter::Not(Box::new(Filter::Any(parts))),
        5 => Filter::Not(Box::new(Filter::All(parts))),
        6 => Filter::has_no("call.about", Filter::All(vec![field("outcome", Is, &["reached"])])),
        _ => {
            let role = field("@role", Contains, &["chief"]);
            let whom = Box::new(Filter::Any(std::iter::once(role).chain(parts).collect()));
            Filter::Has { has: "relation:spouse".to_owned(), whom, ever: below(2) == 1 }
        }
    }
}

#[test]
fn widths_of_columns_belong_to_the_address_and_to_a_saved_view() {
    on_each_database(|bed| {
        people(bed);
        let mia = bed.mia();
        let wide = "/people?widths=company:320,name:180,nothing:90,rating:9";
        mia.open(wide).shows("data-width=\"320\"").shows("data-width=\"180\"").hides("data-width=\"9\"");
        let view = [("name", "Wide"), ("scope", "all"), ("address", "widths=company:320")];
        let saved = mia.post("/people/views", &view).is(303).location();
        bed.sven().open(&saved).shows("data-width=\"320\"").hides("Save changes");
        mia.open(&format!("{saved}&widths=company:200")).shows("data-width=\"200\"").shows("Save changes");
        // Kept when something else about the list is chosen.
        let filtered = mia.get("/people/filter?widths=company:320&joint.0=all&show=1").is(303).location();
        assert!(filtered.contains("widths=company%3A320"), "{filtered}");
        let displayed = mia.get("/people/display?widths=company:320&as=table&column=name").is(303).location();
        assert!(displayed.contains("widths=company%3A320"), "{displayed}");
    });
}
