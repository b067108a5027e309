//! A network while it is learned: with exact weights, rounded ones to compute with, and what a document teaches them.

use faircopy::read::features::{Attributes, BOUNDS};
use faircopy::read::label::Label;
use faircopy::read::network::{INPUTS, LAYERS, Shape, WAYS, inputs, sigmoid, tanh};

use crate::rng::Rng;
use product::{add, multiply, outer, turned};

mod product;

/// A document to learn from.
pub struct Example {
    /// For each segment the value of each attribute, as an input of the network.
    inputs: Vec<Vec<usize>>,
    /// The index of each segment's label, where known.
    labels: Vec<Option<usize>>,
    /// What other networks make of it, if anything.
    pub hints: Option<Hints>,
}

/// What other networks make of a document.
pub struct Hints {
    /// The odds of each label for each segment, a row a segment.
    pub odds: Vec<f32>,
    /// What they count for, from 0 to 1; the known label counts for the rest.
    pub share: f32,
}

impl Example {
    /// A document's looks and labels; labels that are not in `all` count as unknown.
    pub fn new(looks: &[Attributes], labels: &[Option<Label>], all: &[Label]) -> Self {
        Self {
            inputs: looks.iter().map(|look| inputs(look).collect()).collect(),
            labels: labels.iter().map(|l| l.and_then(|l| all.iter().position(|&a| a == l))).collect(),
            hints: None,
        }
    }
}

/// The weights of a network, all parts one after the other; a matrix by its inputs.
pub struct Weights {
    /// The network's shape.
    pub shape: Shape,
    /// Where each part starts, and where the last one ends.
    pub starts: Vec<usize>,
    /// The weights.
    pub values: Vec<f32>,
}

/// What shares of a document are hidden from the network while it learns.
#[derive(Clone, Copy)]
pub struct Hidden {
    /// Of the numbers between its layers, in percent.
    pub numbers: usize,
    /// Of what the lexicon knows of segments, in percent.
    pub words: usize,
}

/// Attributes that come from the lexicon, which never knows all words.
const WORDS: std::ops::RangeInclusive<usize> = 14..=24;

impl Weights {
    /// Small weights at random.
    pub fn new(shape: Shape, rng: &mut Rng) -> Self {
        let mut starts = vec![0];
        let mut values = Vec::new();
        let parts = shape.parts();
        for (number, &(inputs, outputs)) in parts.iter().enumerate() {
            // Of the first part's inputs one is on for each attribute. A gate starts rather closed.
            let fan = if number == 0 { BOUNDS.len() } else { inputs };
            let reach = if inputs == 1 { 0.0 } else { (3.0 / fan as f32).sqrt() };
            let gates = number > 1 && number + 1 < parts.len() && inputs == 1;
            let bias = |at: usize| if gates && at < outputs / 2 { -1.0 } else { 0.0 };
            values.extend((0..inputs * outputs).map(|at| bias(at) + rng.between(-reach, reach)));
            starts.push(values.len());
        }
        Self { shape, starts, values }
    }

    fn part(&self, number: usize) -> &[f32] {
        &self.values[self.starts[number]..self.starts[number + 1]]
    }

    /// What one whole number of each part is worth: a share of the part's deviation.
    fn units(&self, steps: f32) -> Vec<f32> {
        let unit = |part: &[f32]| {
            let deviation = (part.iter().map(|w| w * w).sum::<f32>() / part.len() as f32).sqrt();
            let largest = part.iter().fold(0.0f32, |m, w| m.max(w.abs()));
            (deviation / steps).max(largest / 127.0).max(1e-6)
        };
        (0..self.starts.len() - 1).map(|number| unit(self.part(number))).collect()
    }

    /// These weights as they are shipped: whole numbers of units, `steps` of which make a part's deviation.
    pub fn rounded(&self, steps: f32) -> Vec<f32> {
        let mut values = self.values.clone();
        for (number, unit) in self.units(steps).into_iter().enumerate() {
            for value in &mut values[self.starts[number]..self.starts[number + 1]] {
                *value = (*value / unit).round() * unit;
            }
        }
        values
    }

    /// The model as bytes; see [`faircopy::read::model::Model::from_bytes`].
    pub fn to_bytes(&self, labels: &[Label], steps: f32) -> Vec<u8> {
        let Shape { width, hidden, rank, labels: count } = self.shape;
        let mut bytes: Vec<u8> = [width, hidden, rank, count].iter().map(|&n| u8::try_from(n).expect("a byte")).collect();
        bytes.extend(labels.iter().flat_map(|l| l.to_bytes()));
        for (number, unit) in self.units(steps).into_iter().enumerate() {
            bytes.extend(unit.to_le_bytes());
            bytes.extend(self.part(number).iter().map(|w| ((w / unit).round() as i8).cast_unsigned()));
        }
        bytes
    }

    /// The matrices that the way back goes through, each with its inputs and outputs changed over; in their places.
    pub fn turned(&self) -> Vec<f32> {
        let sizes = self.shape.parts();
        sizes.iter().enumerate().flat_map(|(number, &(inputs, outputs))| turned(self.part(number), inputs, outputs)).collect()
    }

    /// The odds of each label for each segment, a row a segment.
    pub fn odds(&self, example: &Example) -> Vec<f32> {
        let mut odds = self.forward(example, Hidden { numbers: 0, words: 0 }, &mut Rng::new(0)).scores;
        odds.chunks_exact_mut(self.shape.labels).for_each(softmax);
        odds
    }

    /// Adds the gradient of a document's loss to `gradient`, by these weights and what [`Self::turned`] gave for them. Gives the loss
    /// and the number of known segments.
    pub fn learn(&self, turned: &[f32], example: &Example, gradient: &mut [f32], hide: Hidden, rng: &mut Rng) -> (f32, usize) {
        let Shape { width, hidden, rank, labels } = self.shape;
        let starts = &self.starts;
        let both = WAYS * hidden;
        let count = example.inputs.len();
        let Forward { inputs, vectors, layers, top, shorts, mut scores } = self.forward(example, hide, rng);
        let last = starts.len() - 4;
        let (mut loss, mut known) = (0.0, 0);
        for (at, row) in scores.chunks_exact_mut(labels).enumerate() {
            let hint = example.hints.as_ref().map(|hints| (&hints.odds[at * labels..][..labels], hints.share));
            match (example.labels[at], hint) {
                (None, None) => row.fill(0.0),
                (label, hint) => {
                    softmax(row);
                    if let Some(label) = label {
                        loss -= row[label].max(1e-9).ln();
                        row[label] -= 1.0 - hint.map_or(0.0, |hint| hint.1);
                    }
                    known += 1;
                    if let Some((odds, share)) = hint {
                        let share = if label.is_some() { share } else { 1.0 };
                        add(row, -share, odds);
                    }
                }
            }
            add(&mut gradient[starts[last + 2]..starts[last + 3]], 1.0, row);
        }
        let mut d_shorts = vec![0.0; count * rank];
        let mut d_below = vec![0.0; count * both];
        let mut d_vectors = vec![0.0; count * width];
        let (of_top, of_vector) = (both * rank, width * rank);
        for at in 0..count {
            let d_short = &mut d_shorts[at * rank..][..rank];
            multiply(d_short, &scores[at * labels..][..labels], &turned[starts[last + 1]..starts[last + 2]]);
            let all = &turned[starts[last]..starts[last + 1]];
            for (&d, row) in d_short.iter().zip(all.chunks_exact(both + width)) {
                add(&mut d_below[at * both..][..both], d, row);
                add(&mut d_vectors[at * width..][..width], d, &row[both..]);
            }
        }
        outer(&mut gradient[starts[last + 1]..starts[last + 2]], (&shorts, rank), (&scores, labels));
        outer(&mut gradient[starts[last]..][..of_top], (&top, both), (&d_shorts, rank));
        outer(&mut gradient[starts[last] + of_top..][..of_vector], (&vectors, width), (&d_shorts, rank));
        for layer in (0..LAYERS).rev() {
            d_below = self.layer_back(turned, layer, &layers[layer], d_below, gradient);
        }
        let keep = 100.0 / (100 - hide.numbers) as f32;
        for at in 0..count {
            let row = &mut d_vectors[at * width..][..width];
            add(row, 1.0, &d_below[at * width..]);
            let vector = &vectors[at * width..];
            row.iter_mut().zip(vector).for_each(|(d, &x)| *d = if x > 0.0 { *d * keep } else { 0.0 });
            add(&mut gradient[starts[1]..starts[2]], 1.0, row);
            for &input in &inputs[at] {
                add(&mut gradient[input * width..][..width], 1.0, row);
            }
        }
        (loss, known)
    }

    fn forward(&self, example: &Example, hide: Hidden, rng: &mut Rng) -> Forward {
        let Shape { hidden, rank, width, labels } = self.shape;
        let both = WAYS * hidden;
        let count = example.inputs.len();
        let inputs = seen(&example.inputs, hide.words, rng);
        let vectors = self.vectors(&inputs, hide.numbers, rng);
        let mut layers: Vec<Layer> = Vec::new();
        let mut top = vectors.clone();
        for layer in 0..LAYERS {
            let (cache, states) = self.layer(layer, top, count, hide.numbers, rng);
            layers.push(cache);
            top = states;
        }
        let last = self.starts.len() - 4;
        let (first, second) = self.part(last).split_at(both * rank);
        let mut shorts = vec![0.0; count * rank];
        let mut scores = Vec::with_capacity(count * labels);
        for (at, short) in shorts.chunks_exact_mut(rank).enumerate() {
            multiply(short, &top[at * both..][..both], first);
            multiply(short, &vectors[at * width..][..width], second);
            scores.extend_from_slice(self.part(last + 2));
            multiply(&mut scores[at * labels..], short, self.part(last + 1));
        }
        Forward { inputs, vectors, layers, top, shorts, scores }
    }

    fn vectors(&self, inputs: &[Vec<usize>], hidden: usize, rng: &mut Rng) -> Vec<f32> {
        let width = self.shape.width;
        let keep = 100.0 / (100 - hidden) as f32;
        let mut vectors = vec![0.0; inputs.len() * width];
        for (row, inputs) in vectors.chunks_mut(width).zip(inputs) {
            row.copy_from_slice(self.part(1));
            for &input in inputs {
                add(row, 1.0, &self.part(0)[input * width..]);
            }
            for x in row {
                *x = if *x <= 0.0 || rng.chance(hidden) { 0.0 } else { *x * keep };
            }
        }
        vectors
    }

    /// A layer's states, and what its way back needs.
    fn layer(&self, layer: usize, input: Vec<f32>, count: usize, hide: usize, rng: &mut Rng) -> (Layer, Vec<f32>) {
        let hidden = self.shape.hidden;
        let size = self.shape.layer_input(layer);
        let mut states = vec![0.0; count * WAYS * hidden];
        let mut open = [vec![0.0; count * hidden], vec![0.0; count * hidden]];
        let mut new = open.clone();
        for way in 0..WAYS {
            let first = 2 + (layer * WAYS + way) * 3;
            let mut state = vec![0.0; hidden];
            let mut gates = vec![0.0; 2 * hidden];
            for step in 0..count {
                let at = if way == 0 { step } else { count - 1 - step };
                gates.copy_from_slice(self.part(first + 2));
                multiply(&mut gates, &input[at * size..][..size], self.part(first));
                multiply(&mut gates, &state, self.part(first + 1));
                for i in 0..hidden {
                    let (z, c) = (sigmoid(gates[i]), tanh(gates[hidden + i]));
                    open[way][at * hidden + i] = z;
                    new[way][at * hidden + i] = c;
                    state[i] += z * (c - state[i]);
                }
                states[(at * WAYS + way) * hidden..][..hidden].copy_from_slice(&state);
            }
        }
        let keep = 100.0 / (100 - hide) as f32;
        let mask: Vec<f32> = (0..states.len()).map(|_| if rng.chance(hide) { 0.0 } else { keep }).collect();
        let shown = states.iter().zip(&mask).map(|(s, m)| s * m).collect();
        (Layer { input, open, new, states, mask }, shown)
    }

    /// The way back through a layer: from the gradient of its states to that of its input.
    fn layer_back(&self, turned: &[f32], layer: usize, cache: &Layer, mut d_states: Vec<f32>, gradient: &mut [f32]) -> Vec<f32> {
        let hidden = self.shape.hidden;
        let gates = 2 * hidden;
        let size = self.shape.layer_input(layer);
        let count = cache.open[0].len() / hidden;
        let mut d_input = vec![0.0; count * size];
        d_states.iter_mut().zip(&cache.mask).for_each(|(d, m)| *d *= m);
        for way in 0..WAYS {
            let first = 2 + (layer * WAYS + way) * 3;
            let [outer_start, inner_start, bias_start, end] = [0, 1, 2, 3].map(|i| self.starts[first + i]);
            let mut d_state = vec![0.0f32; hidden];
            let mut d_gates = vec![0.0f32; count * gates];
            // The state that each segment found.
            let mut before = vec![0.0f32; count * hidden];
            for step in (0..count).rev() {
                let at = if way == 0 { step } else { count - 1 - step };
                let before = &mut before[at * hidden..][..hidden];
                match (step, way) {
                    (0, _) => {}
                    (_, 0) => before.copy_from_slice(&cache.states[((at - 1) * WAYS) * hidden..][..hidden]),
                    _ => before.copy_from_slice(&cache.states[((at + 1) * WAYS + 1) * hidden..][..hidden]),
                }
                let d_gates = &mut d_gates[at * gates..][..gates];
                for i in 0..hidden {
                    let d = d_state[i] + d_states[(at * WAYS + way) * hidden + i];
                    let (z, c) = (cache.open[way][at * hidden + i], cache.new[way][at * hidden + i]);
                    d_gates[i] = d * (c - before[i]) * z * (1.0 - z);
                    d_gates[hidden + i] = d * z * (1.0 - c * c);
                    d_state[i] = d * (1.0 - z);
                }
                multiply(&mut d_state, d_gates, &turned[inner_start..bias_start]);
                multiply(&mut d_input[at * size..][..size], d_gates, &turned[outer_start..inner_start]);
                add(&mut gradient[bias_start..end], 1.0, d_gates);
            }
            outer(&mut gradient[outer_start..inner_start], (&cache.input, size), (&d_gates, gates));
            outer(&mut gradient[inner_start..bias_start], (&before, hidden), (&d_gates, gates));
        }
        d_input
    }
}

/// What came of a document, from its inputs to its scores.
struct Forward {
    /// The inputs that were seen.
    inputs: Vec<Vec<usize>>,
    /// Each segment's vector.
    vectors: Vec<f32>,
    layers: Vec<Layer>,
    /// The last layer's states.
    top: Vec<f32>,
    /// What the labels are scored by.
    shorts: Vec<f32>,
    /// The score of each label, a row a segment.
    scores: Vec<f32>,
}

/// What a layer went through.
struct Layer {
    input: Vec<f32>,
    open: [Vec<f32>; WAYS],
    new: [Vec<f32>; WAYS],
    states: Vec<f32>,
    mask: Vec<f32>,
}

/// The inputs, with some of what the lexicon knows hidden.
fn seen(inputs: &[Vec<usize>], percent: usize, rng: &mut Rng) -> Vec<Vec<usize>> {
    debug_assert!(inputs.iter().flatten().all(|&i| i < INPUTS));
    let mut rows = inputs.to_vec();
    for row in &mut rows {
        let mut base = 0;
        for (attribute, (value, bound)) in row.iter_mut().zip(BOUNDS).enumerate() {
            if WORDS.contains(&attribute) && rng.chance(percent) {
                *value = base;
            }
            base += usize::from(bound);
        }
    }
    rows
}

/// Turns scores into odds that sum up to 1.
fn softmax(row: &mut [f32]) {
    let top = row.iter().copied().fold(f32::MIN, f32::max);
    for x in row.iter_mut() {
        *x = (*x - top).exp();
    }
    let sum: f32 = row.iter().sum();
    for x in row.iter_mut() {
        *x /= sum;
    }
}

#[cfg(test)]
mod tests;
