//! Compares a reading with the known one, field by field.
//!
//! Each value of a field, and each item of a list, is right, missing or wrong. In a known reading `null` and "?" stand for what is
//! not known, and so not scored; "?: text" for what may be there or not; `work[].groups` for named groups of highlights, which
//! `highlights` may hold as well.

mod kept;
mod pairing;
mod place;
mod records;
mod similar;
mod sureness;
mod wording;

use faircopy::Parsed;
use serde_json::Value;

pub use kept::Words;
pub use records::SECTIONS;
use records::{Record, Scored, Side, records};
use sureness::Sureness;

/// Counts of values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Known and read.
    pub right: usize,
    /// Read, but not known.
    pub wrong: usize,
    /// Known, but not read.
    pub missing: usize,
}

impl Counts {
    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self { right: self.right + other.right, wrong: self.wrong + other.wrong, missing: self.missing + other.missing }
    }

    /// The share of what was read that is right.
    pub fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// The share of what is known that was read.
    pub fn recall(self) -> f64 {
        share(self.right, self.right + self.missing)
    }

    /// Both in one: their harmonic mean.
    pub fn f1(self) -> f64 {
        share(2 * self.right, 2 * self.right + self.wrong + self.missing)
    }
}

/// A share of a whole; of nothing, all is right.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// How good a reading is.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Each field's counts, in the order of [`SECTIONS`] and their fields.
    pub fields: Vec<Counts>,
    /// Each read value that is scored: how sure the reading is of it, and whether it is right.
    pub said: Vec<(f32, bool)>,
    /// Words kept, lost and made up.
    pub words: Words,
}

impl Score {
    /// The counts of all fields.
    pub fn total(&self) -> Counts {
        self.fields.iter().copied().fold(Counts::default(), Counts::plus)
    }
}

/// The names of all fields, in the order of [`Score::fields`].
pub fn field_names() -> Vec<String> {
    SECTIONS.iter().flat_map(|s| s.fields.iter().map(|(field, _)| format!("{}.{field}", s.section))).collect()
}

/// Scores a reading against the known one.
pub fn score(expected: &Value, parsed: &Parsed) -> Score {
    let written = faircopy::write::json(&parsed.resume, &parsed.unplaced_lines());
    let output: Value = serde_json::from_str(&written).unwrap_or_default();
    let mut score = compare(expected, &output, &Sureness::new(parsed));
    score.words = kept::count(parsed.source.text(), &output);
    score
}

/// Scores what another reader made of a source, which does not say how sure it is, against the known reading.
pub fn score_output(expected: &Value, source: &str, output: &Value) -> Score {
    let mut score = compare(expected, output, &Sureness::default());
    score.words = kept::count(source, output);
    score
}

fn compare(expected: &Value, output: &Value, sureness: &Sureness) -> Score {
    let mut score = Score::default();
    for scored in SECTIONS {
        let first = score.fields.len();
        score.fields.resize(first + scored.fields.len(), Counts::default());
        let Some(known) = records(scored, expected, &Side::Known) else { continue };
        let read = records(scored, output, &Side::Read(sureness)).unwrap_or_default();
        for (known, read) in together(scored, &known, &read) {
            for (at, &(_, rule)) in scored.fields.iter().enumerate() {
                let of = |record: Option<&Record>| record.map_or(Some(Vec::new()), |record| record[at].clone());
                let (Some(known), Some(read)) = (of(known), of(read)) else { continue };
                let matched = pairing::pair(&known, &read, rule);
                let wrong = matched.verdicts.iter().filter(|v| **v == Some(false)).count();
                let counts = Counts { right: matched.right, wrong, missing: matched.missing };
                score.fields[first + at] = score.fields[first + at].plus(counts);
                let said = read.iter().zip(matched.verdicts).filter_map(|(unit, right)| Some((unit.confidence?, right?)));
                score.said.extend(said);
            }
        }
    }
    score
}

/// Entries side by side, those without a partner alone.
fn together<'a>(scored: &Scored, known: &'a [Record], read: &'a [Record]) -> Vec<(Option<&'a Record>, Option<&'a Record>)> {
    let pairs = if scored.is_one() { vec![(0, 0)] } else { pairing::align(scored, known, read) };
    let alone_known = (0..known.len()).filter(|i| pairs.iter().all(|p| p.0 != *i)).map(|i| (Some(&known[i]), None));
    let alone_read = (0..read.len()).filter(|j| pairs.iter().all(|p| p.1 != *j)).map(|j| (None, Some(&read[j])));
    let both = pairs.iter().map(|&(i, j)| (Some(&known[i]), Some(&read[j])));
    both.chain(alone_known).chain(alone_read).collect()
}

#[cfg(test)]
mod tests;
