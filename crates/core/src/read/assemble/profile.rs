//! Profiles elsewhere: a network, a user name, an address.

use super::Run;
use super::value::Maker;
use crate::lexicon::{Flags, Lexicon};
use crate::read::segment::Kind;
use crate::recognise::{profile as account, url};
use crate::resume::{Entry, Field};
use crate::source::Span;

/// Sets what a segment tells of a profile: its address with the user name at its end, a network's name, or a user name.
pub fn set(maker: &mut Maker, entry: &mut Entry, run: &Run<'_>) {
    let spans = run.spans(&maker.source);
    of_spans(maker, entry, &spans, run);
}

/// As [`set`], from the spans of a run.
pub fn of_spans(maker: &mut Maker, entry: &mut Entry, spans: &[Span], run: &Run<'_>) {
    for &span in spans {
        let text = maker.source.slice(span);
        let lexicon = Lexicon::get();
        if let Some(found) = url::find(text) {
            let at = span.start as usize;
            let address = Span::new(at + found.start as usize, at + found.end as usize);
            // One that is broken over two lines is known as one segment.
            let whole = run.segments.iter().find(|s| s.kind == Kind::Url && s.span.start == address.start);
            let address = whole.map_or(address, |s| s.span);
            if entry.get(Field::Url).is_none() {
                address_parts(maker, entry, address, run);
            }
            continue;
        }
        // "weissmueller (XING)", "GitHub: zoe": one part names the network.
        let source = maker.source.clone();
        let names = |part: Span| lexicon.word(source.slice(part)).flags.intersects(Flags::NETWORK);
        for part in with_long_names(parts(text, span), names) {
            let network = names(part);
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

/// With two parts as one where both together name a network: "Google Scholar".
fn with_long_names(parts: Vec<Span>, names: impl Fn(Span) -> bool) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for part in parts {
        match joined.last_mut() {
            Some(last) if !names(*last) && names(last.cover(part)) => *last = last.cover(part),
            _ => joined.push(part),
        }
    }
    joined
}

/// An address, and the network and the user name that it says.
pub fn address_parts(maker: &mut Maker, entry: &mut Entry, address: Span, run: &Run<'_>) {
    let source = maker.source.clone();
    let text = source.slice(address);
    if let Some((network, user)) = account::of_url(text) {
        let from = user.as_ptr() as usize - text.as_ptr() as usize;
        let start = address.start as usize;
        if entry.get(Field::Network).is_none() {
            maker.network(entry, network, Span::new(start, start + from), run);
        }
        if entry.get(Field::Username).is_none() {
            maker.username(entry, Span::new(start + from, start + from + user.len()), run);
        }
    }
    maker.url(entry, Field::Url, address, run);
}

/// The parts of a text between brackets, colons and spaces.
fn parts(text: &str, span: Span) -> Vec<Span> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ':' | ',' | '：' | '（' | '）' | '|'))
        // "/in/ada": a path without its host.
        .map(|part| if part.starts_with('/') { part.trim_end_matches('/').rsplit('/').next().unwrap_or(part) } else { part })
        .map(|part| part.trim_matches(|c: char| c.is_whitespace() || matches!(c, '@' | '[' | ']')))
        .filter(|part| part.contains(char::is_alphanumeric))
        .map(|part| {
            let start = span.start as usize + (part.as_ptr() as usize - text.as_ptr() as usize);
            Span::new(start, start + part.len())
        })
        .collect()
}
