//! What every room uses and none owns: collecting and sorting that save a reader's bytes, and the
//! cells of CSV files that leave us.

mod collect;
pub mod csv_cells;
mod sort;

pub use collect::CollectVec;
pub use sort::{sort, sort_by_key, sorted_indices};
