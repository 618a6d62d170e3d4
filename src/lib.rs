//! Trade statistics, read, computed and drawn: the library behind the page and the program.
//!
//! Data flow one way: [`import`] makes a data set in the words of [`trade`], [`statistics`] are
//! computed from it, [`stories`] judges a story by them, [`charts`] makes of a [`query`] what is
//! shown, [`wording`] says it, and [`drawing`] draws it on any backend.
//!
//! A data set is made of texts, each a CSV file with its columns named; here two months of tea:
//!
//! ```
//! use xenotime::charts::{Query, open};
//! use xenotime::import::dataset::{Bundle, read_bundle};
//! use xenotime::statistics::{Comparison, amount, change};
//! use xenotime::trade::{Month, Period};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let bundle = Bundle {
//!     observations: "period,months,flow,measure,product,partner,value,unit,status,source,note
//! 2023-05,1,export,volume,tea,WLD,80,t,reported,gazette,
//! 2024-05,1,export,volume,tea,WLD,100,t,reported,gazette,
//! ",
//!     sources: "source,publisher,published,title,url
//! gazette,The Gazette,2024-06-10,Figures of the customs house,https://example.org/gazette
//! ",
//!     products: "product,label,hs,note\ntea,Tea,0902,\n",
//!     events: "date,title,effect,url\n",
//!     dataset: "key,value\nreporter_name_en,Valdoria\ndefault_product,tea\n",
//!     partners: "",
//! };
//! let dataset = read_bundle(bundle).map_err(|errors| format!("{errors:?}"))?;
//! # assert_eq!(dataset.reporter(), "Valdoria");
//! #
//! // What the page and the program show of an address is a view; it always answers.
//! let (query, problems) = Query::parse_over("?month=2024-05", &dataset);
//! assert!(problems.is_empty());
//! let (view, words) = open(&dataset, &query);
//! assert!(words.is_empty());
//! assert_eq!(view.month.to_string(), "2024-05");
//! assert_eq!(
//!     view.headline,
//!     "Valdoria’s exports of tea rose 25.0% year on year to 100 t in May 2024"
//! );
//!
//! // The figures themselves are the statistics', each known or with the reason why it is not.
//! let series = dataset.series(&query.key());
//! let may = Period::month(Month::parse("2024-05").ok_or("no month")?);
//! assert_eq!(amount(&series, may).map(|amount| amount.value), Ok(100.0));
//! let change = change(&series, may, Comparison::YearOnYear);
//! assert_eq!(change.and_then(|change| change.percent()), Ok(25.0));
//! # Ok(())
//! # }
//! ```

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod charts;
#[cfg(feature = "containers")]
pub mod containers;
pub mod drawing;
pub mod import;
pub mod query;
#[cfg(feature = "saving")]
pub mod saving;
pub mod statistics;
pub mod stories;
pub mod tables;
pub mod trade;
mod util;
pub mod wording;
