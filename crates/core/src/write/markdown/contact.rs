//! The contact line: how to reach the person, and the accounts.

use super::escape::{INLINE, Within, disguise, escape};
use crate::dialect::{ASIDE, ITEM, PROFILE, bare, is_linkable, is_mailable, is_phone, label, labelled};
use crate::recognise::profile;
use crate::resume::{Entry, Field, SectionKind};

const ITEM_TEXT: Within = INLINE.marks("·");

/// The contact line; empty if there is nothing to say.
///
/// A text that could be prose, or a number that could be something else, has a label.
pub(super) fn line(basics: &Entry, profiles: &[Entry]) -> String {
    let text = |field| basics.text(field);
    let fields = [Field::Email, Field::Phone, Field::Location, Field::Url, Field::Image];
    let headline = text(Field::Label).filter(|_| text(Field::Name).is_none());
    let accounts: Vec<String> = profiles.iter().map(account).filter(|item| !item.is_empty()).collect();
    let count = fields.iter().filter(|&&f| text(f).is_some()).count() + accounts.len() + usize::from(headline.is_some());
    let mut items = Vec::new();
    if let Some(headline) = headline {
        items.push(named(Field::Label, headline));
    }
    if let Some(email) = text(Field::Email) {
        items.push(if is_mailable(email) { link(email, &format!("mailto:{email}")) } else { named(Field::Email, email) });
    }
    if let Some(phone) = text(Field::Phone) {
        items.push(if count > 1 && is_phone(phone) { plain(phone, items.is_empty()) } else { named(Field::Phone, phone) });
    }
    if let Some(place) = text(Field::Location) {
        items.push(if count > 1 && !is_phone(place) { plain(place, items.is_empty()) } else { named(Field::Location, place) });
    }
    if let Some(url) = text(Field::Url) {
        let shown = is_linkable(url) && profile::of_url(url).is_none();
        items.push(if shown { link(bare(url), url) } else { named(Field::Url, url) });
    }
    items.extend(accounts);
    if let Some(image) = text(Field::Image) {
        items.push(named(Field::Image, image));
    }
    items.join(ITEM)
}

/// An account: by its address where that says it all, else with its network and user name.
fn account(entry: &Entry) -> String {
    let network = entry.text(Field::Network);
    let user = entry.text(Field::Username);
    let words = |text: &str| escape(text, ITEM_TEXT.marks("·:"));
    let user_words = user.map(|u| escape(u, ITEM_TEXT.marks("·—"))).unwrap_or_default();
    match (entry.text(Field::Url), network) {
        (Some(url), _) if is_linkable(url) => {
            if (network, user) == (None, None) {
                return format!("**{PROFILE}:** {}", autolink(url));
            }
            if user.is_some() && network.is_some() && profile::of_url(url) == network.zip(user) {
                return link(bare(url), url);
            }
            let shown = match (network, user) {
                (Some(network), None) if network == bare(url) => format!("{}:", words(network)),
                (Some(network), None) => words(network),
                (network, _) => format!("{}: {user_words}", network.map(words).unwrap_or_default()),
            };
            format!("[{shown}]({})", destination(url))
        }
        (None, None) if user.is_none() => String::new(),
        (None, Some(network)) if user.is_none() => format!("**{}**", words(network)),
        (url, network) => {
            let name = match network {
                Some(network) if network == PROFILE || labelled(SectionKind::Basics, network).is_some() => {
                    disguise(network, ITEM_TEXT.marks("·:"))
                }
                Some(network) => words(network),
                None => PROFILE.to_owned(),
            };
            let mut out = format!("**{name}:** {user_words}");
            if let Some(url) = url {
                out.truncate(out.trim_end_matches(' ').len());
                out.push_str(ASIDE);
                out.push_str(&escape(url, ITEM_TEXT));
            }
            out
        }
    }
}

/// A text by itself; a list's mark at the start of the line is escaped.
fn plain(text: &str, first: bool) -> String {
    escape(text, Within { start: first, ..ITEM_TEXT })
}

fn named(field: Field, text: &str) -> String {
    let text =
        if matches!(field, Field::Url | Field::Image) && is_linkable(text) { autolink(text) } else { escape(text, ITEM_TEXT) };
    format!("**{}:** {text}", label(field))
}

/// A web address whose text is the address.
pub(super) fn autolink(url: &str) -> String {
    format!("<{url}>")
}

fn link(text: &str, url: &str) -> String {
    format!("[{}]({})", escape(text, INLINE.marks("·")), destination(url))
}

/// A link's destination (CommonMark, section 6.3).
fn destination(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if "()&".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
