//! The contact line.

use super::draft::{Draft, plain};
use super::raw::Piece;
use crate::dialect::{ASIDE, ITEM, PROFILE, bare, is_phone, labelled};
use crate::parsed::{Decoration, Place};
use crate::read::Reason;
use crate::recognise::profile;
use crate::repair::{Repair, Repairs};
use crate::resume::{Entry, Field, SectionKind, Value};

/// Whether a paragraph is the contact line.
pub(super) fn is_contact(line: Piece<'_>) -> bool {
    is_marked(line) || line.find(ITEM).is_some()
}

/// Whether a line starts as no prose does.
pub(super) fn is_marked(line: Piece<'_>) -> bool {
    line.text.starts_with('[') || line.text.starts_with("**")
}

/// Reads the contact line; `None` if an item of it is not ours.
pub(super) fn read(draft: &mut Draft, line: Piece<'_>) -> Option<()> {
    let mut basics = std::mem::take(&mut draft.resume.basics);
    for item in line.split_all(ITEM) {
        if item.text.starts_with('[') {
            link(draft, &mut basics, item)?;
        } else if item.text.starts_with("**") {
            named(draft, &mut basics, item)?;
        } else {
            let field = if is_phone(&plain(item)) { Field::Phone } else { Field::Location };
            draft.text(&mut basics, field, item, Reason::CONTACT);
        }
    }
    draft.resume.basics = basics;
    Some(())
}

fn link(draft: &mut Draft, basics: &mut Entry, item: Piece<'_>) -> Option<()> {
    let (shown, destination) = item.after("[")?.split("](")?;
    let destination = destination.before(")")?;
    let url = plain(destination);
    if url.starts_with("mailto:") {
        draft.text(basics, Field::Email, shown, Reason::MAIL_LINK);
        draft.decoration(destination, Decoration::Repeated);
        return Some(());
    }
    let is_bare = plain(shown) == bare(&url);
    if is_bare && profile::of_url(&url).is_none() {
        draft.text(basics, Field::Url, destination, Reason::LINK);
        draft.decoration(shown, Decoration::Repeated);
        return Some(());
    }
    let mut account = draft.entry();
    if is_bare {
        by_address(draft, &mut account, shown, &url)?;
    } else {
        match shown.split(": ").or_else(|| Some((shown.label()?, shown.cut(shown.text.len()).1))) {
            Some((network, user)) => {
                words(draft, &mut account, Field::Network, network);
                words(draft, &mut account, Field::Username, user);
            }
            None => words(draft, &mut account, Field::Network, shown),
        }
    }
    words(draft, &mut account, Field::Url, destination);
    add(draft, account);
    Some(())
}

/// The network and the user's name that an address says.
fn by_address(draft: &mut Draft, account: &mut Entry, shown: Piece<'_>, url: &str) -> Option<()> {
    let (network, user) = profile::of_url(url)?;
    let end = shown.text.trim_end_matches('/').len();
    let mut from = shown.text[..end].rfind('/')? + 1;
    if shown.text[from..].starts_with('@') && !user.starts_with('@') {
        from += 1;
    }
    let (host, rest) = shown.cut(from);
    let (name, _) = rest.cut(end - from);
    account.set(Field::Network, Value::Text(network.to_owned()));
    let place = Place { owner: account.id, field: Field::Network };
    draft.record(place, &[host.span()], Repairs::NONE.with(Repair::NetworkNamed), Reason::NETWORK);
    words(draft, account, Field::Username, name);
    Some(())
}

/// A text with its label.
fn named(draft: &mut Draft, basics: &mut Entry, item: Piece<'_>) -> Option<()> {
    let (name, rest) = item.enclosed("**")?;
    let Some(label) = name.label() else {
        let mut account = draft.entry();
        words(draft, &mut account, Field::Network, name);
        add(draft, account);
        return rest.text.is_empty().then_some(());
    };
    if let Some(field) = labelled(SectionKind::Basics, label.text) {
        draft.decoration(label, Decoration::Label);
        let text = rest.after(" ")?;
        draft.labelled(basics, field, text, Reason::CONTACT_LABEL);
        return Some(());
    }
    let mut account = draft.entry();
    if label.text == PROFILE {
        draft.decoration(label, Decoration::Label);
    } else {
        words(draft, &mut account, Field::Network, label);
    }
    if let Some(url) = rest.after(" ").filter(|url| url.text.starts_with("<http")) {
        draft.labelled(&mut account, Field::Url, url, Reason::CONTACT);
    } else {
        let (user, url) = rest.split(ASIDE).map_or((rest, None), |(user, url)| (user, Some(url)));
        words(draft, &mut account, Field::Username, user.after(" ").unwrap_or(user));
        if let Some(url) = url {
            words(draft, &mut account, Field::Url, url);
        }
    }
    add(draft, account);
    Some(())
}

fn words(draft: &mut Draft, account: &mut Entry, field: Field, piece: Piece<'_>) {
    if !piece.text.is_empty() {
        draft.text(account, field, piece, Reason::CONTACT);
    }
}

fn add(draft: &mut Draft, account: Entry) {
    let section = draft.resume.section_mut(SectionKind::Profiles).id;
    draft.add(section, account);
}
