//! The model: the labels that there are, and the network that scores them.

use std::sync::OnceLock;

use super::label::Label;
use super::network::{Network, Shape};

/// What was learned offline; see `crates/train`. It holds numbers and no words.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The labels it knows.
    pub labels: Vec<Label>,
    /// Scores them.
    pub network: Network,
}

impl Model {
    /// The model that ships.
    pub fn shipped() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Self::from_bytes(include_bytes!("weights.bin")))
    }

    /// Reads a model: the bytes of its shape (width, hidden, rank, labels), three a label, and for each part of the network
    /// what one is worth, as a little-endian float, and its numbers, a byte each. Bytes that do not fit make a model that
    /// knows no labels.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self::parse(bytes).unwrap_or_default()
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let mut bytes = bytes;
        let mut take = |count: usize| {
            let (taken, rest) = bytes.split_at_checked(count)?;
            bytes = rest;
            Some(taken)
        };
        let &[width, hidden, rank, labels] = take(4)? else { return None };
        let [width, hidden, rank, count] = [width, hidden, rank, labels].map(usize::from);
        let labels = take(3 * count)?.chunks(3).map(|b| Label::from_bytes([b[0], b[1], b[2]])).collect::<Option<_>>()?;
        let shape = Shape { width, hidden, rank, labels: count };
        let mut parts: Vec<(f32, Vec<i8>)> = Vec::new();
        for (inputs, outputs) in shape.parts() {
            let unit = f32::from_le_bytes(take(4)?.try_into().ok()?);
            parts.push((unit, take(inputs * outputs)?.iter().map(|b| b.cast_signed()).collect()));
        }
        let parts: Vec<(f32, &[i8])> = parts.iter().map(|(unit, numbers)| (*unit, numbers.as_slice())).collect();
        Some(Self { labels, network: Network::new(shape, &parts)? })
    }
}
