//! The UI kit: pure functions from plain values to markup, one file per component. `assets/gallery.html` shows each
//! of them and is the contract with the styles and scripts; a test holds both together. Texts come ready, in the
//! reader's language; nothing here has a `style` or an `on…` attribute, which the browser would refuse.

mod attributes;
mod avatar;
mod button;
mod chip;
mod dialog;
mod empty;
mod errors;
mod field;
mod icon;
mod mark;
mod menu;
mod notice;
mod page;
mod progress;
mod repeat;
mod shell;
mod table;
mod time;
mod toast;

pub use attributes::Attributes;
pub use avatar::{Avatar, AvatarSize, Shape, avatar, initials, tab};
pub use button::{Button, button, link_button, post_button};
pub use chip::{Chip, Tone, chip};
pub use dialog::{Dialog, dialog};
pub use empty::{EmptyState, empty_note, empty_state};
pub use errors::{error_line, error_summary, field_id};
pub use field::{Choice, Field, field};
pub use icon::{icon, large_icon};
pub use mark::marked;
pub use menu::{Menu, MenuItem, menu};
pub use notice::notice;
pub use page::{PageHead, crumbs, page_head, view_tabs};
pub use progress::{job_link, progress};
pub use repeat::{Repeat, RepeatRow, repeat};
pub use shell::{
    Bare, Looks, NavGroup, NavItem, News, Shell, ShellTexts, Shortcut, ShortcutGroup, Sign, bare, sheet,
    shell,
};
pub use table::table_frame;
pub use time::time_tag;
pub use toast::{ToastTexts, toast_region};
