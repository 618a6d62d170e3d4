//! A table as a file.

use super::ranking::Ranking;
use crate::util::csv_cells::{harmless, line};
use crate::util::{CollectVec as _, short};

/// Decimals that a computed number is written with.
const DECIMALS: u8 = 6;

/// All rows with bare numbers, one a line; a missing figure is an empty cell. `status` holds the marks
/// of the row's figures.
pub fn csv(ranking: &Ranking) -> String {
    let mut text = String::new();
    let [name, numbers @ ..] = ranking.heads.as_slice() else { return text };
    let first = ["code".to_owned(), name.name.clone(), "kind".to_owned(), "period".to_owned()];
    let heads = numbers.iter().map(|head| head.name.clone());
    line(&mut text, first.into_iter().chain(heads).chain(["status".to_owned()]));
    for row in &ranking.rows {
        let marked = |mark: &str| row.cells.iter().any(|cell| cell.ends_with(mark));
        let status = [("*", "derived"), ("†", "sum of months")];
        let status = status.into_iter().filter(|(mark, _)| marked(mark)).map(|(_, word)| word);
        let first =
            [harmless(&row.code), harmless(&row.name), row.kind.to_owned(), ranking.period.clone()];
        let number =
            |number: &Option<f64>| number.map_or_else(String::new, |own| short(own, DECIMALS));
        let numbers = row.numbers.iter().map(number);
        line(&mut text, first.into_iter().chain(numbers).chain([status.collect_vec().join(" ")]));
    }
    text
}
