//! Products of matrices and rows of numbers. A matrix is laid out by its inputs. Four rows are taken at a time, so that sums are
//! read and written once for the four.

/// Adds the product of a vector and a matrix to `sum`.
pub fn multiply(sum: &mut [f32], vector: &[f32], matrix: &[f32]) {
    let size = sum.len();
    let (fours, rest) = vector.as_chunks::<4>();
    let (front, back) = matrix.split_at(fours.len() * 4 * size);
    for (x, columns) in fours.iter().zip(front.chunks_exact(4 * size)) {
        if x.iter().any(|&x| x != 0.0) {
            add_four(sum, *x, [0, 1, 2, 3].map(|i| &columns[i * size..][..size]));
        }
    }
    for (&x, column) in rest.iter().zip(back.chunks_exact(size)) {
        add(sum, x, column);
    }
}

/// Adds to a matrix the outer products of each row of `inputs` with that of `outputs`; rows are `input` and `output` long.
pub fn outer(matrix: &mut [f32], (inputs, input): (&[f32], usize), (outputs, output): (&[f32], usize)) {
    let count = outputs.len() / output;
    let mut at = 0;
    while at + 4 <= count {
        let rows = [0, 1, 2, 3].map(|i| &outputs[(at + i) * output..][..output]);
        for (i, column) in matrix.chunks_exact_mut(output).enumerate() {
            let x = [0, 1, 2, 3].map(|step| inputs[(at + step) * input + i]);
            if x.iter().any(|&x| x != 0.0) {
                add_four(column, x, rows);
            }
        }
        at += 4;
    }
    for at in at..count {
        for (i, column) in matrix.chunks_exact_mut(output).enumerate() {
            add(column, inputs[at * input + i], &outputs[at * output..][..output]);
        }
    }
}

/// A matrix with its inputs and outputs changed over.
pub fn turned(matrix: &[f32], inputs: usize, outputs: usize) -> Vec<f32> {
    (0..outputs).flat_map(|output| (0..inputs).map(move |input| matrix[input * outputs + output])).collect()
}

/// Adds `factor` times the front of `column` to `sum`.
pub fn add(sum: &mut [f32], factor: f32, column: &[f32]) {
    sum.iter_mut().zip(column).for_each(|(s, c)| *s += factor * c);
}

fn add_four(sum: &mut [f32], factors: [f32; 4], columns: [&[f32]; 4]) {
    let size = sum.len();
    let [first, second, third, fourth] = columns.map(|column| &column[..size]);
    for i in 0..size {
        sum[i] += (factors[0] * first[i] + factors[1] * second[i]) + (factors[2] * third[i] + factors[3] * fourth[i]);
    }
}
