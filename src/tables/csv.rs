//! A table as a file.

use super::ranking::{Ranking, RankingHead};
use crate::statistics::Origin;
use crate::trade::Status;
use crate::util::csv_cells::{harmless, line};
use crate::util::{CollectVec as _, short};
use crate::wording::say::charts::heads;
use crate::wording::say::tables as words;

/// Decimals that a computed number is written with.
const DECIMALS: u8 = 6;

/// All rows with bare numbers, one a line; a missing figure is an empty cell. `status` holds the marks
/// of the row's figures.
pub fn csv(ranking: &Ranking) -> String {
    let mut text = String::new();
    let [name, numbers @ ..] = ranking.heads.as_slice() else { return text };
    let [code, kind, period, status] = words::file_heads().map(str::to_owned);
    let own = |head: &RankingHead| heads::in_files(&head.label, &head.name);
    let first = [code, own(name), kind, period];
    let heads = first.into_iter().chain(numbers.iter().map(own)).chain([status]);
    line(&mut text, heads.map(|head| harmless(&head)));
    for row in &ranking.rows {
        let marked = |mark: &str| row.cells.iter().any(|cell| cell.ends_with(mark));
        let status = [Origin::Figure(Status::Derived), Origin::Sum].into_iter();
        let status = status.filter(|own| marked(own.mark())).map(Origin::word);
        let first = [
            harmless(&row.code),
            harmless(&row.name),
            words::kind(row.kind).to_owned(),
            ranking.period.clone(),
        ];
        let number =
            |number: &Option<f64>| number.map_or_else(String::new, |own| short(own, DECIMALS));
        let numbers = row.numbers.iter().map(number);
        line(&mut text, first.into_iter().chain(numbers).chain([status.collect_vec().join(" ")]));
    }
    text
}
