//! The network: what each segment may be, judged by what can be seen of it and of all the others.
//!
//! A segment's attributes are summed up in a short vector. Two layers of gated recurrent units carry those vectors along the
//! document, downwards and upwards, so that what stands far away counts as well. A last layer scores the labels. All products
//! are of whole numbers and the rest is basic arithmetic, so that the scores are the same on every machine.

use super::features::{Attributes, BOUNDS};

/// Layers of recurrent units.
pub const LAYERS: usize = 2;
/// Ways to go through a document: downwards and upwards.
pub const WAYS: usize = 2;
/// How many values all attributes together can have.
pub const INPUTS: usize = {
    let mut sum = 0;
    let mut at = 0;
    while at < BOUNDS.len() {
        sum += BOUNDS[at] as usize;
        at += 1;
    }
    sum
};

/// How many numbers each stage of a network has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Of a segment's vector.
    pub width: usize,
    /// Of a layer's state, each way.
    pub hidden: usize,
    /// Of what the labels are scored by.
    pub rank: usize,
    /// Of the labels.
    pub labels: usize,
}

impl Shape {
    /// What goes into a layer.
    pub fn layer_input(self, layer: usize) -> usize {
        if layer == 0 { self.width } else { WAYS * self.hidden }
    }

    /// The parts of a network, in order: inputs and outputs of a matrix, or 1 and the outputs for what is added.
    /// First the vectors'; then for each layer and way the input's, the state's and the addition to both; then the scores'.
    pub fn parts(self) -> Vec<(usize, usize)> {
        let gates = 2 * self.hidden;
        let mut parts = vec![(INPUTS, self.width), (1, self.width)];
        for layer in 0..LAYERS {
            for _ in 0..WAYS {
                parts.extend([(self.layer_input(layer), gates), (self.hidden, gates), (1, gates)]);
            }
        }
        parts.extend([(WAYS * self.hidden + self.width, self.rank), (self.rank, self.labels), (1, self.labels)]);
        parts
    }
}

/// The values of a segment's attributes, as numbers below [`INPUTS`].
pub fn inputs(look: &Attributes) -> impl Iterator<Item = usize> {
    let mut base = 0;
    look.iter().zip(BOUNDS).map(move |(&value, bound)| {
        let index = base + usize::from(value);
        base += usize::from(bound);
        index
    })
}

/// A part of a network: small whole numbers, and what one is worth.
#[derive(Clone, Debug, Default)]
struct Part {
    /// The numbers, a row an output; by input for the first part, whose inputs are on or off.
    numbers: Vec<i16>,
    /// What one is worth.
    unit: f32,
}

/// A network.
#[derive(Clone, Debug, Default)]
pub struct Network {
    shape: Shape,
    parts: Vec<Part>,
}

/// What a state is a multiple of; it lies between -1 and 1.
const STATE: f32 = 1.0 / 16384.0;
/// What a number of a segment's vector is a multiple of; it is at most 16.
const VECTOR: f32 = 1.0 / 2048.0;
/// What a number that labels are scored by is a multiple of; it is at most 64 either way.
const SHORT: f32 = 1.0 / 512.0;

impl Network {
    /// A network of a shape, from its parts: what one is worth, then the numbers by input. `None` if the sizes do not fit.
    pub fn new(shape: Shape, parts: &[(f32, &[i8])]) -> Option<Self> {
        let sizes = shape.parts();
        if sizes.len() != parts.len() || sizes.iter().zip(parts).any(|(&(i, o), (_, numbers))| i * o != numbers.len()) {
            return None;
        }
        let turned = |number: usize, (unit, numbers): &(f32, &[i8])| {
            let (inputs, outputs) = sizes[number];
            let by_output = (0..outputs).flat_map(|o| (0..inputs).map(move |i| i * outputs + o));
            let numbers: Vec<i16> = if number == 0 {
                numbers.iter().map(|&n| i16::from(n)).collect()
            } else {
                by_output.map(|at| i16::from(numbers[at])).collect()
            };
            Part { numbers, unit: *unit }
        };
        Some(Self { shape, parts: parts.iter().enumerate().map(|(number, part)| turned(number, part)).collect() })
    }

    /// The score of each label for each segment, a row a segment. Scores of a segment are comparable, as logarithms of odds.
    pub fn scores(&self, looks: &[Attributes]) -> Vec<f32> {
        let Shape { width, hidden, rank, labels } = self.shape;
        let count = looks.len();
        if labels == 0 {
            return Vec::new();
        }
        let vectors = self.vectors(looks);
        let mut states = Vec::new();
        for layer in 0..LAYERS {
            let (input, unit) = if layer == 0 { (&vectors, VECTOR) } else { (&states, STATE) };
            states = self.layer(layer, input, unit, count);
        }
        let [shorten, score, bias] = &self.parts[self.parts.len() - 3..] else { return Vec::new() };
        let mut scores = vec![0.0; count * labels];
        let mut short = vec![0i16; rank];
        for (at, row) in scores.chunks_exact_mut(labels).enumerate() {
            let state = &states[at * WAYS * hidden..][..WAYS * hidden];
            let vector = &vectors[at * width..][..width];
            for (out, numbers) in short.iter_mut().zip(shorten.numbers.chunks_exact(WAYS * hidden + width)) {
                let (first, second) = numbers.split_at(WAYS * hidden);
                let sum = dot(first, state) as f32 * STATE + dot(second, vector) as f32 * VECTOR;
                *out = whole(sum * shorten.unit / SHORT);
            }
            for ((out, numbers), &add) in row.iter_mut().zip(score.numbers.chunks_exact(rank)).zip(&bias.numbers) {
                *out = dot(numbers, &short) as f32 * (score.unit * SHORT) + f32::from(add) * bias.unit;
            }
        }
        scores
    }

    /// Each segment's vector.
    fn vectors(&self, looks: &[Attributes]) -> Vec<i16> {
        let width = self.shape.width;
        let [table, bias] = &self.parts[..2] else { return Vec::new() };
        let mut vectors = vec![0i16; looks.len() * width];
        for (look, row) in looks.iter().zip(vectors.chunks_exact_mut(width)) {
            for input in inputs(look) {
                row.iter_mut().zip(&table.numbers[input * width..]).for_each(|(sum, n)| *sum += n);
            }
            for (sum, &add) in row.iter_mut().zip(&bias.numbers) {
                *sum = whole((f32::from(*sum) * table.unit + f32::from(add) * bias.unit).max(0.0) / VECTOR);
            }
        }
        vectors
    }

    /// The states of a layer, each way, for each segment.
    fn layer(&self, layer: usize, input: &[i16], unit: f32, count: usize) -> Vec<i16> {
        let hidden = self.shape.hidden;
        let size = self.shape.layer_input(layer);
        let mut states = vec![0i16; count * WAYS * hidden];
        let (mut exact, mut state, mut gates) = (vec![0.0f32; hidden], vec![0i16; hidden], vec![0.0f32; 2 * hidden]);
        for way in 0..WAYS {
            let [outer, inner, bias] = &self.parts[2 + (layer * WAYS + way) * 3..][..3] else { return states };
            let bias: Vec<f32> = bias.numbers.iter().map(|&n| f32::from(n) * bias.unit).collect();
            exact.fill(0.0);
            state.fill(0);
            for step in 0..count {
                let at = if way == 0 { step } else { count - 1 - step };
                let row = &input[at * size..][..size];
                let rows = outer.numbers.chunks_exact(size).zip(inner.numbers.chunks_exact(hidden));
                for ((gate, (outer_row, inner_row)), add) in gates.iter_mut().zip(rows).zip(&bias) {
                    *gate = dot(outer_row, row) as f32 * (outer.unit * unit)
                        + dot(inner_row, &state) as f32 * (inner.unit * STATE)
                        + add;
                }
                let (open, new) = gates.split_at_mut(hidden);
                for x in open.iter_mut() {
                    *x = sigmoid(*x);
                }
                for x in new.iter_mut() {
                    *x = tanh(*x);
                }
                for i in 0..hidden {
                    exact[i] += open[i] * (new[i] - exact[i]);
                    state[i] = whole(exact[i] / STATE);
                }
                states[(at * WAYS + way) * hidden..][..hidden].copy_from_slice(&state);
            }
        }
        states
    }
}

fn dot(a: &[i16], b: &[i16]) -> i32 {
    a.iter().zip(b).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum()
}

/// The nearest whole number that fits.
fn whole(x: f32) -> i16 {
    (x + if x < 0.0 { -0.5 } else { 0.5 }) as i16
}

/// A power of e, to about one part in a thousand.
pub fn exp(x: f32) -> f32 {
    let twos = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let below = (twos + 128.0) as i32 - 128;
    let rest = twos - below as f32;
    let power = f32::from_bits(((below + 127) << 23) as u32);
    power * (1.0 + rest * (0.695_976_2 + rest * (0.224_940_2 + rest * 0.079_083_5)))
}

/// The logistic function.
pub fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// The hyperbolic tangent.
pub fn tanh(x: f32) -> f32 {
    2.0 * sigmoid(2.0 * x) - 1.0
}
