//! What a file holds: figures, or names for the codes of other files.

use crate::import::ASKS;
use crate::import::cells::dates::{Dates, period};
use crate::import::cells::vocabulary::flow_in;
use crate::import::layouts::{Layout, plain};

/// What a file holds.
#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "one a file")]
pub enum Kind {
    Trade(Layout),
    /// Names for codes: the places of code and name, and whose they are.
    Names {
        code: usize,
        name: usize,
        countries: bool,
    },
}

/// Tables of names, as CEPII's come with its data.
pub fn names(header: &[String]) -> Option<Kind> {
    let header: Vec<String> = header.iter().map(|name| plain(name)).collect();
    let place = |names: &[&str]| header.iter().position(|own| names.contains(&own.as_str()));
    // Until V202301 countries had a full name and a short one.
    let name = place(&["countryname", "countrynamefull"]).or(place(&["countrynameabbreviation"]));
    if let (Some(code), Some(name)) = (place(&["countrycode"]), name) {
        // What others are called takes words that only the reader has that asks.
        if !ASKS && !header.iter().all(|name| name.starts_with("country")) {
            return None;
        }
        // A table of trade may have such columns, too, among others of months and figures.
        let dated = |name: &String| period(name.as_bytes(), Dates::default()).is_some();
        // And one of a year's exports, which are called by nothing else.
        let figures = header.iter().any(|name| {
            matches!(name.as_str(), "year" | "value" | "time" | "period") || flow_in(name).is_some()
        });
        return (header.len() <= 8 && (!ASKS || !figures && !header.iter().any(dated)))
            .then_some(Kind::Names { code, name, countries: true });
    }
    let (code, name) = (place(&["code"])?, place(&["description"])?);
    (header.len() == 2).then_some(Kind::Names { code, name, countries: false })
}
