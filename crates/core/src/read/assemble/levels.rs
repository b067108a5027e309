//! How well someone knows something, told beside its name: "Français langue maternelle", "hsbCAD gut".

use super::terms;
use crate::lexicon::{Flags, LONGEST_PHRASE, Lexicon};
use crate::repair::is_unspaced;
use crate::source::{SourceText, Span};

/// A language, and how well it is known if the text says so.
pub fn of_language(source: &SourceText, span: Span) -> (Span, Option<Span>) {
    let text = source.slice(span);
    if is(text, Flags::LANGUAGE) {
        return (span, None);
    }
    let (name, note) = terms::with_note(source, span);
    if note.is_some() && (is(source.slice(name), Flags::LANGUAGE) || starts_with_language(source.slice(name)).is_none()) {
        return (name, note);
    }
    let cut = starts_with_language(text)
        .map(|len| text.split_at(len))
        .filter(|(_, level)| !is(bare(level), Flags::LANGUAGE) && bare(level).contains(char::is_alphanumeric))
        .or_else(|| level_at_end(text).map(|at| text.split_at(at)));
    match cut {
        Some((name, level)) => (place(text, bare(name), span), Some(place(text, bare(level), span))),
        None => (name, note),
    }
}

/// The languages that one term names: those joined by "and", and those whose sentences follow each other.
pub fn languages(source: &SourceText, span: Span) -> Vec<Span> {
    let text = source.slice(span);
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| *c == '.' || c.is_whitespace()) {
        let rest = &text[at + c.len_utf8()..];
        let word = rest.split_whitespace().next().unwrap_or_default();
        let behind = rest.trim_start()[word.len().min(rest.trim_start().len())..].trim_start();
        let joined = c != '.'
            && is(word, Flags::AND)
            && is(bare(&text[from..at]), Flags::LANGUAGE)
            && starts_with_language(behind).is_some();
        let sentence = c == '.' && rest.starts_with(char::is_whitespace) && starts_with_language(rest.trim_start()).is_some();
        if joined || sentence {
            parts.push(place(text, bare(&text[from..at]), span));
            from = if joined { text.len() - behind.len() } else { at + 1 };
        }
    }
    parts.push(place(text, bare(&text[from..]), span));
    parts.retain(|p| !p.is_empty());
    parts
}

/// Whether a text says how well something is known, and not what.
pub fn is_level(text: &str) -> bool {
    is(bare(text), Flags::FLUENCY) && !is(bare(text), Flags::LANGUAGE)
}

/// Whether a text names a language and how well it is known.
pub fn is_language_with_level(text: &str) -> bool {
    starts_with_language(text).is_some_and(|len| is_level(&text[len..]))
}

/// The name of a skill without how well it is known: "SAP MM 了解". Where words are spaced, a level may be a part of the name
/// ("Visual Basic", "score reading").
pub fn without_level(source: &SourceText, span: Span) -> Span {
    let text = source.slice(span);
    let level = level_at_end(text).filter(|&at| text[at..].starts_with(is_unspaced));
    level.map_or(span, |at| place(text, bare(&text[..at]), span))
}

/// How many bytes of a text are the language that it starts with, as far as one does.
fn starts_with_language(text: &str) -> Option<usize> {
    let ends = text.char_indices().skip(1).filter(|&(at, c)| {
        let before = text[..at].chars().next_back();
        !c.is_alphanumeric() || before.is_some_and(is_unspaced)
    });
    let ends: Vec<usize> =
        ends.map(|(at, _)| at).take(LONGEST_PHRASE).chain((text.len() <= LONGEST_NAME).then_some(text.len())).collect();
    ends.into_iter().rev().find(|&at| is(&text[..at], Flags::LANGUAGE))
}

/// No language's name is longer, in bytes.
const LONGEST_NAME: usize = 40;

/// Where the level starts that a text ends with, behind something else.
fn level_at_end(text: &str) -> Option<usize> {
    let starts = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, c)| at + c.len_utf8());
    let starts: Vec<usize> = starts.collect();
    let near = starts.len().saturating_sub(LONGEST_PHRASE);
    starts[near..].iter().copied().find(|&at| is(&text[at..], Flags::FLUENCY) && text[..at].contains(char::is_alphanumeric))
}

fn is(text: &str, flags: Flags) -> bool {
    text.contains(char::is_alphanumeric) && Lexicon::get().word(text).flags.intersects(flags)
}

/// A text without white space and marks at its edges.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '.' | ':' | ';' | '-' | '–' | '—' | '=' | '：' | '，' | '、')
    })
}

fn place(text: &str, part: &str, span: Span) -> Span {
    let start = span.start as usize + (part.as_ptr() as usize - text.as_ptr() as usize);
    Span::new(start, start + part.len())
}
