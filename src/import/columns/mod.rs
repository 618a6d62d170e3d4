//! What the columns and rows of a table hold: where its headings are, which of its rows repeat others,
//! and how a row becomes figures.

pub mod balances;
pub mod chapters;
pub mod column_names;
pub mod file_kind;
pub mod first_rows;
pub mod heads;
pub mod json;
pub mod json_stat;
pub mod mapping;
pub mod preview;
pub mod series;
pub mod stacked;
pub mod subtotals;
pub mod trade_row;
pub mod unused;
pub mod versions;
pub mod wide;
pub mod within;
