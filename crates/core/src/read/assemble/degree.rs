//! A degree and its subject that stand in one segment: "Bachelor of Software Engineering".

use crate::lexicon::{Flags, Lexicon};
use crate::source::{SourceText, Span};

/// The degree, and the subject behind it if the text says one.
pub fn split(source: &SourceText, span: Span) -> (Span, Option<Span>) {
    let text = source.slice(span);
    let lexicon = Lexicon::get();
    let whole = (span, None);
    if lexicon.word(text).flags.intersects(Flags::DEGREE) {
        return whole;
    }
    // The longest degree at the start: "Master of Science" before "Master".
    let ends: Vec<usize> = text
        .char_indices()
        .filter(|(_, c)| c.is_whitespace() || matches!(c, ',' | ':' | '-' | '–' | '('))
        .map(|(at, _)| at)
        .take(8)
        .collect();
    let Some(&end) = ends.iter().rev().find(|&&end| lexicon.word(&text[..end]).flags.intersects(Flags::DEGREE)) else {
        return whole;
    };
    let mut rest = text[end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '-' | '–'));
    let word = rest.split_whitespace().next().unwrap_or_default();
    if lexicon.word(word).flags.intersects(Flags::OF.with(Flags::IN)) && rest.len() > word.len() {
        rest = rest[word.len()..].trim_start();
    }
    if rest.is_empty() || rest.starts_with('(') {
        return whole;
    }
    let start = span.start as usize;
    let from = start + text.len() - rest.len();
    (Span::new(start, start + end), Some(Span::new(from, start + text.len())))
}
