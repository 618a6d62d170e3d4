//! What every room uses and none owns: collecting, sorting, letters, decimals and records that save a reader's bytes,
//! and the cells of CSV files that leave us.

mod collect;
pub mod csv_cells;
mod decimal;
mod lent;
mod letters;
mod records;
mod sort;

pub use collect::{CollectVec, add_missing, in_order};
pub use decimal::{DECIMALS, fixed, read_decimal, short, three_figures, within};
pub use lent::{Lower, number_in};
pub use letters::has;
pub use records::{Record, Records};
pub use sort::{sort, sort_by_key, sort_unique, sorted_indices};
