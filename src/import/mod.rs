//! Trade data as others publish them, however large: bytes in, in pieces; out come sums by month,
//! direction, reporter, partner and product, and whatever could not be read, with its place.
//!
//! [`head`] tells what a file is, [`records`] cuts its bytes into fields by the [`ends`] of them,
//! [`layout`] says what the columns hold, or a [`mapping`] does, a [`row`] is read by its [`values`],
//! and a [`Reader`] passes file after file into a [`store`]. A [`listing`] of it is chosen from, and the
//! [`figures`] of a [`choice`] become our own [tidy](mod@tidy) format, which the rest of the library reads as it
//! reads the bundled data.

mod choice;
mod countries;
pub mod dataset;
mod ends;
mod figures;
mod head;
mod headings;
mod layout;
mod listing;
mod mapping;
mod parts;
mod reader;
mod records;
mod row;
mod store;
mod tidy;
mod values;

pub use choice::Choice;
pub use countries::{CountryNames, alpha2, countries};
pub use head::encoding;
pub use listing::{Ranked, Totals, extent, first_product, partners, products, reporters, totals};
pub use parts::{Part, Parts};
pub use reader::{Counted, MOST_SLIPS, NAMES, Reader, Refusal, RowError, Table};
pub use store::{Counts, Entry, Joined, Names, Store, Sums, Trade};
pub use tidy::{Tidy, export, tidy};
