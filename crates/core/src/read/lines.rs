//! Lines before anything is read: which only repeat others or belong to the page, and which go on on the next line.

use std::collections::HashMap;

use crate::lexicon::{Flags, Lexicon};
use crate::parsed::Decoration;
use crate::recognise::date;
use crate::source::SourceText;

/// What is known of a line before it is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineInfo {
    /// Why it is not content, if so.
    pub skip: Option<Decoration>,
    /// Whether the sentence on it goes on on the next line.
    pub goes_on: bool,
}

/// Looks at all lines of a source. Linear in its length.
pub fn look(source: &SourceText) -> Vec<LineInfo> {
    let texts: Vec<&str> = source.lines().iter().map(|l| source.slice(l.span)).collect();
    let mut infos = vec![LineInfo::default(); texts.len()];
    repeated(&texts, &mut infos);
    furniture(&texts, &mut infos);
    for at in 1..texts.len() {
        infos[at - 1].goes_on = goes_on(texts[at - 1], texts[at]);
    }
    infos
}

/// A line as compared with its copy: its words and numbers, and dates by what they say.
fn key(line: &str) -> String {
    let mut key = String::new();
    let mut rest = 0;
    for expr in date::find_all(line).into_iter().filter(|e| e.range) {
        push_words(&line[rest..expr.span.start as usize], &mut key);
        let show = |d: Option<(crate::date::PartialDate, _)>| d.map_or(String::from("-"), |d| d.0.to_string());
        key.push_str(&show(expr.from));
        key.push_str(&show(expr.to));
        rest = expr.span.end as usize;
    }
    push_words(&line[rest..], &mut key);
    key
}

fn push_words(text: &str, key: &mut String) {
    key.extend(text.chars().filter(|c| c.is_alphanumeric()));
}

/// The longest block of lines that is looked for twice in a row.
const LONGEST_BLOCK: usize = 24;

/// Marks second copies where a document is written twice, block by block, as copied profile pages are. A document that is not
/// doubled throughout keeps all its lines: two like lines may well be meant.
fn repeated(texts: &[&str], infos: &mut [LineInfo]) {
    let lines: Vec<(usize, String)> =
        texts.iter().enumerate().map(|(at, text)| (at, key(text))).filter(|l| !l.1.is_empty()).collect();
    let mut copies: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let longest = LONGEST_BLOCK.min((lines.len() - at) / 2);
        let block = (1..=longest).find(|&len| (0..len).all(|i| lines[at + i].1 == lines[at + len + i].1));
        match block {
            Some(len) => {
                copies.extend(at + len..at + 2 * len);
                at += 2 * len;
            }
            None => at += 1,
        }
    }
    if copies.len() >= 6 && copies.len() * 4 >= lines.len() {
        for copy in copies {
            infos[lines[copy].0].skip = Some(Decoration::Repeated);
        }
        logos(&lines, infos);
    }
}

/// In a doubled document, a line that is the next one with a word more stands for a picture ("Acme logo").
fn logos(lines: &[(usize, String)], infos: &mut [LineInfo]) {
    let lexicon = Lexicon::get();
    for (at, text) in lines {
        let end = text
            .char_indices()
            .rev()
            .take(8)
            .map(|(i, _)| &text[i..])
            .find(|tail| lexicon.word(tail).flags.intersects(Flags::PICTURE));
        if end.is_some_and(|tail| tail.len() < text.len()) {
            infos[*at].skip = Some(Decoration::Furniture);
        }
    }
}

/// Marks page numbers, interface texts, and headers and footers that come back on every page.
fn furniture(texts: &[&str], infos: &mut [LineInfo]) {
    let lexicon = Lexicon::get();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for text in texts {
        let trimmed = text.trim();
        if trimmed.len() > 8 && trimmed.contains(char::is_alphabetic) {
            *counts.entry(trimmed).or_default() += 1;
        }
    }
    let mut first_seen: HashMap<&str, usize> = HashMap::new();
    for (at, text) in texts.iter().enumerate() {
        let trimmed = text.trim();
        let words = trimmed.split_whitespace().count();
        if infos[at].skip.is_some() || trimmed.is_empty() || words > 8 {
            continue;
        }
        // A single word may be anything; a phrase of an interface is not.
        let known = (words > 1 || trimmed.contains(|c: char| c.is_ascii_digit()))
            && lexicon.word(trimmed).flags.intersects(Flags::FURNITURE)
            || page_number(lexicon, trimmed);
        // A page break, or a page number, next to a line that was there before: a running header or footer.
        let first = *first_seen.entry(trimmed).or_insert(at);
        let beside_break = |i: usize| texts.get(i).is_some_and(|t| page_number(lexicon, t.trim()));
        let running =
            first < at && counts.get(trimmed).is_some_and(|&c| c >= 2) && (beside_break(at + 1) || at > 0 && beside_break(at - 1));
        if known || running {
            infos[at].skip = Some(Decoration::Furniture);
        }
    }
}

/// "Page 1 of 2", "- 3 -", "2/3" with a page word, in any of the lexicon's languages.
fn page_number(lexicon: &Lexicon, text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 || digits > 6 || text.len() > 40 {
        return false;
    }
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).peekable();
    match words.peek() {
        Some(_) => {
            words.clone().any(|w| lexicon.word(w).flags.intersects(Flags::PAGE))
                && words.all(|w| lexicon.word(w).flags.intersects(Flags::PAGE.with(Flags::OF)))
        }
        None => text.starts_with(['-', '–', '—']) && text.ends_with(['-', '–', '—']) && digits <= 3,
    }
}

/// Whether a line's sentence goes on on the next: that one starts in the middle of it.
fn goes_on(line: &str, next: &str) -> bool {
    let (line, next) = (line.trim(), next.trim());
    let long = line.chars().count() >= 25;
    let open = !line.ends_with(['.', '!', '?', ':', ';', '|']);
    long && open && next.starts_with(char::is_lowercase) && !line.contains('\t') && !next.starts_with("o ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, skipped: &[&str]) {
        let source = SourceText::new(text);
        let infos = look(&source);
        let found: Vec<_> =
            source.lines().iter().zip(&infos).filter(|(_, i)| i.skip.is_some()).map(|(l, _)| source.slice(l.span)).collect();
        assert_eq!(found, skipped);
    }

    #[test]
    fn drops_second_copies_in_a_doubled_document_only() {
        let doubled =
            "Ada\nAda\nEngineer\nEngineer\nAbout\nAbout\nMay 2018 - Now\nMay 2018 to Now\nText\n• One\nText\n• One\nLast\nLast";
        check(doubled, &["Ada", "Engineer", "About", "May 2018 to Now", "Text", "• One", "Last"]);
        check("Ada\nAda\nEngineer\nBerlin\nAcme\n2019\nText\nMore", &[]);
    }

    #[test]
    fn sees_where_sentences_go_on() {
        assert!(goes_on("Shipped to nine markets and to two", "of them from zero."));
        assert!(!goes_on("Engineer", "of them"));
        assert!(!goes_on("A whole sentence stands on this line.", "and another"));
    }
}
