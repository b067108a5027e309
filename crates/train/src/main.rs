//! Learns the reader's model from résumés with a known reading, and shows what it makes of them.

mod accuracy;
mod align;
mod case;
mod learn;
mod network;
mod render;
mod rng;
mod score;
mod units;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use accuracy::{Wanted, accuracy, others};
use case::Case;
use faircopy::SectionKind;
use faircopy::read::Outline;
use faircopy::read::decode::{Reading, decode};
use faircopy::read::features::Attributes;
use faircopy::read::label::{Label, Part, Step};
use faircopy::read::model::Model;
use learn::{SHIPPED, Settings, learn};

const USAGE: &str = "\
Usage: faircopy-train COMMAND FOLDER... -- ARGUMENT... [SETTING=NUMBER...]

  train FOLDER... -- MODEL           learn from all cases and people, and write the model
  split FOLDER... -- OUT             read each case by a model that saw neither its person nor its renderer
  unseen FOLDER... -- OUT NAME       read the cases of the folder whose path holds NAME by one such model
  accuracy FOLDER... -- FIGURES      measure the shipped network and those of `split`, and write what comes out; `fast` leaves out
                                     the latter, `date=DAY` names the day
  score FOLDER... -- READINGS        score what another reader made of the cases: JSON Resume files of their names
  predict FOLDER... -- OUT MODEL     read each case by a model
  oracle FOLDER... -- OUT            assemble each case from the labels that its known reading gives it
  show FOLDER... -- NAME             print the labels of the cases whose name holds NAME
  compare FOLDER... -- NAME MODEL    print them beside those that a model gives
  render FOLDER... -- NAME SEED      print a rendering of them, and its labels";

/// A case, looked at and labelled.
struct Labelled {
    case: Case,
    looks: Vec<Attributes>,
    labels: Vec<Option<Label>>,
}

fn main() {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let folders: Vec<PathBuf> = args.by_ref().take_while(|a| a != "--").map(PathBuf::from).collect();
    let (set, rest): (Vec<String>, Vec<String>) = args.partition(|a| a.contains('='));
    let changes = set.iter().filter(|s| !s.starts_with("date="));
    let settings = changes.fold(SHIPPED, |settings, s| changed(settings, s));
    let argument = |at: usize| rest.get(at).map_or("", String::as_str);
    let model = |at: usize| Model::from_bytes(&std::fs::read(argument(at)).expect("reading the model"));
    let cases: Vec<Labelled> = folders.iter().flat_map(|f| case::load(f)).map(label).collect();
    let all: Vec<&Labelled> = cases.iter().collect();
    let named = |name: &str| all.iter().copied().filter(|c| c.case.name.contains(name)).collect::<Vec<_>>();
    match command.as_str() {
        "render" => {
            for one in named(argument(0)) {
                show_rendering(one, argument(1).parse().unwrap_or(0));
            }
        }
        "show" | "compare" => {
            let model = (command == "compare").then(|| model(1));
            for one in named(argument(0)) {
                show(one, model.as_ref());
            }
        }
        "train" => std::fs::write(argument(0), learn(&all, settings)).expect("writing the model"),
        "oracle" => write_readings(&all, argument(0), None),
        "predict" => write_readings(&all, argument(0), Some(&model(1))),
        "split" => folds(&cases, settings, |test, model| write_readings(test, argument(0), Some(model))),
        "accuracy" => {
            let date = set.iter().find_map(|s| s.strip_prefix("date="));
            let wanted = Wanted { file: Path::new(argument(0)), date, fast: rest.iter().any(|a| a == "fast"), settings };
            accuracy(&cases, &wanted);
        }
        "score" => println!("{}", others(&all, Path::new(argument(0)))),
        "unseen" => unseen(&all, argument(0), argument(1), settings),
        _ => eprintln!("{USAGE}"),
    }
}

/// The settings with one changed, as "epochs=20".
fn changed(mut settings: Settings, change: &str) -> Settings {
    let (name, number) = change.split_once('=').unwrap_or_default();
    let number: f32 = number.parse().expect("a number");
    let count = number as usize;
    match name {
        "teachers" => settings.teachers = count,
        "hint" => settings.hint = count,
        "renderings" => settings.renderings = count,
        "repeats" => settings.repeats = count,
        "epochs" => settings.epochs = count,
        "width" => settings.width = count,
        "hidden" => settings.hidden = count,
        "rank" => settings.rank = count,
        "hide_numbers" => settings.hide_numbers = count,
        "hide_words" => settings.hide_words = count,
        "rate" => settings.rate = number,
        "decay" => settings.decay = number,
        "steps" => settings.steps = number,
        _ => panic!("there is no setting {name}"),
    }
    settings
}

fn label(case: Case) -> Labelled {
    let outline = Outline::new(&case.text);
    let (units, open) = units::units(&case.expected);
    let labels = align::align(&outline.source, &outline.segments, &units, open);
    Labelled { case, looks: outline.looks, labels }
}

fn name(label: Label) -> String {
    let part = match label.part {
        Part::Field(field) => format!("{field:?}"),
        other => format!("{other:?}"),
    };
    format!("{:?}.{part}.{:?}", label.section, label.step)
}

fn show_rendering(one: &Labelled, seed: u64) {
    let rendered = render::render(&one.case.expected, &one.case.lang, seed);
    print!("{}", rendered.text);
    let outline = Outline::new(&rendered.text);
    for (segment, label) in outline.segments.iter().zip(render::labels(&rendered, &outline.segments)) {
        let text: String = outline.source.slice(segment.span).chars().take(90).collect();
        println!("{:4} {:45} {text}", segment.line, label.map_or("?".to_owned(), name));
    }
}

/// Prints a case's segments with their labels, and with those that a model gives.
fn show(one: &Labelled, model: Option<&Model>) {
    println!("=== {}", one.case.name);
    let outline = Outline::new(&one.case.text);
    let readings = model.map(|model| decode(model, &outline.looks, &[]));
    for (at, (segment, label)) in outline.segments.iter().zip(&one.labels).enumerate() {
        let known = label.map_or("?".to_owned(), name);
        let read = readings.as_ref().map_or(String::new(), |readings| {
            let read = name(readings[at].label);
            let mark = if read == known { "  " } else { "<<" };
            format!("{read:34} {:.2} {mark}", readings[at].confidence)
        });
        let text: String = outline.source.slice(segment.span).chars().take(80).collect();
        println!("{:4} {known:34} {read} {text}", segment.line);
    }
}

/// Writes each case's reading, by its own labels or by a model.
fn write_readings(cases: &[&Labelled], folder: &str, model: Option<&Model>) {
    std::fs::create_dir_all(folder).expect("making the folder");
    for one in cases.iter().filter(|c| !c.case.text.is_empty()) {
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

/// Reads the cases of one folder by a model that saw neither their people nor their renderers.
fn unseen(cases: &[&Labelled], out: &str, folder: &str, settings: Settings) {
    let (test, other): (Vec<&Labelled>, Vec<&Labelled>) = cases.iter().partition(|c| c.case.folder.contains(folder));
    let people: BTreeSet<&str> = test.iter().map(|c| c.case.person.as_str()).collect();
    let renderers: BTreeSet<&str> = test.iter().map(|c| c.case.renderer()).collect();
    let seen: Vec<&Labelled> =
        other.into_iter().filter(|c| !people.contains(c.case.person.as_str()) && !renderers.contains(c.case.renderer())).collect();
    let bytes = learn(&seen, settings);
    std::fs::write(format!("{out}.model"), &bytes).expect("writing the model");
    write_readings(&test, out, Some(&Model::from_bytes(&bytes)));
}

/// Gives cases, a ninth at a time, with a model that saw neither their people nor their renderers.
fn folds<'a>(cases: &'a [Labelled], settings: Settings, mut read: impl FnMut(&[&'a Labelled], &Model)) {
    const PARTS: usize = 3;
    let part = |text: &str| text.bytes().fold(7u32, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b))) as usize % PARTS;
    for (p, r) in (0..PARTS).flat_map(|p| (0..PARTS).map(move |r| (p, r))) {
        let (person, renderer) = (|c: &Labelled| part(&c.case.person), |c: &Labelled| part(c.case.renderer()));
        let test: Vec<&Labelled> = cases.iter().filter(|c| !c.case.text.is_empty() && person(c) == p && renderer(c) == r).collect();
        let seen: Vec<&Labelled> =
            cases.iter().filter(|c| person(c) != p && (c.case.text.is_empty() || renderer(c) != r)).collect();
        if !test.is_empty() {
            read(&test, &Model::from_bytes(&learn(&seen, settings)));
        }
    }
}
