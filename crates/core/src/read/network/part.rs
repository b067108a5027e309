//! Parts of a network: matrices of small whole numbers, and their products.

use std::ops::Range;

use wide::{i16x8, i32x4};

/// Two numbers of a vector that is multiplied. Where a vector has an odd number of them, the last one is 0.
pub type Pair = [i16; 2];

/// Products of so many outputs are made together: as many as fit into a processor's registers.
const TOGETHER: usize = 32;

/// As many numbers as are multiplied at once: two for each of four outputs.
type Eight = [i16; 8];

/// A part of a network: small whole numbers, and what one is worth.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// For each pair of inputs the numbers of the outputs that are made together; for these all pairs, then for the next.
    rows: Vec<[Eight; TOGETHER / 4]>,
    /// How many pairs of inputs there are.
    pairs: usize,
    /// What one is worth.
    pub unit: f32,
}

impl Part {
    /// A part from numbers by input: those of `inputs`, of which there are so many outputs.
    pub fn new(unit: f32, numbers: &[i8], inputs: Range<usize>, outputs: usize) -> Self {
        let pairs = inputs.len().div_ceil(2);
        let mut rows = vec![[[0; 8]; TOGETHER / 4]; pairs * outputs.div_ceil(TOGETHER)];
        let flat = rows.as_flattened_mut().as_flattened_mut();
        for (at, input) in inputs.enumerate() {
            for output in 0..outputs {
                let row = output / TOGETHER * pairs + at / 2;
                flat[(row * TOGETHER + output % TOGETHER) * 2 + at % 2] = i16::from(numbers[input * outputs + output]);
            }
        }
        Self { rows, pairs, unit }
    }

    /// Room for the product of each output with a vector.
    pub fn room(&self) -> Vec<i32> {
        vec![0; self.rows.len() / self.pairs.max(1) * TOGETHER]
    }

    /// The product of each output with a vector.
    pub fn products(&self, vector: &[Pair], products: &mut [i32]) {
        let products = products.as_chunks_mut::<TOGETHER>().0;
        for (products, rows) in products.iter_mut().zip(self.rows.chunks_exact(self.pairs.max(1))) {
            let mut sums = [i32x4::ZERO; TOGETHER / 4];
            for (row, &[a, b]) in rows.iter().zip(vector) {
                let pair = i16x8::new([a, b, a, b, a, b, a, b]);
                sums.iter_mut().zip(row).for_each(|(sum, &numbers)| *sum += i16x8::new(numbers).dot(pair));
            }
            products.as_chunks_mut().0.iter_mut().zip(sums).for_each(|(products, sums)| *products = sums.to_array());
        }
    }
}

/// A part whose inputs are on or off.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What each input adds to eight outputs; for these all inputs, then for the next.
    columns: Vec<Eight>,
    /// How many inputs there are.
    inputs: usize,
    /// What one is worth.
    pub unit: f32,
}

impl Table {
    /// A table from numbers by input, of which there are so many outputs.
    pub fn new(unit: f32, numbers: &[i8], inputs: usize, outputs: usize) -> Self {
        let mut columns = vec![[0; 8]; inputs * outputs.div_ceil(8)];
        for (at, &n) in numbers.iter().enumerate() {
            let (input, output) = (at / outputs, at % outputs);
            columns[output / 8 * inputs + input][output % 8] = i16::from(n);
        }
        Self { columns, inputs, unit }
    }

    /// Sets `sums`, which has a place for each output and up to seven more, to what those inputs add up to that are on.
    pub fn sum(&self, inputs: &[usize], sums: &mut [i16]) {
        let sums = sums.as_chunks_mut().0;
        for (sum, column) in sums.iter_mut().zip(self.columns.chunks_exact(self.inputs.max(1))) {
            *sum = inputs.iter().fold(i16x8::ZERO, |sum, &input| sum + i16x8::new(column[input])).to_array();
        }
    }
}
