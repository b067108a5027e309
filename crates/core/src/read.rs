//! Reading: text in, [`Parsed`] out. Never fails.

use crate::parsed::{Ledger, Parsed};
use crate::source::SourceText;

/// Reads a résumé from text of any kind.
pub fn read(text: &str) -> Parsed {
    let source = SourceText::new(text);
    let ledger = Ledger::new(&source, &[]);
    Parsed { source, ledger, ..Parsed::default() }
}
