//! What becomes of a draft on the shelf, and reading it from there.

use faircopy::History;

use crate::draft::{Unusable, from_record};
use crate::shelf::{self, NotSaved};

/// What became of the draft.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Saving {
    /// Nothing was there to save.
    Nothing,
    /// Saved, at this time in milliseconds since 1970.
    Saved(f64),
    /// Changes are not kept.
    Not(NotSaved),
    /// What was stored last could not be read, and this is the version before it, of this time.
    Older(f64),
    /// A later version of the program wrote what is stored, and this is a new document beside it.
    Newer,
    /// Nothing of what was stored could be read; from here on it is saved again.
    Damaged,
}

/// Reads the newest version of the chosen document that can be read.
pub async fn read() -> (History, Saving) {
    let mut saving = Saving::Nothing;
    loop {
        match shelf::older().await {
            Err(error) => return (History::default(), Saving::Not(error.into())),
            Ok(record) => {
                let Some(record) = record.as_string() else { return (History::default(), saving) };
                match from_record(&record) {
                    Ok(history) if saving == Saving::Nothing => return (history, Saving::Saved(saved_at())),
                    Ok(history) => return (history, Saving::Older(saved_at())),
                    Err(Unusable::Newer) => {
                        // What is typed here has to go elsewhere.
                        shelf::begin(None);
                        return (History::default(), Saving::Newer);
                    }
                    Err(Unusable::Damaged) => saving = Saving::Damaged,
                }
            }
        }
    }
}

fn saved_at() -> f64 {
    shelf::saved_at().unwrap_or_default()
}
