//! A network while it is learned: with exact weights, rounded ones to compute with, and what a document teaches them.

use faircopy::read::features::{Attributes, BOUNDS};
use faircopy::read::label::Label;
use faircopy::read::network::{INPUTS, LAYERS, Shape, WAYS, inputs, sigmoid, tanh};

use crate::rng::Rng;

/// A document to learn from.
pub struct Example {
    /// For each segment the value of each attribute, as an input of the network.
    inputs: Vec<Vec<usize>>,
    /// The index of each segment's label, where known.
    labels: Vec<Option<usize>>,
}

impl Example {
    /// A document's looks and labels; labels that are not in `all` count as unknown.
    pub fn new(looks: &[Attributes], labels: &[Option<Label>], all: &[Label]) -> Self {
        Self {
            inputs: looks.iter().map(|look| inputs(look).collect()).collect(),
            labels: labels.iter().map(|l| l.and_then(|l| all.iter().position(|&a| a == l))).collect(),
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

    /// Adds the gradient of a document's loss to `gradient`. Gives the loss and the number of known segments.
    pub fn learn(&self, example: &Example, gradient: &mut [f32], hide: Hidden, rng: &mut Rng) -> (f32, usize) {
        let Shape { width, hidden, rank, labels } = self.shape;
        let starts = &self.starts;
        let both = WAYS * hidden;
        let count = example.inputs.len();
        let inputs = seen(&example.inputs, hide.words, rng);
        let vectors = self.vectors(&inputs, hide.numbers, rng);
        let mut layers: Vec<Layer> = Vec::new();
        let mut below = vectors.clone();
        for layer in 0..LAYERS {
            let (cache, states) = self.layer(layer, below, count, hide.numbers, rng);
            layers.push(cache);
            below = states;
        }
        let last = starts.len() - 4;
        let (mut loss, mut known) = (0.0, 0);
        let mut d_below = vec![0.0; count * both];
        let mut d_vectors = vec![0.0; count * width];
        let (mut row, mut short, mut d_short) = (vec![0.0; labels], vec![0.0; rank], vec![0.0; rank]);
        let (first, second) = self.part(last).split_at(both * rank);
        for at in 0..count {
            let Some(label) = example.labels[at] else { continue };
            let (top, own) = (&below[at * both..][..both], &vectors[at * width..][..width]);
            short.fill(0.0);
            multiply(&mut short, top, first);
            multiply(&mut short, own, second);
            row.copy_from_slice(self.part(last + 2));
            multiply(&mut row, &short, self.part(last + 1));
            loss -= softmax(&mut row, label);
            known += 1;
            row[label] -= 1.0;
            add(&mut gradient[starts[last + 2]..], 1.0, &row);
            outer(&mut gradient[starts[last + 1]..starts[last + 2]], &short, &row);
            d_short.fill(0.0);
            back(&mut d_short, self.part(last + 1), &row);
            outer(&mut gradient[starts[last]..][..both * rank], top, &d_short);
            outer(&mut gradient[starts[last] + both * rank..starts[last + 1]], own, &d_short);
            back(&mut d_below[at * both..][..both], first, &d_short);
            back(&mut d_vectors[at * width..][..width], second, &d_short);
        }
        for layer in (0..LAYERS).rev() {
            d_below = self.layer_back(layer, &layers[layer], d_below, gradient);
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
    fn layer_back(&self, layer: usize, cache: &Layer, mut d_states: Vec<f32>, gradient: &mut [f32]) -> Vec<f32> {
        let hidden = self.shape.hidden;
        let size = self.shape.layer_input(layer);
        let count = cache.open[0].len() / hidden;
        let mut d_input = vec![0.0; count * size];
        d_states.iter_mut().zip(&cache.mask).for_each(|(d, m)| *d *= m);
        let start = vec![0.0f32; hidden];
        for way in 0..WAYS {
            let first = 2 + (layer * WAYS + way) * 3;
            let [outer_start, inner_start, bias_start, end] = [0, 1, 2, 3].map(|i| self.starts[first + i]);
            let mut d_state = vec![0.0f32; hidden];
            let mut d_gates = vec![0.0f32; 2 * hidden];
            for step in (0..count).rev() {
                let at = if way == 0 { step } else { count - 1 - step };
                let before = match (step, way) {
                    (0, _) => &start,
                    (_, 0) => &cache.states[((at - 1) * WAYS) * hidden..][..hidden],
                    _ => &cache.states[((at + 1) * WAYS + 1) * hidden..][..hidden],
                };
                for i in 0..hidden {
                    let d = d_state[i] + d_states[(at * WAYS + way) * hidden + i];
                    let (z, c) = (cache.open[way][at * hidden + i], cache.new[way][at * hidden + i]);
                    d_gates[i] = d * (c - before[i]) * z * (1.0 - z);
                    d_gates[hidden + i] = d * z * (1.0 - c * c);
                    d_state[i] = d * (1.0 - z);
                }
                back(&mut d_state, self.part(first + 1), &d_gates);
                back(&mut d_input[at * size..][..size], self.part(first), &d_gates);
                outer(&mut gradient[outer_start..inner_start], &cache.input[at * size..][..size], &d_gates);
                outer(&mut gradient[inner_start..bias_start], before, &d_gates);
                add(&mut gradient[bias_start..end], 1.0, &d_gates);
            }
        }
        d_input
    }
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

/// Turns scores into probabilities; gives the logarithm of that of `label`.
fn softmax(row: &mut [f32], label: usize) -> f32 {
    let top = row.iter().copied().fold(f32::MIN, f32::max);
    for x in row.iter_mut() {
        *x = (*x - top).exp();
    }
    let sum: f32 = row.iter().sum();
    for x in row.iter_mut() {
        *x /= sum;
    }
    row[label].max(1e-9).ln()
}

/// Adds `factor` times the front of `column` to `sum`.
fn add(sum: &mut [f32], factor: f32, column: &[f32]) {
    sum.iter_mut().zip(column).for_each(|(s, c)| *s += factor * c);
}

/// Adds the product of a matrix and a vector to `sum`.
fn multiply(sum: &mut [f32], vector: &[f32], matrix: &[f32]) {
    for (&x, column) in vector.iter().zip(matrix.chunks_exact(sum.len())) {
        if x != 0.0 {
            add(sum, x, column);
        }
    }
}

/// Adds the outer product of two vectors to a matrix.
fn outer(matrix: &mut [f32], vector: &[f32], row: &[f32]) {
    for (&x, column) in vector.iter().zip(matrix.chunks_exact_mut(row.len())) {
        if x != 0.0 {
            add(column, x, row);
        }
    }
}

/// Adds the product of a turned matrix and a vector to `sum`.
fn back(sum: &mut [f32], matrix: &[f32], vector: &[f32]) {
    const LANES: usize = 8;
    for (s, column) in sum.iter_mut().zip(matrix.chunks_exact(vector.len())) {
        let (a, b) = (column.chunks_exact(LANES), vector.chunks_exact(LANES));
        let rest: f32 = a.remainder().iter().zip(b.remainder()).map(|(x, y)| x * y).sum();
        let mut lanes = [0.0f32; LANES];
        for (a, b) in a.zip(b) {
            (0..LANES).for_each(|i| lanes[i] += a[i] * b[i]);
        }
        *s += lanes.iter().sum::<f32>() + rest;
    }
}

#[cfg(test)]
mod tests;
