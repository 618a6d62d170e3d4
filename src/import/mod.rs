//! Trade data as others publish them, however large: bytes in, in pieces; out come sums by month,
//! direction, reporter, partner and product, and whatever could not be read, with its place.
//!
//! [`bytes`] are cut into fields, [`cells`] are understood one by one, [`layouts`] say what the columns of known
//! files hold and [`columns`] find it in any others, and [`questions`] are asked about what a file does not say. A
//! [`Reader`] passes file after file into a [`store`], which adds up exact decimals; what is [`opened`] so is
//! listed, chosen from and becomes our own [tidy](mod@tidy) format, which the rest of the library reads as it
//! reads the bundled data.

mod asking;
mod bytes;
mod cells;
mod columns;
pub mod dataset;
mod layouts;
mod opened;
mod questions;
mod reader;
mod refusal;
mod store;

/// Whether this module can ask at all. The one that cannot reads files of known layouts, and what stands behind this is
/// not in it. Nor are the words of all languages: a cell that takes them leaves its file to the module that asks
/// (`Memory::is_plain`).
const ASKS: bool = cfg!(feature = "ask");

pub use asking::{AnswerOption, Question, answered, is_question};
pub use bytes::head::encoding;
#[cfg(feature = "program")]
pub use cells::countries::COUNTRIES;
pub use cells::countries::{CountryNames, alpha2, countries};
#[cfg(feature = "program")]
pub use cells::goods_names::GOODS;
pub use cells::vocabulary::System;
pub use layouts::layouts;
pub use opened::breakdown::{
    Broken, Figure, Place, by_partner, by_product, known_periods, partner_label, product_label,
};
pub use opened::choice::Choice;
pub use opened::listing::{
    Ranked, Totals, extent, first_product, goods, partners, products, reporters, totals,
    unnamed_goods,
};
pub use opened::tidy::{Tidy, export, product_codes, reporter_name as reporter_label, tidy};
pub use reader::{
    Counted, Explained, MOST_ERRORS, NAMES, Reader, RowError, Stretch, direction, first_record,
    rank,
};
pub use refusal::{Refusal, Table};
pub use store::parts::{Part, Parts};
pub use store::{Amounts, Counts, Entry, Joined, Names, Store, Sums, Trade, is_made};
