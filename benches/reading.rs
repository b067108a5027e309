//! How long reading takes: a résumé and its stages, and texts of one and of two megabytes, for which it should take twice as long.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;

use faircopy::read::decision::Decisions;
use faircopy::read::decode::decode;
use faircopy::read::model::Model;
use faircopy::read::{Outline, features, lines, segment};
use faircopy::{SourceText, read};

use crate::clock::median;
use crate::costs;
use crate::texts::{MEGABYTE, long, resumes, usual};

/// How many megabytes of résumés are read as one text.
const MANY: usize = 10;

/// What long texts are made of: résumés one after the other, and things no résumé is made of.
fn families() -> [(&'static str, String); 6] {
    let odd = |text: &str| long(text, 2 * MEGABYTE);
    [
        ("résumés", resumes(2 * MEGABYTE)),
        ("`a\\|b\\|`", odd("a|b|")),
        ("one word", odd("word")),
        ("dates", odd("May 2018 - June 2020 ")),
        ("tabs", odd("\t")),
        ("`- `", odd("- ")),
    ]
}

/// The part of the figures that says how long reading takes.
pub fn figures() -> String {
    let mut text = "\
## Reading

Compiled for this machine. Of several runs the median counts. The ratios should be near 2 on any machine, as time is linear in the text.

| a résumé of 4 KB | time | share |
|---|---:|---:|
"
    .to_owned();
    let short = short();
    for (name, time) in &short {
        let share = time.as_secs_f64() / short[0].1.as_secs_f64();
        let _ = writeln!(text, "| {name} | {} µs | {share:.2} |", time.as_micros());
    }
    if let Some(count) = costs::instructions() {
        let _ = writeln!(
            text,
            "\nBy Callgrind, on x86-64, all of it takes {count} thousand instructions, however busy the machine is."
        );
    }
    text += "\n| text | 1 MB | 2 MB | ratio |\n|---|---:|---:|---:|\n";
    for (name, family) in families() {
        let [one, two] = [1, 2].map(|megabytes| {
            let text = long(&family, megabytes * MEGABYTE);
            median(|| read(black_box(&text)))
        });
        let ratio = two.as_secs_f64() / one.as_secs_f64();
        let _ = writeln!(text, "| {name} | {} ms | {} ms | {ratio:.2} |", one.as_millis(), two.as_millis());
    }
    if let Some((seconds, bytes)) = costs::long(MANY) {
        let (pace, share) = (MANY as f64 / seconds, bytes / (MANY * MEGABYTE) as f64);
        let _ = writeln!(
            text,
            "\n{MANY} MB of résumés as one text: {pace:.1} MB a second, and {share:.1} bytes of memory for each of the text."
        );
    }
    text
}

/// A résumé of the usual length, as a whole and stage by stage.
fn short() -> Vec<(&'static str, Duration)> {
    let text = usual();
    let source = SourceText::new(&text);
    let infos = lines::look(&source);
    let none = Decisions::default();
    let segments = segment::segments(&source, &infos, 0..infos.len(), &none);
    let looks = features::look(&source, &segments);
    let model = Model::shipped();
    let readings = decode(model, &looks, &[]);
    let outline = median(|| Outline::new(black_box(&text)));
    vec![
        ("all", median(|| read(black_box(&text)))),
        ("lines", median(|| lines::look(black_box(&source)))),
        ("segments", median(|| segment::segments(black_box(&source), &infos, 0..infos.len(), &none))),
        ("features", median(|| features::look(black_box(&source), &segments))),
        ("labels", median(|| decode(model, black_box(&looks), &[]))),
        ("assembly", median(|| Outline::new(&text).assemble(&readings)).saturating_sub(outline)),
    ]
}
