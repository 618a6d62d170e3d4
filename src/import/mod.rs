//! Trade data as others publish them, however large: bytes in, in pieces; out come sums by month,
//! direction, reporter, partner and product, and whatever could not be read, with its place.
//!
//! [`head`] tells what a file is, [`records`] cuts its bytes into fields by the [`ends`] of them,
//! [`layouts`] say what the columns hold, or a [`mapping`] does, a [`row`] is read by its [`values`],
//! and a [`Reader`] passes file after file into a [`store`], which adds up [`exact`] decimals. A [`listing`] of
//! it is chosen from, and the [`figures`] of a [`choice`] become our own [tidy](mod@tidy) format, which the rest
//! of the library reads as it reads the bundled data.

mod asking;
mod balances;
mod breakdown;
mod cell_numbers;
mod chapters;
mod choice;
mod column_names;
mod countries;
pub mod dataset;
mod dates;
mod ends;
mod exact;
mod figures;
mod file_kind;
mod first_rows;
mod goods_names;
mod head;
mod heads;
mod json;
mod layouts;
mod listing;
mod mapping;
mod parcel;
mod parts;
mod preview;
mod questions;
mod reader;
mod records;
mod refusal;
mod stacked;
mod store;
mod subtotals;
mod sums;
mod supposed;
mod tidy;
mod titles;
mod trade_row;
mod unused;
mod versions;
mod vocabulary;
mod whole_file;
mod wide;
mod within;

/// Whether this module can ask at all. The one that cannot is a third smaller for it: it reads files of known
/// layouts, and what stands behind this is not in it.
const ASKS: bool = cfg!(feature = "ask");

pub use asking::{AnswerOption, Question, answered, is_question};
pub use breakdown::{
    Broken, Figure, Place, by_partner, by_product, known_periods, partner_label, product_label,
};
pub use choice::Choice;
#[cfg(feature = "program")]
pub use countries::COUNTRIES;
pub use countries::{CountryNames, alpha2, countries};
#[cfg(feature = "program")]
pub use goods_names::GOODS;
pub use head::encoding;
pub use layouts::layouts;
pub use listing::{
    Ranked, Totals, extent, first_product, goods, partners, products, reporters, totals,
    unnamed_goods,
};
pub use parts::{Part, Parts};
pub use reader::{
    Counted, Explained, MOST_ERRORS, NAMES, Reader, RowError, Stretch, direction, first_record,
    rank,
};
pub use refusal::{Refusal, Table};
pub use store::{Amounts, Counts, Entry, Joined, Names, Store, Sums, Trade, is_made};
pub use tidy::{Tidy, export, product_codes, reporter_name as reporter_label, tidy};
pub use vocabulary::System;
