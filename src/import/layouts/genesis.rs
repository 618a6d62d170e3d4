//! Germany's GENESIS: flat files of the tables of foreign trade. Variables stand in numbered columns in
//! the order of the table; the codes beside them say which is which.

use super::{BASE, Known, Role};
use crate::import::cells::countries::List;

/// A flat file of a table of foreign trade.
pub const TABLE: Known = Known {
    name: "Destatis GENESIS",
    url: "https://www-genesis.destatis.de/datenbank/online/statistic/51000",
    seen: "2026-11-27",
    columns: &[
        (Role::Year, "time"),
        (Role::Month, "?monatlabel"),
        (Role::Partner, "?ländercode"),
        (Role::PartnerName, "?länderlabel"),
        (Role::Product, "?warencode"),
        (Role::ProductName, "?warenlabel"),
        (Role::Flow, "valuevariablelabel"),
        (Role::Measure, "valuevariablelabel"),
        (Role::Unit, "valueunit"),
        (Role::Amount, "value"),
    ],
    parts: "statisticscode|statisticslabel|timecode|timelabel|1variablecode|1variablelabel|2variablecode|2variablelabel|3variablecode|3variablelabel|4variablecode|4variablelabel|valuevariablecode|monatcode",
    reporter: Some("DEU"),
    money: "",
    list: List::Geonom,
    ..BASE
};

/// What the codes of variables that the layout knows begin with, and what their columns are called then.
const VARIABLES: [(&str, &str); 4] =
    [("MONAT", "Monat"), ("STLA", "Länder"), ("LAND", "Länder"), ("WA", "Waren")];

/// Calls the numbered columns of a flat file by the variables that the first row says they hold.
pub fn named(header: &mut [String], row: &[String]) {
    let of = |header: &[String], name: &str| header.iter().position(|own| own == name);
    for number in 1..=9 {
        let Some(at) = of(header, &format!("{number}_variable_code")) else { break };
        let code = row.get(at).map_or("", String::as_str);
        let label = of(header, &format!("{number}_variable_label"))
            .and_then(|at| row.get(at))
            .map_or("", String::as_str);
        // Codes change with the tables, their labels do not.
        let known = VARIABLES.iter().find(|(start, _)| code.starts_with(start));
        let known = known.or_else(|| VARIABLES.iter().find(|(_, name)| label.starts_with(name)));
        let Some((_, name)) = known else { continue };
        for part in ["code", "label"] {
            let own = format!("{number}_variable_attribute_{part}");
            if let Some(column) = of(header, &own).and_then(|at| header.get_mut(at)) {
                *column = format!("{name} {part}");
            }
        }
    }
}
