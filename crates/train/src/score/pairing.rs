//! Which read values and entries stand for which known ones.

use super::records::{Record, Scored, Unit};
use super::similar::Rule;
use super::wording::Text;

/// What became of a field's values.
#[derive(Debug, Default)]
pub struct Matched {
    /// Known values that were read.
    pub right: usize,
    /// Known values that were not.
    pub missing: usize,
    /// For each read value whether it is right; `None` for what the known reading leaves open.
    pub verdicts: Vec<Option<bool>>,
}

/// Pairs values one to one, the most alike first. What a known reading leaves open counts neither way.
pub fn pair(known: &[Unit], read: &[Unit], rule: Rule) -> Matched {
    let mut pairs = Vec::new();
    for (i, want) in known.iter().enumerate() {
        for (j, got) in read.iter().enumerate() {
            if let Some(alike) = rule.compare(&want.text, &got.text) {
                pairs.push((alike, !want.optional, std::cmp::Reverse(i.abs_diff(j)), i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (b.1, b.2, b.3, b.4).cmp(&(a.1, a.2, a.3, a.4))));
    let mut left = vec![true; known.len()];
    let mut verdicts = vec![Some(false); read.len()];
    let mut right = 0;
    for (_, required, _, i, j) in pairs {
        if left[i] && verdicts[j] == Some(false) {
            left[i] = false;
            verdicts[j] = required.then_some(true);
            right += usize::from(required);
        }
    }
    let missing = (0..known.len()).filter(|&i| left[i] && !known[i].optional).count();
    Matched { right, missing, verdicts }
}

/// Pairs of entries, the best first: by values that fit, then by all words, then by order.
pub fn align(scored: &Scored, known: &[Record], read: &[Record]) -> Vec<(usize, usize)> {
    let known_texts: Vec<Text> = known.iter().map(whole).collect();
    let read_texts: Vec<Text> = read.iter().map(whole).collect();
    let mut ranked = Vec::new();
    for (i, want) in known.iter().enumerate() {
        for (j, got) in read.iter().enumerate() {
            let fields = scored.fields.iter().zip(want.iter().zip(got));
            let right: usize = fields
                .filter_map(|(&(_, rule), (want, got))| Some(pair(want.as_ref()?, got.as_deref().unwrap_or_default(), rule).right))
                .sum();
            ranked.push((right as f64 + known_texts[i].alike(&read_texts[j]), std::cmp::Reverse(i.abs_diff(j)), i, j));
        }
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (b.1, b.2, b.3).cmp(&(a.1, a.2, a.3))));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (affinity, _, i, j) in ranked {
        if affinity > 0.0 && pairs.iter().all(|&(a, b)| a != i && b != j) {
            pairs.push((i, j));
        }
    }
    pairs
}

/// All words of an entry.
fn whole(record: &Record) -> Text {
    let texts: Vec<&str> = record.iter().flatten().flatten().map(|unit| unit.text.raw.as_str()).collect();
    Text::new(&texts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_open_counts_neither_way() {
        let unit = |text: &str, optional| Unit { text: Text::new(text), optional, confidence: None };
        let known = [unit("Rust", false), unit("Go", true), unit("C", false)];
        let matched = pair(&known, &[unit("go", false), unit("rust", false), unit("Java", false)], Rule::Exact);
        assert_eq!((matched.right, matched.missing), (1, 1));
        assert_eq!(matched.verdicts, [None, Some(true), Some(false)]);
    }
}
