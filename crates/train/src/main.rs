//! Learns the reader's table of weights from résumés with a known reading.

mod align;
mod case;
mod crf;
mod render;
mod rng;
mod units;

use std::collections::BTreeMap;
use std::path::PathBuf;

use case::Case;
use crf::{Example, Settings, Trainer};
use faircopy::SectionKind;
use faircopy::read::Outline;
use faircopy::read::decode::Reading;
use faircopy::read::features::Looks;
use faircopy::read::label::{Label, Part, Step};
use faircopy::read::model::Model;

const USAGE: &str = "\
Usage: faircopy-train COMMAND FOLDER... -- ARGUMENT...

  train FOLDER... -- TABLE           learn from all cases and people, and write the table
  split FOLDER... -- OUT             read each case by a table that saw neither its person nor its renderer
  predict FOLDER... -- OUT TABLE     read each case by a table
  oracle FOLDER... -- OUT            assemble each case from the labels that its known reading gives it
  show FOLDER... -- NAME             print the labels of the cases whose name holds NAME
  render FOLDER... -- NAME SEED      print a rendering of them, and its labels";

/// Renderings of each person.
const RENDERINGS: usize = 8;
/// Times through all examples.
const EPOCHS: usize = 8;
/// The step size.
const RATE: f32 = 0.1;
/// The L1 penalty, for a step.
const PENALTY: f32 = 0.05;
/// Weights below this are left out: they cost more in the download than they bring.
const SMALLEST: f32 = 0.25;

/// A case, looked at and labelled.
struct Labelled {
    case: Case,
    looks: Looks,
    labels: Vec<Option<Label>>,
}

fn main() {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let folders: Vec<PathBuf> = args.by_ref().take_while(|a| a != "--").map(PathBuf::from).collect();
    let rest: Vec<String> = args.collect();
    let cases: Vec<Labelled> = folders.iter().flat_map(|f| case::load(f)).map(label).collect();
    match command.as_str() {
        "render" => {
            for one in cases.iter().filter(|c| c.case.name.contains(&rest[0])) {
                let rendered = render::render(&one.case.expected, &one.case.lang, rest[1].parse().unwrap_or(0));
                print!("{}", rendered.text);
                let outline = Outline::new(&rendered.text);
                for (segment, label) in outline.segments.iter().zip(render::labels(&rendered, &outline.segments)) {
                    let name = label.map_or("?".to_owned(), |l| format!("{:?}.{:?}.{:?}", l.section, l.part, l.step));
                    println!(
                        "{:4} {name:45} {}",
                        segment.line,
                        outline.source.slice(segment.span).chars().take(90).collect::<String>()
                    );
                }
            }
        }
        "show" => show(&cases, rest.first().map_or("", String::as_str)),
        "train" => {
            let model = learn(&cases.iter().collect::<Vec<_>>(), RENDERINGS);
            let bytes = model.to_bytes();
            println!("{} labels, {} bytes", model.labels.len(), bytes.len());
            std::fs::write(&rest[0], bytes).expect("writing the table");
        }
        "oracle" => predict(&cases, &rest[0], None),
        "predict" => {
            let bytes = std::fs::read(&rest[1]).expect("reading the table");
            predict(&cases, &rest[0], Some(&Model::from_bytes(&bytes)));
        }
        "split" => split(&cases, &rest[0]),
        _ => eprintln!("{USAGE}"),
    }
}

fn label(case: Case) -> Labelled {
    let outline = Outline::new(&case.text);
    let (units, open) = units::units(&case.expected);
    let labels = align::align(&outline.source, &outline.segments, &units, open);
    Labelled { case, looks: outline.looks, labels }
}

/// Renderings of each person's fullest known reading, `count` for each, with their labels.
fn renderings(cases: &[&Labelled], count: usize) -> Vec<(Looks, Vec<Option<Label>>)> {
    let mut people: BTreeMap<&str, &Labelled> = BTreeMap::new();
    for &case in cases {
        let size = |c: &Labelled| c.case.expected.to_string().len();
        let fullest = people.entry(&case.case.person).or_insert(case);
        if size(case) > size(fullest) {
            *fullest = case;
        }
    }
    let mut all = Vec::new();
    for (at, (_, one)) in people.into_iter().enumerate() {
        for seed in 0..count {
            let rendered = render::render(&one.case.expected, &one.case.lang, (at * 1000 + seed) as u64);
            let outline = Outline::new(&rendered.text);
            let labels = render::labels(&rendered, &outline.segments);
            all.push((outline.looks, labels));
        }
    }
    all
}

fn learn(cases: &[&Labelled], count: usize) -> Model {
    let rendered = renderings(cases, count);
    let mut counts: BTreeMap<Label, usize> = BTreeMap::new();
    let known = cases.iter().flat_map(|c| &c.labels).chain(rendered.iter().flat_map(|r| &r.1));
    for label in known.flatten() {
        *counts.entry(*label).or_default() += 1;
    }
    let labels: Vec<Label> = counts.into_iter().filter(|c| c.1 >= 2).map(|c| c.0).collect();
    let mut examples: Vec<Example> =
        cases.iter().filter(|c| !c.case.text.is_empty()).map(|c| Example::new(&c.looks, &c.labels, &labels)).collect();
    examples.extend(rendered.iter().map(|(looks, known)| Example::new(looks, known, &labels)));
    let mut trainer = Trainer::new(labels);
    let loss = trainer.train(&examples, Settings { epochs: EPOCHS, rate: RATE, penalty: PENALTY });
    println!("loss {loss:.4}");
    trainer.model(SMALLEST)
}

fn show(cases: &[Labelled], only: &str) {
    for one in cases.iter().filter(|c| c.case.name.contains(only)) {
        println!("=== {}", one.case.name);
        let outline = Outline::new(&one.case.text);
        for (segment, label) in outline.segments.iter().zip(&one.labels) {
            let name = label.map_or("?".to_owned(), |l| format!("{:?}.{:?}.{:?}", l.section, l.part, l.step));
            println!("{:4} {name:45} {}", segment.line, outline.source.slice(segment.span).chars().take(90).collect::<String>());
        }
    }
}

/// Writes each case's reading, by its own labels or by a table.
fn predict(cases: &[Labelled], folder: &str, model: Option<&Model>) {
    let all: Vec<&Labelled> = cases.iter().collect();
    write_readings(&all, folder, model);
}

fn write_readings(cases: &[&Labelled], folder: &str, model: Option<&Model>) {
    std::fs::create_dir_all(folder).expect("making the folder");
    for one in cases {
        let parsed = if let Some(model) = model {
            faircopy::read::read_by(model, &one.case.text)
        } else {
            let other = Label { section: SectionKind::Custom, part: Part::Unplaced, step: Step::Value };
            let reading = |l: &Option<Label>| Reading { label: l.unwrap_or(other), confidence: 1.0, runner_up: None };
            Outline::new(&one.case.text).assemble(&one.labels.iter().map(reading).collect::<Vec<_>>())
        };
        let unplaced: Vec<String> = parsed.unplaced_texts().map(str::to_owned).collect();
        std::fs::write(format!("{folder}/{}.json", one.case.name), faircopy::write::json(&parsed.resume, &unplaced))
            .expect("writing");
    }
}

/// Reads each case by a table that has seen neither its person nor its renderer.
fn split(cases: &[Labelled], folder: &str) {
    const PARTS: usize = 4;
    let part = |text: &str| text.bytes().fold(7u32, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b))) as usize % PARTS;
    let cells: Vec<(usize, usize)> = (0..PARTS).flat_map(|p| (0..PARTS).map(move |r| (p, r))).collect();
    let next = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(&(p, r)) = cells.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
                    let test: Vec<&Labelled> = cases
                        .iter()
                        .filter(|c| !c.case.text.is_empty() && part(&c.case.person) == p && part(&c.case.renderer) == r)
                        .collect();
                    if test.is_empty() {
                        continue;
                    }
                    let seen: Vec<&Labelled> =
                        cases.iter().filter(|c| part(&c.case.person) != p && part(&c.case.renderer) != r).collect();
                    write_readings(&test, folder, Some(&learn(&seen, RENDERINGS)));
                }
            });
        }
    });
}
