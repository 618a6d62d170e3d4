//! Trade data as others publish them, however large: bytes in, in pieces; out come sums by month,
//! direction, reporter, partner and product, and whatever could not be read, with its place.
//!
//! [`records`] cuts bytes into fields, [`layout`] says what the columns hold, [`values`] reads the
//! cells, a [`Reader`] passes file after file into a [`store`], and a [`choice`] of it becomes our own
//! tidy format, which the rest of the library reads as it reads the bundled data.

mod choice;
mod countries;
mod ends;
mod headings;
mod layout;
mod parts;
mod reader;
mod records;
mod store;
mod values;

pub use choice::{
    Choice, Ranked, Tidy, Totals, export, extent, first_product, partners, products, reporters,
    tidy, totals,
};
pub use countries::{CountryNames, alpha2, countries};
pub use layout::MAPPED;
pub use parts::{Part, Parts};
pub use reader::{Counted, MOST_SLIPS, NAMES, Reader, Refusal, Slip, Table, encoding};
pub use store::{Counts, Entry, Names, Store, Sums, Trade};
