//! The views that everybody has of documents and products.

use kernel::Cx;
use records::{Filter, Object, Operator};
use web::Form;

use crate::{invoice, order, product, quote};

/// Names and addresses; the first is what a list opens with.
pub(crate) fn of(cx: &Cx, object: &Object) -> Vec<(String, Form)> {
    let named = |key: &str, form: Form| (locale::text(cx.locality().language, key).into_owned(), form);
    let with = |filter: Filter| Form::default().with("filter", filter.written());
    let is = |values: &[&str]| Filter::field("state", Operator::Is, values);
    if !object.tells("state") {
        return Vec::new();
    }
    match object.key {
        quote::KEY => vec![
            named("view-quotes-open", with(is(&["draft", "waiting", "approved", "sent", "opened"]))),
            named("view-quotes-board", Form::default().with("as", "board").with("by", "state")),
        ],
        order::KEY => vec![named("view-orders-open", with(is(&["open", "part_delivered"])))],
        invoice::KEY => {
            let open = is(&["issued", "part_paid"]);
            let late = Filter::field("due_on", Operator::Before, &["today"]);
            let sums = |form: Form| form.with("sort", "due_on").with("totals", "balance:sum");
            vec![
                named("view-invoices-all", Form::default().with("sort", "-number")),
                named("view-invoices-open", sums(with(open.clone()))),
                named("view-invoices-late", sums(with(open.and(late)))),
            ]
        }
        product::KEY => vec![named("view-products-on-sale", with(is(&["on_sale"])))],
        _ => Vec::new(),
    }
}
