//! How texts are compared: without regard to case, dashes, quotes, markup and outer punctuation.

use std::sync::LazyLock;

use caseless::default_case_fold_str;
use fancy_regex::Regex;
use unicode_normalization::UnicodeNormalization;

/// What is taken off both ends of a text.
const EDGE: &str = " \t\n.,;:!?\"'()[]{}<>|/\\-•*_~=&";

/// Characters of which only the kind matters.
const ALIKE: [(&str, char); 4] = [("‐‑‒–—―−﹘﹣-", '-'), ("‘’‚‛′´ʼ", '\''), ("“”„‟″«»", '"'), ("·▪▫◦‣∙●○■□◆◇➢➤►▶✓✔⁃", '•')];

/// Characters that nobody sees.
const UNSEEN: &str = "\u{ad}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}";

/// Written without spaces: a character is a word.
const UNSPACED: &str = r"[\x{3040}-\x{30ff}\x{3400}-\x{9fff}]";

static ESCAPE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\\([^\p{L}\p{N}_\s])"));
static EMPHASIS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\*\*|__|`|(?<![\p{L}\p{N}_])[*_]+(?=\S)|(?<=\S)[*_]+(?![\p{L}\p{N}_])"));
static WORD: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"{UNSPACED}|(?:(?!{UNSPACED})[\p{{L}}\p{{N}}_])+(?:(?<=[a-z])[+#]+)?")));
static LETTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\p{L}\p{N}_]"));

/// A pattern that is known to be one.
pub fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern")
}

/// All that a pattern finds in a text.
pub fn found<'t>(pattern: &Regex, text: &'t str) -> impl Iterator<Item = &'t str> {
    pattern.find_iter(text).map(|found| found.expect("a match without end").as_str())
}

/// A text as it is compared.
pub fn plain(text: &str) -> String {
    let text: String = text.chars().filter_map(plain_char).nfkc().filter_map(plain_char).collect();
    let text = default_case_fold_str(&text);
    let text = ESCAPE.replace_all(&text, "$1");
    let text = EMPHASIS.replace_all(&text, "");
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(|c| EDGE.contains(c)).to_owned()
}

fn plain_char(c: char) -> Option<char> {
    if UNSEEN.contains(c) {
        return None;
    }
    Some(ALIKE.iter().find(|(all, _)| all.contains(c)).map_or(c, |&(_, one)| one))
}

/// The words of a text that is plain already, in order.
pub fn words_of_plain(text: &str) -> Vec<String> {
    found(&WORD, text).map(str::to_owned).collect()
}

/// The words of any text, in order.
pub fn words(text: &str) -> Vec<String> {
    words_of_plain(&plain(text))
}

/// A text without what is not of words.
pub fn solid(text: &str) -> String {
    found(&LETTER, text).collect()
}

/// Whether a word is one of those written without spaces.
pub fn is_unspaced(word: &str) -> bool {
    word.chars().next().is_some_and(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'))
}

/// The lines of a text, by all characters that end one.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}'])
}

/// A text with what comparing it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// As it stands.
    pub raw: String,
    /// As it is compared.
    pub plain: String,
    /// Its words, sorted.
    pub bag: Vec<String>,
}

impl Text {
    /// A text to compare.
    pub fn new(raw: &str) -> Self {
        let plain = plain(raw);
        let mut bag = words_of_plain(&plain);
        bag.sort_unstable();
        Self { raw: raw.to_owned(), plain, bag }
    }

    /// How alike two texts are by their words, 0–1.
    pub fn alike(&self, other: &Self) -> f64 {
        if self.plain == other.plain {
            return 1.0;
        }
        let (mut shared, mut at) = (0, 0);
        for word in &self.bag {
            while at < other.bag.len() && other.bag[at] < *word {
                at += 1;
            }
            if other.bag.get(at) == Some(word) {
                shared += 1;
                at += 1;
            }
        }
        share(shared, self.bag.len() + other.bag.len())
    }
}

/// Twice what two sets share of all that both hold.
pub fn share(shared: usize, all: usize) -> f64 {
    2.0 * shared as f64 / all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::{Text, plain, words};

    #[test]
    fn markup_case_and_outer_punctuation_do_not_matter() {
        for (text, expected) in [
            ("  **Senior** Engineer,", "senior engineer"),
            ("snake_case _and_ *more*", "snake_case and more"),
            ("2018 – 2020 „x“", "2018 - 2020 \"x"),
            ("Straße\u{ad}n \\& ﬁnance", "strassen & finance"),
        ] {
            assert_eq!(plain(text), expected);
        }
    }

    #[test]
    fn a_chinese_character_is_a_word_and_signs_belong_to_a_language() {
        assert_eq!(words("C++, 東京ab c#"), ["c++", "東", "京", "ab", "c#"]);
        assert!((Text::new("a b c").alike(&Text::new("b c d")) - 2.0 / 3.0).abs() < 1e-9);
    }
}
