//! The network: what each segment may be, judged by what can be seen of it and of all the others.
//!
//! A segment's attributes are summed up in a short vector. Two layers of gated recurrent units carry those vectors along the
//! document, downwards and upwards, so that what stands far away counts as well. A last layer scores the labels. All products
//! are of whole numbers and the rest is basic arithmetic, so that the scores are the same on every machine.

mod part;

use super::features::{ATTRIBUTES, Attributes, BOUNDS};
use part::{Pair, Part, Table};

/// Layers of recurrent units.
pub const LAYERS: usize = 2;
/// Ways to go through a document: downwards and upwards.
pub const WAYS: usize = 2;
/// How many values all attributes together can have.
pub const INPUTS: usize = FIRST[ATTRIBUTES - 1] + BOUNDS[ATTRIBUTES - 1] as usize;

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

/// The first of the numbers that stand for an attribute's values.
const FIRST: [usize; ATTRIBUTES] = {
    let mut first = [0; ATTRIBUTES];
    let mut at = 1;
    while at < ATTRIBUTES {
        first[at] = first[at - 1] + BOUNDS[at - 1] as usize;
        at += 1;
    }
    first
};

/// The values of a segment's attributes, as numbers below [`INPUTS`].
pub fn inputs(look: &Attributes) -> impl Iterator<Item = usize> {
    FIRST.iter().zip(look).map(|(first, &value)| first + usize::from(value))
}

/// A network.
#[derive(Clone, Debug, Default)]
pub struct Network {
    shape: Shape,
    /// What the attributes add to a segment's vector.
    table: Table,
    /// For each layer and way what its units make of the input and of their state; then what labels are scored by, of the states and
    /// of the vector, which are multiples of different numbers, and the scores.
    parts: Vec<Part>,
    /// What is added to a vector, to the units of each layer and way, and to the scores.
    added: Vec<Vec<f32>>,
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
        if sizes.iter().any(|&(inputs, outputs)| inputs * outputs == 0) {
            return None;
        }
        if sizes.len() != parts.len() || sizes.iter().zip(parts).any(|(&(i, o), (_, numbers))| i * o != numbers.len()) {
            return None;
        }
        let states = WAYS * shape.hidden;
        let mut network = Self { shape, ..Self::default() };
        for (number, (&(inputs, outputs), &(unit, numbers))) in sizes.iter().zip(parts).enumerate() {
            // What is scored by comes of states, and then of the vector.
            let border = if number + 3 == parts.len() { states } else { inputs };
            if number == 0 {
                network.table = Table::new(unit, numbers, inputs, outputs);
            } else if number % 3 == 1 {
                network.added.push(numbers.iter().map(|&n| f32::from(n) * unit).collect());
            } else {
                network.parts.push(Part::new(unit, numbers, 0..border, outputs));
                if border < inputs {
                    network.parts.push(Part::new(unit, numbers, border..inputs, outputs));
                }
            }
        }
        Some(network)
    }

    /// The score of each label for each segment, a row a segment. Scores of a segment are comparable, as logarithms of odds.
    pub fn scores(&self, looks: &[Attributes]) -> Vec<f32> {
        let Shape { width, hidden, rank, labels } = self.shape;
        let (Some(bias), [units @ .., of_states, of_vector, score]) = (self.added.last(), self.parts.as_slice()) else {
            return Vec::new();
        };
        let vectors = self.vectors(looks);
        let width = width.div_ceil(2);
        let mut states = vectors.clone();
        for (layer, units) in units.chunks_exact(2 * WAYS).enumerate() {
            let (row, unit) = if layer == 0 { (width, VECTOR) } else { (hidden, STATE) };
            states = self.layer(units, &self.added[1 + layer * WAYS..], &states, row, unit);
        }
        let score_unit = score.unit * SHORT;
        let mut scores = vec![0.0; looks.len() * labels];
        let mut short = vec![[0; 2]; rank.div_ceil(2)];
        let (mut first, mut second, mut whole_scores) = (of_states.room(), of_vector.room(), score.room());
        for (at, row) in scores.chunks_exact_mut(labels).enumerate() {
            of_states.products(&states[at * hidden..][..hidden], &mut first);
            of_vector.products(&vectors[at * width..][..width], &mut second);
            let sums = first.iter().zip(&second);
            for (out, (&first, &second)) in short.as_flattened_mut()[..rank].iter_mut().zip(sums) {
                let sum = first as f32 * STATE + second as f32 * VECTOR;
                *out = whole(sum * of_states.unit / SHORT);
            }
            score.products(&short, &mut whole_scores);
            for ((out, &product), add) in row.iter_mut().zip(&whole_scores).zip(bias) {
                *out = product as f32 * score_unit + add;
            }
        }
        scores
    }

    /// Each segment's vector, a row a segment.
    fn vectors(&self, looks: &[Attributes]) -> Vec<Pair> {
        let width = self.shape.width;
        let row = width.div_ceil(2);
        let mut vectors = vec![[0; 2]; looks.len() * row];
        let (mut on, mut sums) = ([0; ATTRIBUTES], vec![0; width.next_multiple_of(8)]);
        for (at, look) in looks.iter().enumerate() {
            on.iter_mut().zip(inputs(look)).for_each(|(on, input)| *on = input);
            self.table.sum(&on, &mut sums);
            let numbers = vectors[at * row..][..row].as_flattened_mut()[..width].iter_mut();
            for ((number, &sum), add) in numbers.zip(&sums).zip(&self.added[0]) {
                let sum = f32::from(sum) * self.table.unit + add;
                *number = if sum > 0.0 { whole(sum / VECTOR) } else { 0 };
            }
        }
        vectors
    }

    /// The states of a layer, each way, for each segment, a row a segment. A row of the input has so many pairs.
    fn layer(&self, units: &[Part], added: &[Vec<f32>], input: &[Pair], row: usize, unit: f32) -> Vec<Pair> {
        let (hidden, count) = (self.shape.hidden, input.len() / row);
        let mut states = vec![[0; 2]; count * hidden];
        let (mut exact, mut state) = (vec![0.0f32; hidden], vec![[0; 2]; hidden.div_ceil(2)]);
        let mut gates = vec![0.0f32; 2 * hidden];
        for (way, ([outer, inner], bias)) in units.as_chunks().0.iter().zip(added).enumerate() {
            let (outer_unit, inner_unit) = (outer.unit * unit, inner.unit * STATE);
            let (mut seen, mut kept) = (outer.room(), inner.room());
            exact.fill(0.0);
            state.fill([0; 2]);
            for step in 0..count {
                let at = if way == 0 { step } else { count - 1 - step };
                outer.products(&input[at * row..][..row], &mut seen);
                inner.products(&state, &mut kept);
                let sums = seen.iter().zip(&kept);
                for ((gate, (&seen, &kept)), add) in gates.iter_mut().zip(sums).zip(bias) {
                    *gate = seen as f32 * outer_unit + kept as f32 * inner_unit + add;
                }
                let (open, new) = gates.split_at(hidden);
                let state = &mut state.as_flattened_mut()[..hidden];
                for (((exact, state), &open), &new) in exact.iter_mut().zip(&mut *state).zip(open).zip(new) {
                    *exact += sigmoid(open) * (tanh(new) - *exact);
                    *state = nearest(*exact / STATE);
                }
                states[at * hidden..][..hidden].as_flattened_mut()[way * hidden..][..hidden].copy_from_slice(state);
            }
        }
        states
    }
}

/// The nearest whole number that fits.
fn whole(x: f32) -> i16 {
    nearest(x.clamp(-32768.0, 32767.0))
}

/// The nearest whole number of one that fits.
fn nearest(x: f32) -> i16 {
    let size = below(x.abs() + 0.5);
    if x < 0.0 { -size as i16 } else { size as i16 }
}

/// The whole part of a number from 0 to 4,194,304. Where its bits are taken for it, several are found at once.
fn below(x: f32) -> i32 {
    const WHOLE: f32 = 8_388_608.0;
    let near = x + WHOLE;
    near.to_bits().cast_signed() - WHOLE.to_bits().cast_signed() - i32::from(near - WHOLE > x)
}

/// A power of e, to about one part in a thousand.
pub fn exp(x: f32) -> f32 {
    let twos = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let below = below(twos + 128.0) - 128;
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
