//! The network: what each segment may be, judged by what can be seen of it and of all the others.
//!
//! A segment's attributes are summed up in a short vector. Two layers of gated recurrent units carry those vectors along the
//! document, downwards and upwards, so that what stands far away counts as well. A last layer scores the labels. All products
//! are of whole numbers and the rest is basic arithmetic, so that the scores are the same on every machine.

use std::ops::Range;

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

/// As many numbers as are multiplied at once.
type Chunk = [i16; 32];

/// How many chunks so many numbers take; at least one.
fn chunks(count: usize) -> usize {
    count.max(1).div_ceil(32)
}

/// A part of a network: small whole numbers, and what one is worth.
#[derive(Clone, Debug, Default)]
struct Part {
    /// The numbers, a row an output, each filled up to whole chunks; what inputs that are on or off add, a row an input.
    numbers: Vec<Chunk>,
    /// How many chunks a row has.
    row: usize,
    /// What one is worth.
    unit: f32,
}

impl Part {
    /// A part from numbers by input: those of `inputs`, of which there are so many outputs.
    fn new(unit: f32, numbers: &[i8], inputs: Range<usize>, outputs: usize) -> Self {
        let row = chunks(inputs.len());
        let mut laid_out = vec![[0; 32]; outputs * row];
        let flat = laid_out.as_flattened_mut();
        for (at, input) in inputs.enumerate() {
            for (output, &n) in numbers[input * outputs..][..outputs].iter().enumerate() {
                flat[output * row * 32 + at] = i16::from(n);
            }
        }
        Self { numbers: laid_out, row, unit }
    }

    /// A part whose inputs are on or off.
    fn by_input(unit: f32, numbers: &[i8], inputs: usize, outputs: usize) -> Self {
        let row = chunks(outputs);
        let mut laid_out = vec![[0; 32]; inputs * row];
        for (chunks, numbers) in laid_out.chunks_exact_mut(row).zip(numbers.chunks_exact(outputs.max(1))) {
            chunks.as_flattened_mut().iter_mut().zip(numbers).for_each(|(place, &n)| *place = i16::from(n));
        }
        Self { numbers: laid_out, row, unit }
    }

    /// The product of each row with a vector.
    ///
    /// It stands apart, and so does that of a chunk, because compilers turn them into few instructions where they stand alone, and
    /// into many where they are mixed with what is around them.
    #[inline(never)]
    fn products(&self, vector: &[Chunk], products: &mut [i32]) {
        match vector {
            // Most vectors are as short, and a loop within a loop costs as much as the products.
            [one] => {
                for (product, row) in products.iter_mut().zip(&self.numbers) {
                    *product = chunk_product(row, one);
                }
            }
            [first, second] => {
                for (product, row) in products.iter_mut().zip(self.numbers.as_chunks::<2>().0) {
                    *product = chunk_product(&row[0], first) + chunk_product(&row[1], second);
                }
            }
            _ => {
                for (product, row) in products.iter_mut().zip(self.numbers.chunks_exact(self.row)) {
                    *product = row.iter().zip(vector).map(|(a, b)| chunk_product(a, b)).sum();
                }
            }
        }
    }

    /// What it adds, where it is a single row.
    fn added(&self) -> Vec<f32> {
        self.numbers.as_flattened().iter().map(|&n| f32::from(n) * self.unit).collect()
    }
}

#[inline(never)]
fn chunk_product(a: &Chunk, b: &Chunk) -> i32 {
    a.iter().zip(b).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum()
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
        let states = WAYS * shape.hidden;
        let mut laid_out = Vec::with_capacity(parts.len() + 1);
        for (number, (&(inputs, outputs), &(unit, numbers))) in sizes.iter().zip(parts).enumerate() {
            if number == 0 || inputs == 1 {
                laid_out.push(Part::by_input(unit, numbers, inputs, outputs));
            } else if number + 3 == parts.len() {
                // What the scores are made of: states and the segment's vector are multiples of different numbers.
                laid_out.push(Part::new(unit, numbers, 0..states, outputs));
                laid_out.push(Part::new(unit, numbers, states..inputs, outputs));
            } else {
                laid_out.push(Part::new(unit, numbers, 0..inputs, outputs));
            }
        }
        Some(Self { shape, parts: laid_out })
    }

    /// The score of each label for each segment, a row a segment. Scores of a segment are comparable, as logarithms of odds.
    pub fn scores(&self, looks: &[Attributes]) -> Vec<f32> {
        let Shape { rank, labels, .. } = self.shape;
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
        let [of_states, of_vector, score, bias] = &self.parts[self.parts.len() - 4..] else { return Vec::new() };
        let (bias, score_unit) = (bias.added(), score.unit * SHORT);
        let mut scores = vec![0.0; count * labels];
        let mut short = vec![[0; 32]; score.row];
        let (mut first, mut second, mut whole_scores) = (vec![0; rank], vec![0; rank], vec![0; labels]);
        for (at, row) in scores.chunks_exact_mut(labels).enumerate() {
            of_states.products(&states[at * of_states.row..][..of_states.row], &mut first);
            of_vector.products(&vectors[at * of_vector.row..][..of_vector.row], &mut second);
            for ((out, &first), &second) in short.as_flattened_mut().iter_mut().zip(&first).zip(&second) {
                let sum = first as f32 * STATE + second as f32 * VECTOR;
                *out = whole(sum * of_states.unit / SHORT);
            }
            score.products(&short, &mut whole_scores);
            for ((out, &product), add) in row.iter_mut().zip(&whole_scores).zip(&bias) {
                *out = product as f32 * score_unit + add;
            }
        }
        scores
    }

    /// Each segment's vector, a row a segment.
    fn vectors(&self, looks: &[Attributes]) -> Vec<Chunk> {
        let [table, bias] = &self.parts[..2] else { return Vec::new() };
        let bias = bias.added();
        let mut vectors = vec![[0i16; 32]; looks.len() * table.row];
        for (look, row) in looks.iter().zip(vectors.chunks_exact_mut(table.row)) {
            for input in inputs(look) {
                for (sums, numbers) in row.iter_mut().zip(&table.numbers[input * table.row..]) {
                    sums.iter_mut().zip(numbers).for_each(|(sum, n)| *sum += n);
                }
            }
            for (sum, add) in row.as_flattened_mut().iter_mut().zip(&bias) {
                *sum = whole((f32::from(*sum) * table.unit + add).max(0.0) / VECTOR);
            }
        }
        vectors
    }

    /// The states of a layer, each way, for each segment, a row a segment.
    fn layer(&self, layer: usize, input: &[Chunk], unit: f32, count: usize) -> Vec<Chunk> {
        let hidden = self.shape.hidden;
        let row = chunks(WAYS * hidden);
        let mut states = vec![[0; 32]; count * row];
        let (mut exact, mut state) = (vec![0.0f32; hidden], vec![[0; 32]; chunks(hidden)]);
        let (mut seen, mut kept, mut gates) = (vec![0; 2 * hidden], vec![0; 2 * hidden], vec![0.0f32; 2 * hidden]);
        for way in 0..WAYS {
            let [outer, inner, bias] = &self.parts[2 + (layer * WAYS + way) * 3..][..3] else { return states };
            let (bias, outer_unit, inner_unit) = (bias.added(), outer.unit * unit, inner.unit * STATE);
            exact.fill(0.0);
            state.fill([0; 32]);
            for step in 0..count {
                let at = if way == 0 { step } else { count - 1 - step };
                outer.products(&input[at * outer.row..][..outer.row], &mut seen);
                inner.products(&state, &mut kept);
                for (((gate, &seen), &kept), add) in gates.iter_mut().zip(&seen).zip(&kept).zip(&bias) {
                    *gate = seen as f32 * outer_unit + kept as f32 * inner_unit + add;
                }
                let (open, new) = gates.split_at_mut(hidden);
                for x in &mut *open {
                    *x = sigmoid(*x);
                }
                for x in &mut *new {
                    *x = tanh(*x);
                }
                let state = &mut state.as_flattened_mut()[..hidden];
                for (((exact, state), open), new) in exact.iter_mut().zip(&mut *state).zip(open).zip(new) {
                    *exact += *open * (*new - *exact);
                    let size = below((*exact / STATE).abs() + 0.5);
                    *state = if *exact < 0.0 { -size } else { size } as i16;
                }
                states.as_flattened_mut()[at * row * 32 + way * hidden..][..hidden].copy_from_slice(state);
            }
        }
        states
    }
}

/// The nearest whole number that fits.
fn whole(x: f32) -> i16 {
    (x + if x < 0.0 { -0.5 } else { 0.5 }) as i16
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
