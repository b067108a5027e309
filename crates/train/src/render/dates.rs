//! Dates as texts write them.

use serde_json::Value;

use super::style::Style;
use super::words::{DATES, MONTHS, capital, phrases};
use crate::rng::Rng;

/// An entry's dates as text; `None` if it has none. The end is left open where the reading leaves it open.
pub fn range(entry: &Value, style: &Style, rng: &mut Rng) -> Option<String> {
    let text = |key: &str| entry[key].as_str().map(|d| d.trim_start_matches("?: ")).filter(|d| !d.is_empty());
    let (start, end) = (text("startDate"), text("endDate"));
    match (start, end) {
        (None, None) => None,
        (None, Some(end)) => Some(single(end, style)),
        (Some(start), Some(end)) if start == end || (style.year_only && start.get(..4) == end.get(..4)) => Some(single(end, style)),
        (Some(start), Some(end)) => Some(format!("{}{}{}", single(start, style), joiner(style), single(end, style))),
        (Some(start), None) => {
            let present = phrases(DATES, &style.lang, "present");
            let word = if rng.chance(75) { present[0] } else { present[rng.below(present.len().min(6))] };
            let word = if rng.chance(60) { capital(word, false) } else { word.to_owned() };
            Some(format!("{}{}{word}", single(start, style), joiner(style)))
        }
    }
}

fn joiner(style: &Style) -> String {
    if style.joiner == " to " {
        return format!(" {} ", phrases(DATES, &style.lang, "to")[0]);
    }
    style.joiner.to_owned()
}

/// One date as text, in the document's form.
pub fn single(date: &str, style: &Style) -> String {
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or_default();
    let cjk = matches!(style.lang.as_str(), "zh" | "ja");
    let Some(month) = parts.next().filter(|_| !style.year_only).and_then(|m| m.parse::<usize>().ok()) else {
        return if cjk && style.date < 5 { format!("{year}年") } else { year.to_owned() };
    };
    if cjk && style.date < 6 {
        return format!("{year}年{month}月");
    }
    let names = phrases(MONTHS, &style.lang, &month.to_string());
    let full = names.first().copied().unwrap_or_default();
    let short = names.get(1).copied().unwrap_or(full);
    let lower = matches!(style.lang.as_str(), "fr" | "es" | "pt" | "it" | "nl");
    let name = |n: &str| if lower && style.date.is_multiple_of(2) { n.to_owned() } else { capital(n, false) };
    match style.date {
        0 | 1 => format!("{} {year}", name(full)),
        2 | 3 => format!("{} {year}", name(short)),
        4 => format!("{}. {year}", name(short)),
        5 => format!("{month:02}/{year}"),
        6 => format!("{month:02}.{year}"),
        7 => format!("{year}-{month:02}"),
        8 => format!("{year}.{month:02}"),
        _ => format!("{} ’{}", name(short), year.get(2..).unwrap_or(year)),
    }
}
