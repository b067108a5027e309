//! Profiles elsewhere: a network, a user name, an address.

use super::Run;
use super::value::Maker;
use crate::lexicon::{Flags, Lexicon};
use crate::recognise::url;
use crate::resume::{Entry, Field};
use crate::source::Span;

/// Sets what a segment tells of a profile: its address with the user name at its end, a network's name, or a user name.
pub fn set(maker: &mut Maker<'_>, entry: &mut Entry, run: &Run<'_>) {
    for span in run.spans(maker.source) {
        let text = maker.source.slice(span);
        let lexicon = Lexicon::get();
        if let Some(found) = url::find(text) {
            let at = span.start as usize;
            let address = Span::new(at + found.start as usize, at + found.end as usize);
            address_parts(maker, entry, address, run);
            continue;
        }
        // "weissmueller (XING)", "GitHub: zoe": one part names the network.
        let parts: Vec<Span> = parts(text, span);
        for part in parts {
            let word = maker.source.slice(part);
            let network = lexicon.word(word).flags.intersects(Flags::NETWORK);
            let field = if network || (entry.get(Field::Username).is_some() && entry.get(Field::Network).is_none()) {
                Field::Network
            } else {
                Field::Username
            };
            if entry.get(field).is_none() {
                maker.text(entry, field, &[part], run);
            }
        }
    }
}

/// An address, the network that its host belongs to, and the user name at the end of its path.
fn address_parts(maker: &mut Maker<'_>, entry: &mut Entry, address: Span, run: &Run<'_>) {
    let text = maker.source.slice(address);
    let host_start = text.find("://").map_or(0, |at| at + 3);
    let host_len = text[host_start..].find('/').unwrap_or(text.len() - host_start);
    let host = &text[host_start..host_start + host_len];
    let lexicon = Lexicon::get();
    // The label of the host that names a network: "linkedin" of "www.linkedin.com".
    let mut at = host_start;
    for label in host.split('.') {
        if lexicon.word(label).flags.intersects(Flags::NETWORK) {
            let start = address.start as usize + at;
            maker.text(entry, Field::Network, &[Span::new(start, start + label.len())], run);
            break;
        }
        at += label.len() + 1;
    }
    let path = text[host_start + host_len..].trim_end_matches('/');
    if let Some(slash) = path.rfind('/') {
        let user = path[slash + 1..].trim_start_matches('@');
        let user = user.split(['?', '#']).next().unwrap_or_default();
        if !user.is_empty() && entry.get(Field::Username).is_none() {
            let start = address.start as usize + (user.as_ptr() as usize - text.as_ptr() as usize);
            maker.text(entry, Field::Username, &[Span::new(start, start + user.len())], run);
        }
    }
    maker.url(entry, Field::Url, address, run);
}

/// The parts of a text between brackets, colons and spaces.
fn parts(text: &str, span: Span) -> Vec<Span> {
    text.split(['(', ')', ':', ',', ' ', '：', '（', '）', '|'])
        .map(|part| part.trim_matches(|c: char| c.is_whitespace() || c == '@'))
        .filter(|part| part.contains(char::is_alphanumeric))
        .map(|part| {
            let start = span.start as usize + (part.as_ptr() as usize - text.as_ptr() as usize);
            Span::new(start, start + part.len())
        })
        .collect()
}
