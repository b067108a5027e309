//! What every reading promises, and damaged texts to hold it to.

pub mod damage;
pub mod decide;
pub mod promises;
pub mod shrink;
