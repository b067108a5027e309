//! Links of Markdown whose words are what they lead to: `[ada.example](https://ada.example/)`.

use super::cut::near;
use crate::dialect::bare;
use crate::recognise::url;
use crate::source::Span;

/// What such links in a text say a second time, with the marks beside it: of a web address the words, as the other has a scheme; of
/// a mail address what it leads to.
pub fn repeated(text: &str) -> Vec<Span> {
    text.match_indices("](").filter_map(|(middle, mark)| one(text, middle, middle + mark.len())).collect()
}

/// What is said twice by a link, given the span of the marks in its middle.
fn one(text: &str, middle: usize, target: usize) -> Option<Span> {
    let from = text.ceil_char_boundary(middle.saturating_sub(super::cut::NEAR));
    let open = from + text[from..middle].rfind('[')?;
    let close = target + near(&text[target..]).find(')')?;
    let (words, target_text) = (text[open + 1..middle].trim(), &text[target..close]);
    if let Some(address) = target_text.strip_prefix("mailto:") {
        return address.eq_ignore_ascii_case(words).then(|| Span::new(middle, close));
    }
    let same =
        bare(words).eq_ignore_ascii_case(bare(target_text)) && url::find(words).is_some_and(|found| found.len() == words.len());
    same.then(|| Span::new(open, target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = repeated(text).iter().map(|s| &text[s.range()]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn finds_what_links_say_again() {
        check("[ada.example.org](https://ada.example.org/)", &["[ada.example.org]("]);
        check("a | [linkedin.com/in/a](https://linkedin.com/in/a), b", &["[linkedin.com/in/a]("]);
        check("[ada@example.org](mailto:ada@example.org)", &["](mailto:ada@example.org"]);
        check("[GitHub](https://github.com/ada)", &[]);
        check("[ada.example.org](https://example.org/ada)", &[]);
        check("[a](b) [ [](", &[]);
    }
}
