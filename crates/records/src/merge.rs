//! Merging: several cards that are one person, company or household become one. The others are put aside, their
//! addresses lead to the one that stays, and everything that pointed to them points there. It is one change set, and
//! [`crate::undo`] takes it back whole, weeks later too.

mod act;
mod aside;
mod back;
mod foreign;
mod hand_over;
mod plan;
mod references;
mod timeline;

pub(crate) use self::{
    act::was_absorbed,
    aside::is_aside,
    back::{absorbed_back, merged_back, moved_back},
    foreign::MERGED_UID,
};
pub use self::{
    act::{Outcome, Wanted, merge, merged_from},
    aside::{Aside, aside_of, family, survivor},
    hand_over::hand_over,
    plan::{Choice, FieldPlan, Plan, fingerprint, plan},
};
