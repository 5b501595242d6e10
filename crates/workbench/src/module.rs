//! The plug a vertical fills: its objects, its addresses, and the places it takes on pages that are not its own.
//! A module is asked; it does not reach.

use std::{collections::HashMap, sync::Arc};

use kernel::{Cx, Id, Result, Tx, money::Money};
use records::{Object, Record, links::LinkKind, save::Values};
use web::{Form, Markup, Request, Routes, html::MenuItem};

use crate::{
    App, Duty, View,
    contact::{Asked, Contact, Objection, Reach},
    letters::LetterKind,
};

/// A part of the product.
pub trait Module: Send + Sync {
    fn objects(&self) -> Vec<Object> {
        Vec::new()
    }

    fn link_kinds(&self) -> Vec<LinkKind> {
        Vec::new()
    }

    fn routes(&self, _routes: &mut Routes<App>) {}

    fn jobs(&self, _registry: &mut jobs::Registry) {}

    /// What somebody may be responsible for, and hands over when they leave.
    fn duties(&self) -> Vec<Duty> {
        Vec::new()
    }

    /// Who is in contact with these cards; asked before somebody calls or writes. [`crate::contact`] has what most answers are
    /// made of.
    fn in_contact(&self, _cx: &Cx, _asked: &Asked) -> Result<Vec<Contact>> {
        Ok(Vec::new())
    }

    /// Cards that are the same customer as this one, or whom they work for, though no relation says so.
    fn near(&self, _cx: &Cx, _card: &Record) -> Result<Vec<(&'static str, Id)>> {
        Ok(Vec::new())
    }

    /// Whom a record would get in touch with by being made with these values, or changed to them, if it does.
    fn reaches(
        &self,
        _cx: &Cx,
        _object: &Object,
        _before: Option<&Record>,
        _values: &Values,
    ) -> Option<Reach> {
        None
    }

    /// What speaks against contacting a card in this way.
    fn objections(&self, _cx: &Cx, _card: &Record, _way: &str) -> Result<Vec<Objection>> {
        Ok(Vec::new())
    }

    /// Ways in the sidebar, above the cards.
    fn ways(&self) -> Vec<Way> {
        Vec::new()
    }

    /// Whether something has to be written down because somebody opens a card's page; asked while it is read.
    fn notes_opening(&self, _cx: &Cx, _request: &Request, _card: &Record) -> Result<bool> {
        Ok(false)
    }

    /// Somebody opened a card's page: what [`Module::notes_opening`] asked for, in passing, with what else is written then.
    fn opened(&self, _tx: &mut Tx, _request: &Request, _card: &Record) -> Result<()> {
        Ok(())
    }

    /// Somebody closed their last page of a card, and did not come back.
    fn left(&self, _app: &App, _request: &Request, _object: &str, _card: Id) -> Result<()> {
        Ok(())
    }

    /// What must be known first, across the top of a card.
    fn card_top(&self, _page: &CardPage) -> Result<Option<Markup>> {
        Ok(None)
    }

    /// Chips beside the name on a card.
    fn card_chips(&self, _page: &CardPage) -> Result<Option<Markup>> {
        Ok(None)
    }

    /// Buttons at the end of a card's head.
    fn card_actions(&self, _page: &CardPage) -> Result<Option<Markup>> {
        Ok(None)
    }

    /// The middle of a card: the composer, the timeline.
    fn card_middle(&self, _page: &CardPage) -> Result<Option<Markup>> {
        Ok(None)
    }

    /// What stands last on a card of a board: its next step, how long it has stood still.
    fn board_line(&self, _page: &CardPage) -> Result<Option<BoardLine>> {
        Ok(None)
    }

    /// Stacks beside a card.
    fn card_side(&self, _page: &CardPage) -> Result<Option<Markup>> {
        Ok(None)
    }

    /// Sections of Today beside what was promised, such as what runs out soon.
    fn on_today(&self, _view: &View) -> Result<Option<Markup>> {
        Ok(None)
    }

    /// What is at stake with cards (object and key): how much money, of each where there is any.
    fn at_stake(&self, _cx: &Cx, _cards: &[(&str, Id)]) -> Result<HashMap<Id, Money>> {
        Ok(HashMap::new())
    }

    /// Entries at the end of a card's menu.
    fn card_menu(&self, _page: &CardPage) -> Vec<MenuItem<'static>> {
        Vec::new()
    }

    /// Views of an object's cards that everybody has, by name and address; the first is what its list opens with, unless somebody
    /// made another one the first.
    fn views(&self, _cx: &Cx, _object: &Object) -> Result<Vec<(String, Form)>> {
        Ok(Vec::new())
    }

    /// Entries of the menu of a list.
    fn list_menu(&self, _list: &ListPage) -> Vec<MenuItem<'static>> {
        Vec::new()
    }

    /// Buttons for the cards that are selected in a list; the form sends their keys as `id`.
    fn selection(&self, _list: &ListPage) -> Option<Markup> {
        None
    }

    /// Pages of the settings, for administrators: the address and the key of the name.
    fn settings(&self) -> Vec<(&'static str, &'static str)> {
        Vec::new()
    }

    /// The letters to customers whose words a workspace may choose.
    fn letters(&self) -> Vec<&'static LetterKind> {
        Vec::new()
    }

    /// Other ways to a new card of an object, beside its empty form.
    fn new_ways(&self, _object: &Object) -> Vec<Way> {
        Vec::new()
    }

    /// Pages of the settings that everybody has for themselves: the address and the key of the name.
    fn own_settings(&self) -> Vec<(&'static str, &'static str)> {
        Vec::new()
    }

    /// Commands that the search palette offers: the key of a text, where it leads, its icon.
    fn commands(&self) -> Vec<Way> {
        Vec::new()
    }
}

/// The last line of a card on a board.
#[derive(Debug)]
pub struct BoardLine {
    pub text: Markup,
    /// It was left alone for too long: the card yellows.
    pub is_stale: bool,
}
/// All of them, as every unit of work finds them.
pub(crate) struct Modules(pub(crate) Arc<Vec<Box<dyn Module>>>);

/// A way to a page.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    pub href: &'static str,
    /// The key of its label.
    pub text: &'static str,
    pub icon: &'static str,
    /// The keys that lead there, such as `g t`.
    pub key: Option<&'static str>,
    /// Also in the bar of a phone.
    pub in_bar: bool,
}

/// A list while its page is being put together.
pub struct ListPage<'a> {
    pub view: &'a View<'a>,
    pub object: &'a Object,
    /// What the list shows, as its address says it.
    pub address: &'a Form,
}

/// A card's page while it is being put together.
pub struct CardPage<'a> {
    pub view: &'a View<'a>,
    pub record: &'a Record,
}
