//! The table of weights: how much each feature, and each pair of neighbours, speaks for each label.

use std::sync::OnceLock;

use super::features::{self, LINE_STATES, Looks};
use super::label::Label;

/// Weights learned offline; see `crates/train`. It holds numbers and no words.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The labels it knows.
    pub labels: Vec<Label>,
    /// For each feature, where its weights start in `weights`; one more at the end.
    starts: Vec<u32>,
    /// Pairs of label and weight.
    weights: Vec<(u8, f32)>,
    /// By line state, label before, and label: a dense table.
    pub transitions: Vec<f32>,
}

impl Model {
    /// The model that ships.
    pub fn shipped() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Self::from_bytes(include_bytes!("weights.bin")))
    }

    /// A model of the given weights, by feature and label, and transitions, by line state, label before and label.
    pub fn new(labels: Vec<Label>, features: &[Vec<(u8, f32)>], transitions: Vec<f32>) -> Self {
        let mut starts = vec![0];
        let mut weights = Vec::new();
        for row in features {
            weights.extend_from_slice(row);
            starts.push(weights.len() as u32);
        }
        Self { labels, starts, weights, transitions }
    }

    /// Reads what [`Model::to_bytes`] wrote. Bytes that do not fit are read as no weights.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self::parse(bytes).unwrap_or_default()
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let mut at = Reader(bytes);
        let scale = f32::from_le_bytes(at.take(4)?.try_into().ok()?);
        let count = usize::from(*at.take(1)?.first()?);
        let labels: Vec<Label> =
            at.take(3 * count)?.chunks(3).map(|b| Label::from_bytes([b[0], b[1], b[2]])).collect::<Option<_>>()?;
        let weight = |byte: u8| f32::from(byte.cast_signed()) * scale;
        let mut transitions = vec![0.0; LINE_STATES * count * count];
        for row in transitions.chunks_mut(count) {
            let pairs = usize::from(*at.take(1)?.first()?);
            for pair in at.take(2 * pairs)?.chunks(2) {
                *row.get_mut(usize::from(pair[0]))? = weight(pair[1]);
            }
        }
        let mut features = vec![Vec::new(); features::COUNT];
        let mut feature = 0;
        while !at.0.is_empty() {
            // A gap of 255 goes on in the next byte.
            loop {
                let gap = *at.take(1)?.first()?;
                feature += usize::from(gap);
                if gap < 255 {
                    break;
                }
            }
            let pairs = usize::from(*at.take(1)?.first()?);
            let row = features.get_mut(feature)?;
            for pair in at.take(2 * pairs)?.chunks(2) {
                if usize::from(pair[0]) >= count {
                    return None;
                }
                row.push((pair[0], weight(pair[1])));
            }
        }
        Some(Self::new(labels, &features, transitions))
    }

    /// The model as bytes, its weights rounded to 127 steps of the largest one.
    pub fn to_bytes(&self) -> Vec<u8> {
        let largest =
            self.weights.iter().map(|w| w.1).chain(self.transitions.iter().copied()).fold(1e-6, |m: f32, w| m.max(w.abs()));
        let scale = largest / 127.0;
        let rounded = |w: f32| (w / scale).round() as i8;
        let count = self.labels.len();
        let mut bytes = scale.to_le_bytes().to_vec();
        // 255 stands for no label in the decoder.
        debug_assert!(count < 255, "labels are numbered by a byte");
        bytes.push(count as u8);
        bytes.extend(self.labels.iter().flat_map(|l| l.to_bytes()));
        let push_row = |bytes: &mut Vec<u8>, row: Vec<(u8, i8)>| {
            bytes.push(row.len() as u8);
            bytes.extend(row.iter().flat_map(|&(l, w)| [l, w.cast_unsigned()]));
        };
        for row in self.transitions.chunks(count.max(1)) {
            let row = row.iter().enumerate().map(|(l, &w)| (l as u8, rounded(w))).filter(|p| p.1 != 0).collect();
            push_row(&mut bytes, row);
        }
        let mut last = 0;
        for feature in 0..self.starts.len().saturating_sub(1) {
            let row: Vec<_> = self.row(feature).iter().map(|&(l, w)| (l, rounded(w))).filter(|p| p.1 != 0).collect();
            if row.is_empty() {
                continue;
            }
            let mut gap = feature - last;
            while gap >= 255 {
                bytes.push(255);
                gap -= 255;
            }
            bytes.push(gap as u8);
            push_row(&mut bytes, row);
            last = feature;
        }
        bytes
    }

    fn row(&self, feature: usize) -> &[(u8, f32)] {
        &self.weights[self.starts[feature] as usize..self.starts[feature + 1] as usize]
    }

    /// How much each segment's features speak for each label: a row of `labels.len()` numbers a segment.
    pub fn emissions(&self, looks: &Looks) -> Vec<f32> {
        let count = self.labels.len();
        let mut scores = vec![0.0; looks.all.len() * count];
        if count == 0 {
            return scores;
        }
        for (at, row) in scores.chunks_mut(count).enumerate() {
            features::active(looks, at, |feature| {
                for &(label, weight) in self.row(feature) {
                    row[usize::from(label)] += weight;
                }
            });
        }
        scores
    }

    /// What the steps from label `before` to each label score in a line state.
    pub fn steps(&self, state: usize, before: usize) -> &[f32] {
        let count = self.labels.len();
        let at = (state * count + before) * count;
        &self.transitions[at..at + count]
    }

    /// What the step from label `before` to label `label` scores in a line state.
    pub fn transition(&self, state: usize, before: usize, label: usize) -> f32 {
        self.steps(state, before)[label]
    }
}

/// Bytes that are taken from the front.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }
}
