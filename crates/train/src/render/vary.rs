//! Known readings varied, before they are rendered, in ways that people have: units of an employer said with a position, employers
//! named by their domain or with a second name, places with what lies around them.

use serde_json::Value;

use super::words::{self, VARIANTS};
use crate::rng::Rng;

/// A variation of a known reading in `lang`.
pub fn vary(resume: &Value, lang: &str, rng: &mut Rng) -> Value {
    let mut varied = resume.clone();
    let unit = rng.chance(20).then(|| *rng.pick(&UNIT_JOINERS));
    let around = rng.chance(9);
    let Some(jobs) = varied["work"].as_array_mut() else { return varied };
    let employers: Vec<String> = jobs.iter().filter_map(|j| j["name"].as_str()).map(str::to_owned).collect();
    for job in jobs {
        if let Some((before, after)) = unit.filter(|_| rng.chance(75)) {
            change(job, "position", |position| {
                let units = words::phrases(VARIANTS, lang, "unit");
                let plain = !position.contains([',', '(', '|', '/', '，']);
                plain.then(|| format!("{position}{before}{}{after}", rng.pick(&units)))
            });
        }
        let is_domain = rng.chance(4);
        let has_second = !is_domain && rng.chance(4);
        if is_domain {
            change(job, "name", |name| domain(name, rng));
        }
        if has_second {
            change(job, "name", |name| {
                let other = rng.pick(&employers);
                (other != name && !name.contains('(')).then(|| format!("{name} ({other})"))
            });
        }
        if around && rng.chance(70) {
            change(job, "location", |place| {
                let city = place.split([',', '(', '/']).next()?.trim();
                let forms = words::phrases(VARIANTS, lang, "around");
                (!city.is_empty()).then(|| rng.pick(&forms).replace("{}", city))
            });
        }
    }
    varied
}

/// What stands before and behind a unit that is said with a position.
const UNIT_JOINERS: [(&str, &str); 8] =
    [(", ", ""), (", ", ""), (" | ", ""), (" - ", ""), (" – ", ""), (" (", ")"), (" / ", ""), (": ", "")];

/// Changes a text of an entry, if it has it and `to` gives another.
fn change(entry: &mut Value, key: &str, mut to: impl FnMut(&str) -> Option<String>) {
    if let Some(text) = entry[key].as_str().map(|t| t.trim_start_matches("?: ")).filter(|t| !t.is_empty() && *t != "?")
        && let Some(changed) = to(text)
    {
        entry[key] = Value::String(changed);
    }
}

/// The name of an employer as that of a website: "Harbor Freight" as "harborfreight.com".
fn domain(name: &str, rng: &mut Rng) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().take(1 + rng.below(2)).collect();
    let joined: String = words.concat().chars().filter(char::is_ascii_alphanumeric).collect();
    let joined = if rng.chance(60) { joined } else { joined.to_lowercase() };
    let ends = words::phrases(VARIANTS, "any", "domain");
    (joined.len() >= 3 && name.is_ascii()).then(|| format!("{joined}{}", rng.pick(&ends)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn varies_what_a_job_says_and_nothing_else() {
        let resume = json!({
            "basics": {"name": "Ada Example"},
            "work": [{"name": "Harbor Freight", "position": "Engineer", "location": "Leeds, UK"}],
        });
        let all: Vec<Value> = (0..300).map(|seed| vary(&resume, "en", &mut Rng::new(seed))).collect();
        let says = |key: &str, part: &str| all.iter().any(|r| r["work"][0][key].as_str().is_some_and(|t| t.contains(part)));
        assert!(says("position", "Engineer, ") && says("position", "Engineer ("));
        assert!(says("name", "Harbor.") || says("name", "HarborFreight."));
        assert!(says("location", "Greater Leeds"));
        assert!(all.iter().all(|r| r["basics"] == resume["basics"]));
    }

    #[test]
    fn leaves_most_readings_alone() {
        let resume = json!({"work": [{"name": "Harbor Freight", "position": "Engineer", "location": "Leeds, UK"}]});
        let same = (0..100).filter(|&seed| vary(&resume, "en", &mut Rng::new(seed)) == resume).count();
        assert!(same > 50, "{same}");
    }
}
