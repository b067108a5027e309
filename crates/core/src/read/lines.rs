//! Lines before anything is read: which only repeat others or belong to the page, and which go on on the next line.

use super::hash::{self, ByHash, TextHash};
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
    let pictured: Vec<(usize, &str)> = texts.iter().enumerate().filter_map(|(at, text)| Some((at, pictured(text)?))).collect();
    repeated(&texts, &pictured, &mut infos);
    pictures(&texts, &pictured, &mut infos);
    furniture(&texts, &mut infos);
    for at in 1..texts.len() {
        infos[at - 1].goes_on = goes_on(texts[at - 1], texts[at]);
    }
    infos
}

/// Calls `visit` with each piece of a line as compared with its copy: its words and numbers, and ranges of dates by what they say.
fn each_piece(line: &str, visit: &mut dyn FnMut(&str)) {
    let mut rest = 0;
    for expr in date::find_all(line).into_iter().filter(|e| e.range) {
        words(&line[rest..expr.span.start as usize], visit);
        for date in [expr.from, expr.to] {
            visit(&date.map_or(String::from("-"), |d| d.0.to_string()));
        }
        rest = expr.span.end as usize;
    }
    words(&line[rest..], visit);
}

fn words(text: &str, visit: &mut dyn FnMut(&str)) {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).for_each(visit);
}

/// A line that says something, as compared with its copy.
struct Key {
    line: usize,
    hash: u64,
    /// Whether its hash is only right after a look at the dates in it.
    dated: bool,
}

impl Key {
    fn new(line: usize, text: &str) -> Option<Self> {
        let mut hash = TextHash::default();
        let mut says = false;
        for c in text.chars().filter(|c| c.is_alphanumeric()) {
            hash.add_char(c);
            says = true;
        }
        says.then(|| Self { line, hash: hash.finish(), dated: date::may_hold_date(text) })
    }

    fn look_at_dates(&mut self, text: &str) {
        let mut hash = TextHash::default();
        each_piece(text, &mut |piece| piece.chars().for_each(|c| hash.add_char(c)));
        self.hash = hash.finish();
    }
}

/// The longest block of lines that is looked for twice in a row.
const LONGEST_BLOCK: usize = 24;

/// Marks second copies where a document is written twice, block by block, as copied profile pages are. A document that is not
/// doubled throughout keeps all its lines: two like lines may well be meant.
fn repeated(texts: &[&str], pictured: &[(usize, &str)], infos: &mut [LineInfo]) {
    let doubled = |copies: usize, lines: usize| copies >= 6 && copies * 4 >= lines;
    let mut lines: Vec<Key> = texts.iter().enumerate().filter_map(|(at, text)| Key::new(at, text)).collect();
    // Dates take a while to read. In most documents too few lines are like one before, even if all with dates are.
    let like_one_before = |at: usize| {
        let before = &lines[at.saturating_sub(LONGEST_BLOCK)..at];
        lines[at].dated || before.iter().any(|l| l.hash == lines[at].hash)
    };
    if !doubled((0..lines.len()).filter(|&at| like_one_before(at)).count(), lines.len()) {
        return;
    }
    lines.iter_mut().filter(|l| l.dated).for_each(|l| l.look_at_dates(texts[l.line]));
    let mut copies: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let longest = LONGEST_BLOCK.min((lines.len() - at) / 2);
        let block = (1..=longest).find(|&len| (0..len).all(|i| lines[at + i].hash == lines[at + len + i].hash));
        match block {
            Some(len) => {
                copies.extend(at + len..at + 2 * len);
                at += 2 * len;
            }
            None => at += 1,
        }
    }
    if doubled(copies.len(), lines.len()) {
        for copy in copies {
            infos[lines[copy].line].skip = Some(Decoration::Repeated);
        }
        for line in lines {
            if pictured.binary_search_by_key(&line.line, |p| p.0).is_ok() || is_logo(texts[line.line], line.dated) {
                infos[line.line].skip = Some(Decoration::Furniture);
            }
        }
    }
}

/// Marks lines that stand for a picture of what the next lines name: "Acme logo", "Logo de Acme".
fn pictures(texts: &[&str], pictured: &[(usize, &str)], infos: &mut [LineInfo]) {
    for &(at, name) in pictured {
        let next = texts[at + 1..].iter().map(|t| t.trim()).filter(|t| !t.is_empty()).take(NAMED_WITHIN);
        if next.into_iter().any(|t| t.starts_with(name)) {
            infos[at].skip = Some(Decoration::Furniture);
        }
    }
}

/// How many lines behind a picture name what it shows.
const NAMED_WITHIN: usize = 4;

/// What a line says that there is a picture of.
fn pictured(line: &str) -> Option<&str> {
    let lexicon = Lexicon::get();
    let line = line.trim();
    if line.len() > 200 {
        return None;
    }
    let is = |word: &str, flags: Flags| lexicon.word(word).flags.intersects(flags);
    if let Some((name, _)) = line.rsplit_once(char::is_whitespace).filter(|(_, last)| is(last, Flags::PICTURE)) {
        return Some(name.trim_end());
    }
    let (_, rest) = line.split_once(char::is_whitespace).filter(|(first, _)| is(first, Flags::PICTURE))?;
    let (of, name) = rest.trim_start().split_once(char::is_whitespace)?;
    is(of, Flags::OF).then(|| name.trim_start()).filter(|name| !name.is_empty())
}

/// Whether a line of a doubled document stands for a picture: it is the next one with a word more ("Acme logo"). `dated` says
/// whether it may hold dates.
fn is_logo(line: &str, dated: bool) -> bool {
    let mut key = String::with_capacity(line.len());
    if dated {
        each_piece(line, &mut |piece| key.push_str(piece));
    } else {
        // What stands before such a word is not looked at.
        let from = line.char_indices().rev().filter(|(_, c)| c.is_alphanumeric()).nth(LONGEST_PICTURE);
        words(&line[from.map_or(0, |(at, _)| at)..], &mut |piece| key.push_str(piece));
    }
    let from = key.char_indices().rev().nth(LONGEST_PICTURE);
    Lexicon::get().ends_with(&key[from.map_or(0, |(at, _)| at)..], Flags::PICTURE)
}

/// No word that stands for a picture has more characters.
const LONGEST_PICTURE: usize = 8;

/// A line that comes back.
#[derive(Default)]
struct Returning {
    times: usize,
    first: Option<usize>,
}

/// Marks page numbers, interface texts, and headers and footers that come back on every page.
fn furniture(texts: &[&str], infos: &mut [LineInfo]) {
    let lexicon = Lexicon::get();
    let mut places = ByHash::default();
    let mut returning: Vec<Returning> = Vec::new();
    let mut place = |text: &str| {
        let hash = hash::of(text);
        let place = places.get(hash).map_or(returning.len(), |place| place as usize);
        if place == returning.len() {
            places.insert(hash, place as u32);
            returning.push(Returning::default());
        }
        returning[place].times += 1;
        place
    };
    let places: Vec<Option<usize>> = texts.iter().map(|t| t.trim()).map(|t| (t.len() > 8).then(|| place(t))).collect();
    for (at, text) in texts.iter().enumerate() {
        let trimmed = text.trim();
        let words = trimmed.split_whitespace().take(9).count();
        if infos[at].skip.is_some() || trimmed.is_empty() || words > 8 {
            continue;
        }
        // A single word may be anything; a phrase of an interface is not.
        let known = (words > 1 || trimmed.contains(|c: char| c.is_ascii_digit()))
            && lexicon.word(trimmed).flags.intersects(Flags::FURNITURE)
            || page_number(lexicon, trimmed);
        // A page break, or a page number, next to a line that was there before: a running header or footer.
        let beside_break = |i: usize| texts.get(i).is_some_and(|t| page_number(lexicon, t.trim()));
        let running = places[at].map(|place| &mut returning[place]).is_some_and(|line| {
            line.times > 1
                && *line.first.get_or_insert(at) < at
                && trimmed.contains(char::is_alphabetic)
                && (beside_break(at + 1) || at > 0 && beside_break(at - 1))
        });
        if known || running {
            infos[at].skip = Some(Decoration::Furniture);
        }
    }
}

/// "Page 1 of 2", "- 3 -", "2/3" with a page word, in any of the lexicon's languages.
fn page_number(lexicon: &Lexicon, text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 || digits > 6 {
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
    let next = next.trim_start();
    if !next.starts_with(char::is_lowercase) || next.starts_with("o ") {
        return false;
    }
    let line = line.trim();
    let open = !line.ends_with(['.', '!', '?', ':', ';', '|']);
    open && line.chars().nth(24).is_some() && !line.contains('\t')
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
    fn drops_what_stands_for_a_picture() {
        check("Acme logo\nEngineer\nAcme · Full-time", &["Acme logo"]);
        check("Logo de Acme\n\nAcme\nEngineer", &["Logo de Acme"]);
        check("Logo van Acme\nAcme", &["Logo van Acme"]);
        check("Redesigned the logo\nMade a shop", &[]);
    }

    #[test]
    fn sees_where_sentences_go_on() {
        assert!(goes_on("Shipped to nine markets and to two", "of them from zero."));
        assert!(!goes_on("Engineer", "of them"));
        assert!(!goes_on("A whole sentence stands on this line.", "and another"));
    }
}
