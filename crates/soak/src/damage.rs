//! Texts, damaged in ways that copying, converting and editing may do, and in ways that nothing does. The same number gives the same
//! text.

use faircopy::Parsed;
use faircopy::read::Outline;
use faircopy::read::decode::Reading;
use faircopy::read::label::{Label, Step};
use faircopy::read::model::Model;

/// What may stand anywhere: marks of every syntax the reader knows, characters that are rare, long, unseen or no text at all.
const ODD: &[&str] = &[
    "\0",
    "\t",
    "\r",
    "\r\n",
    "\u{b}",
    "\u{c}",
    "\u{1b}[1m",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2028}",
    "\u{2029}",
    "\u{2060}",
    "\u{3000}",
    "\u{feff}",
    "\u{fffd}",
    "\u{e000}",
    "\u{10ffff}",
    "e\u{301}\u{302}\u{303}",
    "İ",
    "ß",
    "ﬁ",
    "ﷺ",
    "👩‍👩‍👧",
    "🇩🇪",
    "नि",
    "٢٠١٩",
    "２０１９",
    "東京",
    "—",
    "…",
    "•",
    "**",
    "*",
    "__",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "<b>",
    "</b>",
    "&amp;",
    "&#x41;",
    "&#99999999;",
    "\\",
    "|",
    " | ",
    "---\n",
    "===\n",
    "# ",
    "- ",
    "1. ",
    "> ",
    ": ",
    ", ",
    "; ",
    " · ",
    " / ",
    "@",
    " (at) ",
    " dot ",
    "https://",
    "www.",
    ".com",
    "/in/",
    "+",
    "+49 ",
    "00000000000000000000",
    "2019",
    "2019-13",
    "13/2019",
    "99/99/9999",
    " – ",
    "present",
    "Feb 30, 2019",
    "May",
    "(5 years)",
    "Page 1 of 2\n",
    "Experience\n",
    "Skills:",
    "\n",
    "\n\n",
    " ",
    "        ",
    "-\n",
    "{\"",
    "}",
];

/// No damaged text is longer, in characters, but for those that are read in pieces.
const LONGEST: usize = 40_000;
/// One text in as many is repeated until it is long enough to be read in pieces.
const LONG_ONE_IN: usize = 5_000;
/// More bytes than are read as a whole.
const LONG: usize = 300_000;

/// Numbers that look random (SplitMix64).
pub(crate) struct Chance(pub u64);

impl Chance {
    /// A number below a bound; 0 below 0.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as usize % bound.max(1)
    }

    /// A range of a text of `count`, mostly short.
    pub fn range(&mut self, count: usize) -> std::ops::Range<usize> {
        let longest = [3, 30, 300, 3_000][self.below(4)];
        let start = self.below(count + 1);
        start..(start + self.below(longest + 1)).min(count)
    }
}

/// The damaged text of a number, made of some of `texts`, of which there is at least one.
pub fn damaged(texts: &[String], number: u64) -> String {
    let mut chance = Chance(number.wrapping_mul(0xd134_2543_de82_ef95));
    let mut text: Vec<char> = texts[chance.below(texts.len())].chars().collect();
    for _ in 0..=chance.below(8) {
        damage(&mut text, texts, &mut chance);
        text.truncate(LONGEST);
    }
    let text: String = text.into_iter().collect();
    if chance.below(LONG_ONE_IN) == 0 && !text.is_empty() {
        return text.repeat(LONG / text.len() + 1);
    }
    text
}

/// A text as it is read where the network takes its segments for anything.
pub fn labelled(text: &str, number: u64) -> Parsed {
    let mut chance = Chance(number);
    let labels = &Model::shipped().labels;
    let outline = Outline::new(text);
    let mut label = labels[chance.below(labels.len())];
    let readings = outline.segments.iter().map(|_| {
        // Often a segment goes on with what the one before is, as it does in a real reading.
        label = match chance.below(3) {
            0 => Label { step: Step::Continue, ..label },
            _ => labels[chance.below(labels.len())],
        };
        Reading { label, confidence: 0.5, runner_up: None }
    });
    let readings: Vec<Reading> = readings.collect();
    outline.assemble(&readings)
}

fn damage(text: &mut Vec<char>, texts: &[String], chance: &mut Chance) {
    let range = chance.range(text.len());
    let at = range.start;
    match chance.below(10) {
        0 => drop(text.drain(range)),
        // What stands there stands there again, or elsewhere.
        1 => {
            let copy: Vec<char> = text[range.clone()].to_vec();
            let to = if chance.below(2) == 0 { at } else { chance.below(text.len() + 1) };
            drop(text.splice(to..to, copy));
        }
        2 => lines(text, |lines| {
            let (a, b) = (chance.below(lines.len()), chance.below(lines.len()));
            lines.swap(a, b);
        }),
        3 => lines(text, |lines| {
            let at = chance.below(lines.len());
            if chance.below(2) == 0 { lines.insert(at, lines[at].clone()) } else { drop(lines.remove(at)) }
        }),
        4 | 5 => {
            let odd = ODD[chance.below(ODD.len())];
            let times = [1, 1, 1, 2, 40][chance.below(5)];
            let odd: Vec<char> = odd.repeat(times).chars().collect();
            drop(text.splice(at..at, odd));
        }
        // Lines are joined by a space or by nothing.
        6 => {
            let space = (chance.below(2) == 0).then_some(' ');
            let joined: Vec<char> = text[range.clone()].iter().filter_map(|&c| if c == '\n' { space } else { Some(c) }).collect();
            drop(text.splice(range, joined));
        }
        // Words are put on lines of their own, or each letter apart.
        7 => {
            let every = chance.below(2) == 0;
            let apart = |&c: &char| if every { vec![c, ' '] } else { vec![if c == ' ' { '\n' } else { c }] };
            let apart: Vec<char> = text[range.clone()].iter().flat_map(apart).collect();
            drop(text.splice(range, apart));
        }
        // The head of this text and the tail of another.
        8 => {
            let other: Vec<char> = texts[chance.below(texts.len())].chars().collect();
            text.truncate(at);
            text.extend(&other[chance.below(other.len() + 1)..]);
        }
        _ => {
            for c in &mut text[range] {
                *c = match chance.below(4) {
                    0 => c.to_uppercase().next().unwrap_or(*c),
                    1 if c.is_ascii_digit() => char::from(b'0' + chance.below(10) as u8),
                    2 if *c == ' ' => '\t',
                    _ => *c,
                };
            }
        }
    }
}

/// Changes a text as lines, of which there is at least one.
fn lines(text: &mut Vec<char>, change: impl FnOnce(&mut Vec<Vec<char>>)) {
    let mut lines: Vec<Vec<char>> = text.split(|&c| c == '\n').map(<[char]>::to_vec).collect();
    change(&mut lines);
    *text = lines.join(&'\n');
}

#[cfg(test)]
mod tests {
    use super::damaged;

    #[test]
    fn a_number_stands_for_one_text() {
        let texts = ["Ada Example\nada@example.org\n".to_owned(), "Bob\n\nSkills: Rust\n".to_owned()];
        let all: Vec<String> = (0..200).map(|number| damaged(&texts, number)).collect();
        assert_eq!(all, (0..200).map(|number| damaged(&texts, number)).collect::<Vec<_>>());
        let mut different = all.clone();
        different.sort();
        different.dedup();
        assert!(different.len() > 150, "{}", different.len());
    }
}
