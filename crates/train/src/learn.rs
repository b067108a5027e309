//! Learning: from cases and renderings to a model.

use std::collections::BTreeMap;

use faircopy::read::Outline;
use faircopy::read::features::Attributes;
use faircopy::read::label::Label;
use faircopy::read::network::Shape;

use crate::Labelled;
use crate::network::{Example, Hidden, Hints, Weights};
use crate::render;
use crate::rng::Rng;

/// How a model is learned.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Networks that are learned first, from other beginnings. The mean of what they make of a text is learned as well.
    pub teachers: usize,
    /// What that mean counts for, in percent; the known labels count for the rest.
    pub hint: usize,
    /// Renderings of each person.
    pub renderings: usize,
    /// How often a text that is no rendering of ours is learned from for each time that a rendering is.
    pub repeats: usize,
    /// Times through all examples.
    pub epochs: usize,
    /// Of a segment's vector.
    pub width: usize,
    /// Of a layer's state, each way.
    pub hidden: usize,
    /// Of what the labels are scored by.
    pub rank: usize,
    /// What is hidden of the numbers between layers, in percent.
    pub hide_numbers: usize,
    /// What is hidden of what the lexicon knows, in percent.
    pub hide_words: usize,
    /// The largest step.
    pub rate: f32,
    /// How much of a weight is lost in a step of that size.
    pub decay: f32,
    /// How many steps of a shipped weight make the deviation of its part.
    pub steps: f32,
}

/// How the shipped model is learned.
pub const SHIPPED: Settings = Settings {
    teachers: 2,
    hint: 70,
    renderings: 20,
    repeats: 4,
    epochs: 40,
    width: 40,
    hidden: 32,
    rank: 32,
    hide_numbers: 20,
    hide_words: 8,
    rate: 0.004,
    decay: 0.01,
    steps: 2.5,
};

/// Documents in a batch.
const BATCH: usize = 8;
/// Threads that a batch is shared by; more or fewer would sum its gradient in another order.
const THREADS: usize = 2;
/// The share of the steps in which they grow to their largest.
const WARM_UP: f32 = 0.05;
/// The share of the steps that are taken with exact weights, before they are rounded.
const EXACT: f32 = 0.5;
/// How much of a step the mean of the weights takes in, once they are rounded: that mean is shipped.
const MEAN: f32 = 0.005;
/// A gradient longer than this is shortened to it.
const LONGEST: f32 = 1.0;

/// Renderings of each person's fullest known reading, `count` for each, with their labels.
fn renderings(cases: &[&Labelled], count: usize) -> Vec<(Vec<Attributes>, Vec<Option<Label>>)> {
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

/// A model learned from cases and renderings of their people, as bytes. The same cases and settings give the same bytes.
pub fn learn(cases: &[&Labelled], settings: Settings) -> Vec<u8> {
    let rendered = renderings(cases, settings.renderings);
    let mut counts: BTreeMap<Label, usize> = BTreeMap::new();
    let known = cases.iter().flat_map(|c| &c.labels).chain(rendered.iter().flat_map(|r| &r.1));
    for label in known.flatten() {
        *counts.entry(*label).or_default() += 1;
    }
    let labels: Vec<Label> = counts.into_iter().filter(|c| c.1 >= 2).map(|c| c.0).collect();
    let texts = cases.iter().filter(|c| !c.case.text.is_empty());
    let texts = texts.map(|c| Example::new(&c.looks, &c.labels, &labels));
    let mut examples: Vec<Example> =
        texts.chain(rendered.iter().map(|(looks, known)| Example::new(looks, known, &labels))).collect();
    let renderings = rendered.len();
    eprintln!("{} texts, {renderings} renderings, {} labels", examples.len() - renderings, labels.len());
    let Settings { width, hidden, rank, .. } = settings;
    let shape = Shape { width, hidden, rank, labels: labels.len() };
    let teachers: Vec<Weights> =
        (0..settings.teachers).map(|number| descend(&examples, renderings, shape, settings, 2 + number as u64)).collect();
    if !teachers.is_empty() {
        hint(&mut examples, &teachers, settings.hint as f32 / 100.0);
    }
    descend(&examples, renderings, shape, settings, 1).to_bytes(&labels, settings.steps)
}

/// Tells of each example what `teachers` make of it, on the mean.
fn hint(examples: &mut [Example], teachers: &[Weights], share: f32) {
    let hint = |examples: &mut [Example]| {
        for example in examples {
            let mut odds = teachers[0].odds(example);
            for teacher in &teachers[1..] {
                odds.iter_mut().zip(teacher.odds(example)).for_each(|(sum, odds)| *sum += odds);
            }
            for odds in &mut odds {
                *odds /= teachers.len() as f32;
            }
            example.hints = Some(Hints { odds, share });
        }
    };
    std::thread::scope(|scope| {
        for part in examples.chunks_mut(examples.len().div_ceil(THREADS)) {
            scope.spawn(|| hint(part));
        }
    });
}

/// Adam with weight decay, in small batches; the steps grow, then shrink along a cosine. The last examples are renderings.
fn descend(all: &[Example], renderings: usize, shape: Shape, settings: Settings, seed: u64) -> Weights {
    let (texts, rendered) = all.split_at(all.len() - renderings);
    let examples: Vec<&Example> = std::iter::repeat_n(texts, settings.repeats).flatten().chain(rendered).collect();
    let mut rng = Rng::new(seed);
    let mut weights = Weights::new(shape, &mut rng);
    let mut exact = weights.values.clone();
    let mut mean = exact.clone();
    let (mut means, mut squares) = (vec![0.0f32; exact.len()], vec![0.0f32; exact.len()]);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let last = (settings.epochs * examples.len().div_ceil(BATCH)) as f32;
    let mut step = 0.0f32;
    for epoch in 0..settings.epochs {
        rng.shuffle(&mut order);
        let (mut loss, mut known) = (0.0, 0);
        for batch in order.chunks(BATCH) {
            let taught = teach(&weights, &examples, batch, seed.wrapping_shl(32) + step as u64, settings);
            loss += taught.loss;
            known += taught.known;
            step += 1.0;
            let progress = step / last;
            let rate = settings.rate * (progress / WARM_UP).min(1.0) * 0.5 * (1.0 + (std::f32::consts::PI * progress).cos());
            let (warm_mean, warm_square) = (1.0 - 0.9f32.powf(step), 1.0 - 0.99f32.powf(step));
            for (at, &g) in taught.gradient.iter().enumerate() {
                means[at] += 0.1 * (g - means[at]);
                squares[at] += 0.01 * (g * g - squares[at]);
                let slope = (means[at] / warm_mean) / ((squares[at] / warm_square).sqrt() + 1e-8);
                exact[at] -= rate * (slope + settings.decay * exact[at]);
            }
            weights.values.copy_from_slice(&exact);
            if progress <= EXACT {
                mean.copy_from_slice(&exact);
            } else {
                mean.iter_mut().zip(&exact).for_each(|(m, e)| *m += MEAN * (e - *m));
                weights.values = weights.rounded(settings.steps);
            }
        }
        eprintln!("epoch {}: loss {:.4}", epoch + 1, loss / known.max(1) as f32);
    }
    weights.values = mean;
    weights
}

/// What a batch teaches.
struct Taught {
    gradient: Vec<f32>,
    loss: f32,
    known: usize,
}

fn teach(weights: &Weights, examples: &[&Example], batch: &[usize], seed: u64, settings: Settings) -> Taught {
    let hide = Hidden { numbers: settings.hide_numbers, words: settings.hide_words };
    let turned = &weights.turned();
    let part = |number: usize, part: &[usize]| {
        let mut rng = Rng::new(seed * THREADS as u64 + number as u64);
        let mut taught = Taught { gradient: vec![0.0; weights.values.len()], loss: 0.0, known: 0 };
        for &example in part {
            let (loss, known) = weights.learn(turned, examples[example], &mut taught.gradient, hide, &mut rng);
            taught.loss += loss;
            taught.known += known;
        }
        taught
    };
    let mut parts = std::thread::scope(|scope| {
        let part = &part;
        let shares = batch.chunks(batch.len().div_ceil(THREADS)).enumerate();
        let handles: Vec<_> = shares.map(|(number, share)| scope.spawn(move || part(number, share))).collect();
        handles.into_iter().map(|h| h.join().expect("a thread that learns")).collect::<Vec<_>>().into_iter()
    });
    let mut all = parts.next().expect("a batch has a part");
    for other in parts {
        all.gradient.iter_mut().zip(&other.gradient).for_each(|(a, b)| *a += b);
        all.loss += other.loss;
        all.known += other.known;
    }
    let scale = 1.0 / all.known.max(1) as f32;
    let length = all.gradient.iter().map(|g| g * scale * g * scale).sum::<f32>().sqrt();
    let scale = scale * (LONGEST / length.max(1e-9)).min(1.0);
    all.gradient.iter_mut().for_each(|g| *g *= scale);
    all
}
