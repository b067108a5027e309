//! A linear-chain conditional random field, trained by AdaGrad with an L1 penalty.
//!
//! Where a label is unknown, all are allowed: the likelihood is that of the known labels alone.

use faircopy::read::features::{self, LINE_STATES, Looks};
use faircopy::read::label::Label;
use faircopy::read::model::Model;

/// A document to learn from.
pub struct Example {
    /// The features of each segment.
    features: Vec<Vec<u32>>,
    /// How each segment stands to the one before.
    states: Vec<usize>,
    /// The index of each segment's label, where known.
    labels: Vec<Option<usize>>,
}

impl Example {
    /// An example of a document's looks and labels; labels that are not in `all` count as unknown.
    pub fn new(looks: &Looks, labels: &[Option<Label>], all: &[Label]) -> Self {
        let gather = |at| {
            let mut row = Vec::with_capacity(224);
            features::active(looks, at, |f| row.push(f as u32));
            row
        };
        Self {
            features: (0..looks.all.len()).map(gather).collect(),
            states: looks.all.iter().map(features::line_state).collect(),
            labels: labels.iter().map(|l| l.and_then(|l| all.iter().position(|&a| a == l))).collect(),
        }
    }
}

/// How to train.
#[derive(Clone, Copy)]
pub struct Settings {
    /// Times through all examples.
    pub epochs: usize,
    /// The step size.
    pub rate: f32,
    /// The L1 penalty, for a step.
    pub penalty: f32,
}

/// The weights as they are learned.
pub struct Trainer {
    labels: Vec<Label>,
    weights: Vec<f32>,
    squares: Vec<f32>,
    transitions: Vec<f32>,
    transition_squares: Vec<f32>,
}

impl Trainer {
    /// A trainer that knows nothing.
    pub fn new(labels: Vec<Label>) -> Self {
        let count = labels.len();
        let (f, t) = (features::COUNT * count, LINE_STATES * count * count);
        Self { labels, weights: vec![0.0; f], squares: vec![1e-4; f], transitions: vec![0.0; t], transition_squares: vec![1e-4; t] }
    }

    /// Learns from the examples, in a fixed shuffled order. Gives the mean negative log likelihood a segment of the last pass.
    pub fn train(&mut self, examples: &[Example], settings: Settings) -> f32 {
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
        let mut loss = 0.0;
        for epoch in 0..settings.epochs {
            for i in (1..order.len()).rev() {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                order.swap(i, (seed >> 33) as usize % (i + 1));
            }
            let rate = settings.rate / (1.0 + epoch as f32 * 0.15);
            let mut segments = 0;
            loss = 0.0;
            for &i in &order {
                loss += self.step(&examples[i], rate, settings.penalty);
                segments += examples[i].states.len();
            }
            loss /= segments.max(1) as f32;
        }
        loss
    }

    /// The learned weights as a model, without those too small to matter.
    pub fn model(&self, smallest: f32) -> Model {
        let count = self.labels.len();
        let rows: Vec<Vec<(u8, f32)>> = self
            .weights
            .chunks(count)
            .map(|row| row.iter().enumerate().filter(|(_, w)| w.abs() >= smallest).map(|(l, &w)| (l as u8, w)).collect())
            .collect();
        let transitions = self.transitions.iter().map(|&w| if w.abs() >= smallest { w } else { 0.0 }).collect();
        Model::new(self.labels.clone(), &rows, transitions)
    }

    fn step(&mut self, example: &Example, rate: f32, penalty: f32) -> f32 {
        let count = self.labels.len();
        let n = example.states.len();
        if n == 0 {
            return 0.0;
        }
        let mut emissions = vec![0.0f32; n * count];
        for (at, row) in emissions.chunks_mut(count).enumerate() {
            for &f in &example.features[at] {
                let weights = &self.weights[f as usize * count..(f as usize + 1) * count];
                row.iter_mut().zip(weights).for_each(|(e, w)| *e += w);
            }
        }
        let steps: Vec<f32> = self.transitions.iter().map(|w| w.exp()).collect();
        let free = forward_backward(&emissions, &steps, &example.states, None, count);
        let held = forward_backward(&emissions, &steps, &example.states, Some(&example.labels), count);
        let mut gradient: Vec<(usize, f32)> = Vec::with_capacity(count);
        for at in 0..n {
            let range = at * count..(at + 1) * count;
            gradient.clear();
            let differences = free.marginals[range.clone()].iter().zip(&held.marginals[range]).map(|(f, h)| f - h);
            gradient.extend(differences.enumerate().filter(|d| d.1.abs() > NEGLIGIBLE));
            for &f in &example.features[at] {
                for &(label, g) in &gradient {
                    let i = f as usize * count + label;
                    update(&mut self.weights[i], &mut self.squares[i], g, rate, penalty);
                }
            }
        }
        let table: Vec<f32> = free.pairs.iter().zip(&held.pairs).map(|(f, h)| f - h).collect();
        let weights = self.transitions.iter_mut().zip(&mut self.transition_squares);
        for ((weight, square), &g) in weights.zip(&table).filter(|w| w.1.abs() > NEGLIGIBLE) {
            update(weight, square, g, rate, penalty);
        }
        free.log_sum - held.log_sum
    }
}

/// A part of the gradient below this moves no weight.
const NEGLIGIBLE: f32 = 2e-3;

/// One AdaGrad step with soft thresholding.
fn update(weight: &mut f32, square: &mut f32, gradient: f32, rate: f32, penalty: f32) {
    *square += gradient * gradient;
    let step = rate / square.sqrt();
    let moved = *weight - step * gradient;
    *weight = moved.signum() * (moved.abs() - step * penalty).max(0.0);
}

struct Sums {
    marginals: Vec<f32>,
    pairs: Vec<f32>,
    log_sum: f32,
}

/// Marginals of labels and of neighbouring pairs (summed by line state); `held` fixes known labels.
fn forward_backward(emissions: &[f32], steps: &[f32], states: &[usize], held: Option<&[Option<usize>]>, count: usize) -> Sums {
    let n = states.len();
    let mut local = vec![0.0f32; n * count];
    let mut log_sum = 0.0f32;
    for at in 0..n {
        let row = &emissions[at * count..(at + 1) * count];
        let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        log_sum += top;
        let known = held.and_then(|h| h[at]);
        for (l, &e) in row.iter().enumerate() {
            local[at * count + l] = if known.is_none_or(|k| k == l) { (e - top).exp().max(1e-30) } else { 0.0 };
        }
    }
    let mut alpha = vec![0.0f32; n * count];
    let mut scales = vec![0.0f32; n];
    let normalise = |row: &mut [f32]| {
        let sum: f32 = row.iter().sum::<f32>().max(1e-30);
        for value in row.iter_mut() {
            *value /= sum;
        }
        sum
    };
    alpha[..count].copy_from_slice(&local[..count]);
    scales[0] = normalise(&mut alpha[..count]);
    for at in 1..n {
        let (done, rest) = alpha.split_at_mut(at * count);
        let before = &done[(at - 1) * count..];
        let row = &mut rest[..count];
        for (p, &mass) in before.iter().enumerate() {
            if mass > 1e-12 {
                let table = &steps[(states[at] * count + p) * count..][..count];
                row.iter_mut().zip(table).for_each(|(r, s)| *r += mass * s);
            }
        }
        row.iter_mut().zip(&local[at * count..]).for_each(|(r, l)| *r *= l);
        scales[at] = normalise(row);
    }
    log_sum += scales.iter().map(|s| s.ln()).sum::<f32>();
    let mut beta = vec![1.0f32; count];
    let mut marginals = alpha.clone();
    let mut pairs = vec![0.0f32; LINE_STATES * count * count];
    for at in (1..n).rev() {
        let ahead: Vec<f32> = beta.iter().zip(&local[at * count..(at + 1) * count]).map(|(b, l)| b * l / scales[at]).collect();
        for p in 0..count {
            let mass = alpha[(at - 1) * count + p];
            let table = (states[at] * count + p) * count;
            let row = &steps[table..table + count];
            let sum: f32 = row.iter().zip(&ahead).map(|(s, a)| s * a).sum();
            beta[p] = sum;
            if mass > 1e-6 {
                pairs[table..table + count].iter_mut().zip(row).zip(&ahead).for_each(|((o, s), a)| *o += mass * s * a);
            }
        }
        marginals[(at - 1) * count..at * count].iter_mut().zip(&beta).for_each(|(m, b)| *m *= b);
    }
    Sums { marginals, pairs, log_sum }
}
