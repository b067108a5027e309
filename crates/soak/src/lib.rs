//! What every reading promises, and damaged texts to hold it to.

pub mod bytes;
pub mod damage;
pub mod decide;
pub mod families;
pub mod growth;
pub mod process;
pub mod promises;
pub mod shrink;
