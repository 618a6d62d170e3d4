//! Whether rows named as totals are the sums of others.

use crate::import::asking::{Asking, Question, Said};
use crate::import::cells::cell_numbers::number;
use crate::import::cells::vocabulary::{Named, is_subtotal, named_total};
use crate::import::columns::first_rows::Sample;
use crate::import::columns::subtotals;
use crate::import::layouts::{Layout, Role};
use crate::wording::say::import::questions as words;

/// Names with a word for a total in them that are no known name of all countries, or of all goods.
pub fn totals(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let partners = layout.partners_at();
    let goods = layout.place(Role::Product).or(layout.place(Role::ProductName));
    for (at, is_whom) in [(partners, true), (goods, false)] {
        let Some(at) = at else { continue };
        let names = sample.distinct(at, 1000);
        let plain = |name: &&str| is_whom || !name.bytes().any(|byte| byte.is_ascii_digit());
        let perhaps = names
            .iter()
            .copied()
            .filter(|name| !is_subtotal(name.as_bytes()))
            .filter(|name| is_whom || !subtotals::of_some(layout, sample, at, name))
            .find(|name| named_total(name) == Some(Named::Perhaps) && plain(name));
        let Some(name) = perhaps.map(str::to_owned) else { continue };
        if is_whom && exceeds_world(layout, sample, at, &name) {
            layout.subtotals.push((at, name));
            continue;
        }
        // Goods beside which there are no others are what they are called: `Total seafood`.
        if !is_whom && names.len() == 1 && asking.said.get(&format!("total:{name}")).is_none() {
            layout.totals.push((name, false));
            continue;
        }
        let worlds = names.iter().any(|name| named_total(name) == Some(Named::World));
        let answer = asking.ask(
            &format!("total:{name}"),
            if worlds { "no" } else { "yes" },
            &["yes", "no"],
            words::total(&name, sample.name(at), is_whom),
        );
        match answer.as_str() {
            "yes" | "no" => layout.totals.push((name, answer == "yes")),
            _ => asking.wrong("total", &answer, &words::one_of(&["yes", "no"])),
        }
    }
}

/// Whether a row that is called a total has larger figures than the one of all partners: it is of more goods than
/// the table, `India's Total`.
fn exceeds_world(layout: &Layout, sample: &Sample, at: usize, name: &str) -> bool {
    let read = |place: usize, test: &dyn Fn(&str) -> bool| {
        let rows = sample.rows.iter().filter(|row| row.get(at).is_some_and(|cell| test(cell)));
        let marks = layout.marks(place);
        let own = rows.filter_map(|row| number(row.get(place)?.as_bytes(), marks));
        own.collect::<Vec<f64>>()
    };
    let world = |cell: &str| named_total(cell) == Some(Named::World);
    let larger = |place: &usize| {
        let (own, world) = (read(*place, &|cell| cell == name), read(*place, &world));
        let most = world.iter().copied().fold(0.0, f64::max);
        !world.is_empty() && !own.is_empty() && own.iter().all(|own| *own > most)
    };
    let figures = layout.figures();
    !figures.is_empty() && figures.iter().all(larger)
}

/// Takes what was answered of names whose figures are the sum of all others.
pub fn answered_totals(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let sample_has =
        |name: &str| (0..sample.header.len()).any(|at| sample.cells(at).any(|cell| cell == name));
    let Said { answers, words } = asking.said;
    for (id, value) in answers.iter().chain(words) {
        let Some(name) = id.strip_prefix("total:") else { continue };
        if !["yes", "no", "likely"].contains(&value.as_str()) {
            asking.wrong(id, value, &words::one_of(&["yes", "no"]));
        }
        if sample_has(name) {
            asking.heard.push(id.clone());
        }
        if !layout.totals.iter().any(|(own, _)| own == name) {
            layout.totals.push((name.to_owned(), value != "no"));
        }
    }
}

/// Asks whether what equals the sum of all others is their total.
pub fn summed(layout: &Layout, names: &[(String, bool)], said: Said<'_>) -> Vec<Question> {
    let mut asking = Asking::new(said);
    let open = |(name, _): &&(String, bool)| !layout.totals.iter().any(|(own, _)| own == name);
    for (name, land) in names.iter().filter(open).take(2) {
        // A country is hardly all others.
        let likely = if *land { "no" } else { "yes" };
        asking.ask(&format!("total:{name}"), likely, &["yes", "no"], words::summed(name));
    }
    asking.questions
}
