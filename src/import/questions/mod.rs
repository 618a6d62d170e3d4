//! Questions about what a file does not say, each with the likeliest answer and the consequence of a wrong
//! one.
//!
//! [`settle`] completes a layout: from columns' names, titles and cells, then from the answers given; the
//! rest is asked.

mod code_system;
mod factors;
mod likely_money;
mod number_marks;
mod quantity_units;
mod repeated_headings;
pub mod supposed;
mod total_rows;
mod which_flow;
mod which_money;
mod which_period;
pub mod whole_file;

use self::supposed::{
    goods, heads, minus, of_headings, of_own_year, of_titles, partners, priced, services, sides,
    when, whose, whose_side,
};
use crate::import::asking::{Asking, MOST, Said};
use crate::import::cells::titles::Titles;
use crate::import::cells::vocabulary::{System, code_of, factor_in, fits_hs, small};
use crate::import::columns::first_rows::Sample;
use crate::import::columns::versions::{blanks_are_totals, versions};
use crate::import::columns::{balances, preview, subtotals, unused, within};
use crate::import::layouts::{Layout, Role};
use crate::trade::Flow;
use crate::wording::say::import::noticed;
use crate::wording::say::import::questions as words;
use code_system::system;
use factors::{mil, take_factor};
use number_marks::marks;
use quantity_units::weights;
use repeated_headings::repeated;
use total_rows::{answered_totals, totals};
use which_flow::{flows, says_flow};
use which_money::money;
use which_period::periods;

pub use likely_money::home;
pub use total_rows::summed;

/// Makes a layout whole; `known` says that its publisher's names are all that is needed for money,
/// factors and systems.
pub fn settle(
    layout: &mut Layout,
    sample: &Sample,
    titles: &Titles,
    asking: &mut Asking<'_>,
    known: bool,
) {
    let known = known || !asking.asks();
    let mut waiting = None;
    if known {
        known_units(layout, sample, asking);
        // DataWeb says above its tables what a type of data may not.
        if layout.name == "USITC DataWeb" {
            layout.flow = layout.flow.or(titles.flow);
        }
        // FAO numbers its items by itself; only where the heading says so they are the CPC's.
        let coded = layout.place(Role::Product).map(|at| small(sample.name(at)));
        if layout.system == System::Cpc && coded.is_some_and(|name| !name.contains("cpc")) {
            layout.system = System::Own;
        }
        // Codes of one digit, of three and of five are of no tariff; one of Eurostat's sets is by SITC.
        if layout.system == System::Hs
            && layout.name.starts_with("Eurostat")
            && let Some(at) = layout.place(Role::Product)
        {
            let odd = |cell: &&str| {
                matches!(cell.len(), 1 | 3 | 5) && cell.bytes().all(|own| own.is_ascii_digit())
            };
            let set = |row: &Vec<String>| row.iter().any(|cell| cell.contains("DS-018995"));
            let cells = sample.distinct(at, 60);
            if cells.iter().any(odd) && cells.iter().all(|cell| cell.len() < 6)
                || sample.rows.first().is_some_and(set)
            {
                layout.system = System::Sitc;
            }
        }
        // Which of its dimensions is of goods an SDMX file does not say.
        if layout.name == "SDMX-CSV" && asking.may_ask() {
            goods(layout, sample, &Titles::default(), asking);
            let none = Titles::default();
            waiting = whole_file::settle(layout, sample, &none, asking, known);
        }
    } else {
        layout.mainlands.clone_from(&sample.mainlands);
        heads(layout, sample, asking);
        of_own_year(layout, sample);
        of_titles(layout, sample, titles, asking);
        when(layout, sample, asking);
        sides(layout, sample, asking);
        partners(layout, sample, titles, asking);
        whose(layout, sample, titles, asking);
        of_headings(layout, sample);
        waiting = whole_file::settle(layout, sample, titles, asking, known);
        repeated(layout, sample, asking);
        minus(layout, sample);
        mil(layout, sample, asking);
    }
    if !known || asking.asks() && layout.name == "SDMX-CSV" {
        priced(layout, sample);
    }
    services(layout, sample, asking);
    if asking.asks() {
        flows(layout, sample, titles, asking, known);
        whose_side(layout, sample);
    } else if !says_flow(layout, sample) {
        asking.lacks = true;
    }
    periods(layout, sample, asking, known);
    if !known {
        within::ask(layout, sample, asking);
    }
    // A spreadsheet that writes commas before decimals parts cells by other marks.
    if !known || sample.separator != b',' {
        marks(layout, sample, asking, known);
    }
    if !known {
        balances::brackets(layout, sample, asking);
        balances::ask(layout, sample, asking);
        system(layout, sample, asking);
        weights(layout, sample, asking);
        money(layout, sample, asking);
        totals(layout, sample, asking);
        answered_totals(layout, sample, asking);
        subtotals::ask(layout, sample, asking);
    }
    lacking(layout, sample);
    let partners = layout.partners_at();
    if let Some(at) = partners.filter(|at| !known && blanks_are_totals(layout, sample, *at)) {
        layout.blank_totals = true;
        layout.supposed.push(noticed::blank_totals(sample.name(at)));
    }
    layout.settle();
    // What the words of every row say goes to the sets that were made before.
    versions(layout, sample, asking);
    if !known {
        unused::list_unused(layout, sample);
    }
    if !asking.asks() {
        return;
    }
    if layout.place(Role::Reporter).is_none()
        && let Some(answer) = asking.answer("reporter")
    {
        whole_file::take(layout, sample, asking, &[], &format!("reporter={answer}"));
    }
    // What nothing hints at is asked beside other things where one screen has room for it; by itself it interrupts
    // nobody.
    match whole_file::beside(asking) {
        0 => layout.waiting = waiting,
        1..MOST => asking.questions.extend(waiting),
        _ => {}
    }
    whole_file::with_flow(asking);
    unasked(layout, asking);
}

/// Tells of answers to what this file raises no question about. Some are of what stands around the table, or known once
/// all of it is read.
fn unasked(layout: &mut Layout, asking: &Asking<'_>) {
    const OTHERS: &str = "header|columns|table|sheet|file|letters|overlap|rows";
    let Said { answers, words } = asking.said;
    for (id, value) in answers.iter().chain(words) {
        let asked = |own: &String| own == id;
        if !OTHERS.split('|').any(|own| own == id)
            && value != "likely"
            && !asking.asked.iter().chain(&asking.heard).any(asked)
        {
            layout.supposed.push(noticed::not_asked(id));
        }
    }
}

/// Whether nine digits lack the first of ten, or eleven that of twelve: where others have as many, or where
/// no heading is like theirs.
fn lacking(layout: &mut Layout, sample: &Sample) {
    let Some(at) = layout.place(Role::Product).filter(|_| layout.system == System::Hs) else {
        return;
    };
    let digits = |cell: &str| {
        let code: String =
            cell.trim_end_matches(".0").chars().filter(char::is_ascii_digit).collect();
        code
    };
    let codes: Vec<String> = sample.distinct(at, 500).into_iter().map(digits).collect();
    // As they stand they begin with their heading; else they would fit with a zero before them.
    let as_they_stand = |code: &String| code.get(..8).is_some_and(fits_hs);
    let lack = |length: usize| {
        codes
            .iter()
            .any(|code| code.len() == length + 1 || code.len() == length && !as_they_stand(code))
    };
    (layout.nine_lack_one, layout.eleven_lack_one) = (lack(9), lack(11));
}

/// What a known layout leaves to its titles.
fn known_units(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    if let Some(at) = layout.place(Role::Power).filter(|at| sample.cells(*at).next().is_some()) {
        layout.scale = Some(at);
        let power = |cell: &str| code_of(cell).parse::<i32>().is_ok();
        layout.powers = sample.cells(at).all(power);
    }
    // An SDMX file names its money in a column, or nowhere.
    if layout.place(Role::Amount).is_some() && layout.money.is_none() && asking.may_ask() {
        money(layout, sample, asking);
    }
    // Korea's site gives thousands of dollars and kilograms or tonnes, its API dollars; the titles say.
    if layout.name == "USITC DataWeb" && layout.flow.is_none() && asking.may_ask() {
        let types =
            layout.place(Role::Measure).map(|at| sample.distinct(at, 20)).unwrap_or_default();
        let has =
            |words: &[&str]| types.iter().any(|own| words.iter().any(|word| own.contains(word)));
        // `In 1,000,000 Dollars`, `In 1,000 Units of Quantity`.
        let times = sample
            .titles
            .iter()
            .filter(|line| line.starts_with("In "))
            .find_map(|line| factor_in(line));
        if let Some(times) = times {
            layout.times = times;
            layout.supposed.push(noticed::multiplied(&preview::grouped(times)));
        }
        // `Customs Value, in thousands of dollars` says it of the values alone.
        let behind = sample.titles.iter().filter_map(|line| line.rsplit_once(", in "));
        let mut behind = behind.map(|(_, rest)| rest).filter(|rest| rest.contains("ollar"));
        if let Some(found) = behind.find_map(factor_in) {
            layout.factor = found;
        }
        layout.flow =
            match (has(&["FAS"]), has(&["Customs", "CIF", "Landed", "Dutiable", "Duties"])) {
                (true, false) => Some(Flow::Export),
                (false, true) => Some(Flow::Import),
                _ => None,
            };
    }
    if layout.name == "Korea Customs"
        && !sample.header.iter().any(|name| name == "expDlr")
        && asking.may_ask()
    {
        layout.weight = None;
        let title = sample.title();
        let name =
            layout.place(Role::Exports).map(|at| sample.name(at).to_owned()).unwrap_or_default();
        weights(layout, sample, asking);
        match factor_in(&title).or_else(|| factor_in(&name)) {
            Some(found) => take_factor(layout, found),
            None => {
                let answer = asking.ask("factor", "1000", &["1000", "1"], words::dollars(&name));
                match answer.parse() {
                    Ok(factor) => take_factor(layout, factor),
                    Err(_) => asking.wrong("factor", &answer, words::a_number()),
                }
            }
        }
    }
}
