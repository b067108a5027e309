//! Parts of a network: matrices of small whole numbers, and their products.

use std::ops::Range;

use wide::{i16x8, i32x4};

/// Two numbers of a vector that is multiplied. Where a vector has an odd number of them, the last one is 0.
pub type Pair = [i16; 2];

/// Products of so many outputs are made together: as many as fit into a processor's registers.
const TOGETHER: usize = 32;

/// What outputs that are made together add up to.
pub type Products = [i32; TOGETHER];

/// A part of a network: small whole numbers, and what one is worth.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// For each pair of inputs the numbers of some outputs, two an output; for these outputs all pairs, then for the next.
    rows: Vec<[i16x8; TOGETHER / 4]>,
    /// How many pairs of inputs there are.
    pairs: usize,
    /// What one is worth.
    pub unit: f32,
}

impl Part {
    /// A part from numbers by input: those of `inputs`, of which there are so many outputs.
    pub fn new(unit: f32, numbers: &[i8], inputs: Range<usize>, outputs: usize) -> Self {
        let pairs = inputs.len().div_ceil(2);
        let mut rows = Vec::with_capacity(pairs * outputs.div_ceil(TOGETHER));
        for first in (0..outputs).step_by(TOGETHER) {
            for pair in inputs.clone().step_by(2) {
                let number = |output: usize, input: usize| {
                    let known = output < outputs && input < inputs.end;
                    if known { i16::from(numbers[input * outputs + output]) } else { 0 }
                };
                let four = |block: usize| i16x8::new(std::array::from_fn(|at| number(first + block * 4 + at / 2, pair + at % 2)));
                rows.push(std::array::from_fn(four));
            }
        }
        Self { rows, pairs, unit }
    }

    /// Room for the product of each output with a vector.
    pub fn room(&self) -> Vec<Products> {
        vec![[0; TOGETHER]; self.rows.len() / self.pairs.max(1)]
    }

    /// The product of each output with a vector.
    pub fn products(&self, vector: &[Pair], products: &mut [Products]) {
        for (products, rows) in products.iter_mut().zip(self.rows.chunks_exact(self.pairs.max(1))) {
            let mut sums = [i32x4::ZERO; TOGETHER / 4];
            for (row, &[a, b]) in rows.iter().zip(vector) {
                let pair = i16x8::new([a, b, a, b, a, b, a, b]);
                sums.iter_mut().zip(row).for_each(|(sum, numbers)| *sum += numbers.dot(pair));
            }
            products.as_chunks_mut().0.iter_mut().zip(sums).for_each(|(products, sums)| *products = sums.to_array());
        }
    }
}

/// A part whose inputs are on or off.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What each input adds to eight outputs; for these all inputs, then for the next.
    columns: Vec<Vec<i16x8>>,
    /// What one is worth.
    pub unit: f32,
}

impl Table {
    /// A table from numbers by input, of which there are so many outputs.
    pub fn new(unit: f32, numbers: &[i8], outputs: usize) -> Self {
        let column = |first: usize| {
            let eight = |row: &[i8]| i16x8::new(std::array::from_fn(|at| row.get(first + at).map_or(0, |&n| i16::from(n))));
            numbers.chunks_exact(outputs).map(eight).collect()
        };
        Self { columns: (0..outputs).step_by(8).map(column).collect(), unit }
    }

    /// Room for what inputs add up to.
    pub fn room(&self) -> Vec<[i16; 8]> {
        vec![[0; 8]; self.columns.len()]
    }

    /// Sets `sums` to what those inputs add up to that are on.
    pub fn sum(&self, inputs: &[usize], sums: &mut [[i16; 8]]) {
        for (sum, column) in sums.iter_mut().zip(&self.columns) {
            *sum = inputs.iter().fold(i16x8::ZERO, |sum, &input| sum + column[input]).to_array();
        }
    }
}
