//! Which column of an unknown table holds what: by its name, then by its cells.

use crate::import::cells::cell_numbers::{is_absent, is_number};
use crate::import::cells::countries::{alpha2, code};
use crate::import::cells::dates::{self, Dates, period};
use crate::import::cells::vocabulary::{
    System, Way, What, coded, counted, factor_in, fits_hs, flow_in, holds, is_balance,
    is_by_carrier, is_chapter, is_currency_code, is_gross, is_power_of_ten, is_running, is_side,
    is_unit, joined_month, money_in, named_total, product_code, rank, says_no_trade, small, tonnes,
    way, what,
};
use crate::import::columns::balances::is_rather;
use crate::import::columns::column_names::{HINTS, hints, is_hint};
use crate::import::columns::first_rows::{Sample, years};
use crate::import::columns::heads::{self, sum_beside};
use crate::import::columns::versions::{goes_together, goes_with};
use crate::import::columns::wide::{countries, wide};
use crate::import::layouts::{self, Layout, Role, plain};
use crate::trade::Flow;
use crate::util;
use crate::util::Lower as _;

/// The roles that a reader can give to columns, with their names in mappings.
pub const MAPPED: [(Role, &str); 20] = [
    (Role::Period, "period"),
    (Role::Year, "year"),
    (Role::Month, "month"),
    (Role::Months, "months"),
    (Role::Flow, "flow"),
    (Role::Reporter, "reporter"),
    (Role::Partner, "partner"),
    (Role::PartnerName, "partner-name"),
    (Role::Product, "product"),
    (Role::ProductName, "name"),
    (Role::Value, "value"),
    (Role::Weight, "quantity"),
    (Role::WeightUnit, "unit"),
    (Role::Quantity, "second-quantity"),
    (Role::QuantityUnit, "second-unit"),
    (Role::Exports, "exports"),
    (Role::Imports, "imports"),
    (Role::ExportWeight, "exports-quantity"),
    (Role::ImportWeight, "imports-quantity"),
    (Role::Measure, "measure"),
];

/// Whether a table could be one of trade: some column or heading holds months or years, another column
/// numbers.
pub fn is_likely(sample: &Sample) -> bool {
    let holds = |place: &usize, test: &dyn Fn(&str) -> bool| {
        sample.cells(*place).any(test) && mostly(sample, *place, test)
    };
    let mut places = 0..sample.header.len();
    let dated = places
        .clone()
        .find(|place| holds(place, &|cell| is_period(cell)) || is_told_years(sample, *place));
    let apart =
        dated.is_some_and(|first| places.any(|place| place != first && holds(&place, &is_number)));
    let titled = sample.period.is_some() && places_of_numbers(sample);
    let above = (month_below_years(sample).is_some() || is_below_years(sample))
        && places_of_numbers(sample);
    apart || titled || above || !wide(&Layout::blank(""), sample).is_empty()
}

/// Whether a table that no months or years stand in could be one of trade all the same: its columns of figures
/// are called values, weights, exports or imports, and a word of its direction or a list of goods stands beside
/// them; or two columns of countries stand beside its only figures.
pub fn is_undated(sample: &Sample) -> bool {
    let named = |at: &usize| {
        let name = sample.name(*at);
        let money = matches!(
            what(name, ""),
            Some(What::Value(_) | What::Weight(_) | What::Count(..) | What::Quantity)
        );
        let told = money || matches!(flow_in(name), Some(Way::Flow(_))) || is_count(name);
        told && has_numbers(sample, *at)
    };
    // Months without their year, and weeks or days, are times.
    let times = |name: &String| holds(&small(name), "week|woche|semaine|semana|周|週|day");
    if heads_months(&sample.header) || sample.header.iter().any(times) {
        return false;
    }
    let columns = || 0..sample.header.len();
    let flow = |text: &String| matches!(flow_in(text), Some(Way::Flow(_)));
    let directed = sample.header.iter().chain(&sample.titles).any(flow)
        || matches!(sample.flow, Some(Way::Flow(_)))
        || sample.sheet.is_some()
        // Where goods go, or come from, beside what they are worth.
        || columns().any(|at| sample.countries.contains(&at) && is_side(sample.name(at)));
    let coded = || sample.header.iter().any(|name| System::named(name).is_some());
    let pair = sample.countries.len() > 1;
    // Partners or goods beside a figure that is called a value or a weight, or goods that head columns.
    let whom = !sample.countries.is_empty();
    let goods = columns().any(|at| {
        let own = plain(sample.name(at));
        let called = [Role::Product, Role::ProductName].into_iter().any(|role| is_hint(role, &own));
        called && !has_numbers(sample, at)
    });
    let headed = (directed || whom) && !heads::headed(sample).is_empty();
    let alone = pair && columns().filter(|at| has_numbers(sample, *at)).count() == 1;
    let pivoted = !countries(sample, &[]).is_empty() && (directed || whom);
    let valued = columns().any(|at| named(&at));
    valued && (directed || coded() || whom || goods) || alone || pivoted || headed
}

/// Whether a column is called after how many there are, and nothing else.
pub fn is_count(name: &str) -> bool {
    matches!(plain(name).as_str(), "number" | "numbers" | "count" | "anzahl" | "numero" | "nombre")
}

/// The column of months whose years stand alone in rows above them.
pub fn month_below_years(sample: &Sample) -> Option<usize> {
    let month = |cell: &str| {
        !cell.starts_with(|own: char| own.is_ascii_digit())
            && dates::year_and_month("2000", Some(cell)).is_some()
    };
    let first = sample.years.first().is_some_and(|(at, _)| *at == 0);
    let all = |at: &usize| sample.cells(*at).next().is_some() && sample.cells(*at).all(month);
    (0..sample.header.len()).find(all).filter(|_| first)
}

/// Whether each block of rows stands below a line of its year.
pub fn is_below_years(sample: &Sample) -> bool {
    sample.years.len() > 1 && sample.years.first().is_some_and(|(at, _)| *at == 0)
}

/// The column that has months by their names where nothing says of which year they are.
fn months_alone(sample: &Sample) -> Option<usize> {
    let month = |cell: &str| is_month(cell) && !is_number(cell);
    let all = |at: &usize| sample.cells(*at).nth(1).is_some() && sample.cells(*at).all(month);
    (0..sample.header.len()).find(all).filter(|_| sample.years.is_empty())
}

/// Whether a table of figures has months, in a column or as headings, and no year.
pub fn is_yearless(sample: &Sample) -> bool {
    let months = months_alone(sample).is_some() || heads_months(&sample.header);
    months && sample.period.is_none() && places_of_numbers(sample)
}

/// Whether several columns are named after months.
fn heads_months(header: &[String]) -> bool {
    let month = |name: &&String| {
        (name.chars().count() > 2 || name.ends_with('月'))
            && dates::year_and_month("2000", Some(name)).is_some()
    };
    header.iter().filter(month).count() > 2
}

/// Whether any column holds numbers.
fn places_of_numbers(sample: &Sample) -> bool {
    (0..sample.header.len()).any(|at| has_numbers(sample, at))
}

/// Whether a column holds numbers, and not nothing at all.
fn has_numbers(sample: &Sample, at: usize) -> bool {
    sample.cells(at).next().is_some() && mostly(sample, at, &is_number)
}

/// Whether three in four cells of a column pass a test: a mistake or a dash in a few rows is no reason to
/// take it for something else.
pub fn mostly(sample: &Sample, place: usize, test: &dyn Fn(&str) -> bool) -> bool {
    let cells = || sample.cells(place).take(300).filter(|cell| !is_absent(cell.as_bytes()));
    cells().filter(|cell| test(cell)).count() * 4 >= cells().count() * 3
}

pub fn is_period(cell: &str) -> bool {
    let either = [true, false].into_iter().any(|month_first| {
        let dates = Dates { month_first: Some(month_first), fiscal: Some(4), ..Dates::default() };
        // A spreadsheet's number: 2021.0.
        let own = cell.strip_suffix(".0").filter(|own| own.len() == 4).unwrap_or(cell);
        period(own.as_bytes(), dates).is_some()
    });
    either || is_day(cell)
}

/// Whether a column is called after years and holds some before 1900: elsewhere those are amounts, or codes.
pub fn is_early_years(sample: &Sample, at: usize) -> bool {
    const YEARS: [&str; 8] = ["year", "years", "jahr", "année", "anno", "año", "ano", "год"];
    let year = |cell: &str| {
        let own: Option<u32> = cell.parse().ok().filter(|_| cell.len() == 4);
        own.is_some_and(|own| (1500..=2100).contains(&own))
    };
    let early = |cell: &str| cell.parse().is_ok_and(|own: u32| own < 1900);
    (YEARS.contains(&plain(sample.name(at)).as_str()) || is_of_years(sample, at))
        && sample.cells(at).all(year)
        && sample.cells(at).any(early)
}

/// Whether a column that is called years holds such of the Republic, as Taiwan counts, perhaps with a month behind
/// them: `112`, `11201`.
pub fn is_of_republic(sample: &Sample, at: usize) -> bool {
    let year = |cell: &str| {
        let digits = matches!(cell.len(), 3 | 5) && cell.bytes().all(|own| own.is_ascii_digit());
        digits
            && cell.get(..3).and_then(|own| own.parse().ok()).is_some_and(|own: u32| own < 150)
            && !cell.starts_with('0')
    };
    sample.name(at).contains('年')
        && sample.cells(at).next().is_some()
        && sample.cells(at).all(year)
}

/// Whether a column holds years that only its heading says are some.
pub fn is_told_years(sample: &Sample, at: usize) -> bool {
    is_early_years(sample, at) || is_of_republic(sample, at)
}

/// Whether a column holds years, whatever it is called: numbers of four digits each of which is one more than another.
fn is_of_years(sample: &Sample, at: usize) -> bool {
    let mut years: Vec<u32> = Vec::new();
    for cell in sample.distinct(at, 400) {
        match cell.parse() {
            Ok(year @ 1700..=2100) if cell.len() == 4 => years.push(year),
            _ => return false,
        }
    }
    util::sort_by_key(&mut years, |year| *year);
    let next = years.windows(2).filter(|pair| matches!(pair, [one, other] if one + 1 == *other));
    let steps = next.count();
    years.len() > 3 && steps * 4 >= (years.len() - 1) * 3
}

/// Whether a cell could be a spreadsheet's number for a day of these decades.
fn is_day(cell: &str) -> bool {
    let own = cell.strip_suffix(".0").unwrap_or(cell);
    own.len() == 5 && own.parse().is_ok_and(|days: u32| (30_000..55_000).contains(&days))
}

/// Whether a cell is a number with a part of one that no code is written with: `1.25`, `12.5`.
fn is_fraction(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    cell.split_once('.').is_some_and(|(whole, rest)| {
        digits(whole) && digits(rest) && rest != "0" && (whole.len() < 2 || rest.len() == 1)
    })
}

/// The columns that names and the first rows suggest, each role once and each column once; goods that head
/// columns have none.
pub fn guess(sample: &Sample) -> Vec<(Role, usize)> {
    const FIGURES: [Role; 4] = [Role::Value, Role::Weight, Role::WeightUnit, Role::Measure];
    let heads = heads_of_goods(sample);
    if heads.is_empty() {
        return guessed(sample);
    }
    let mut found = guessed(&heads::without(sample, &heads));
    found.retain(|(role, _)| !FIGURES.contains(role));
    found
}

/// The columns that are headed by goods, unless what they are parts of is one thing by several ways.
fn heads_of_goods(sample: &Sample) -> Vec<usize> {
    const CARRIED: &str =
        "sea|ocean|air|rail|railway|road|truck|ship|vessel|pipeline|mail|海运|空运|铁路|公路";
    let found = heads::headed(sample);
    let carried = |at: &usize| {
        let name = small(sample.name(*at));
        name.split(|own: char| !own.is_alphabetic())
            .any(|own| CARRIED.split('|').any(|word| word == own))
    };
    let total = || sum_beside(sample, &found).is_some();
    if found.iter().any(carried) && total() { Vec::new() } else { found }
}

fn guessed(sample: &Sample) -> Vec<(Role, usize)> {
    let names: Vec<String> = sample.header.iter().map(|name| plain(name)).collect();
    let lower: Vec<String> = sample.header.iter().map(|name| name.lower()).collect();
    let mut found: Vec<(Role, usize)> = Vec::new();
    let taken =
        |found: &[(Role, usize)], place: usize| found.iter().any(|(_, other)| *other == place);
    for exact in [true, false] {
        for (role, hints) in HINTS {
            if role == Role::Month || found.iter().any(|(own, _)| *own == role) {
                continue;
            }
            let place = hints.split('|').find_map(|hint| {
                let mut named = (0..names.len()).filter(|place| {
                    let named = match (exact, names.get(*place), lower.get(*place)) {
                        (true, Some(name), _) => name == hint,
                        (false, _, Some(name)) => {
                            begins_word(role, name, hint) && !is_other(role, name)
                        }
                        _ => false,
                    };
                    named
                        && !taken(&found, *place)
                        && fits(role, sample, *place)
                        && !(role == Role::Product
                            && (numbers_countries(sample, *place) || sample.census.contains(place)))
                });
                // A list that all codes are of is none of them.
                let varied = |place: &usize| sample.distinct(*place, 1).len() > 1;
                // Nor is what numbers the countries beside it, one each, where there is another.
                let numbers = |place: &usize| {
                    let beside = |own: &usize| own != place && goes_together(sample, *own, *place);
                    varied(place) && sample.countries.iter().any(beside)
                };
                if role == Role::Product {
                    let others: Vec<usize> =
                        named.clone().filter(|place| !numbers(place)).collect();
                    let mut own: Vec<usize> =
                        if others.is_empty() { named.collect() } else { others };
                    // Numbers of a list of one's own stand behind codes: `product_id`.
                    let called = |at: &usize, word: &str| {
                        names.get(*at).is_some_and(|own| own.contains(word))
                    };
                    let listed = |at: &usize| {
                        names.get(*at).is_some_and(|own| own.ends_with("id"))
                            || called(at, "classification")
                    };
                    if own.iter().any(|at| called(at, "code") && !listed(at)) {
                        own.retain(|at| !listed(at));
                    }
                    return own.iter().copied().find(varied).or(own.first().copied());
                }
                // Of an office's own code and a known country the country.
                let country = |place: &usize| sample.countries.contains(place);
                let known = if role == Role::Partner { named.clone().find(country) } else { None };
                known.or_else(|| named.next())
            });
            found.extend(place.map(|place| (role, place)));
        }
    }
    // Or after nothing but its money: `新臺幣(千元)`.
    let valued = [Role::Value, Role::Amount, Role::Exports, Role::Imports];
    if !found.iter().any(|(role, _)| valued.contains(role)) {
        let called = |at: &usize| {
            let name = sample.name(*at);
            let own = name.split(['(', '（']).next().unwrap_or_default().trim();
            !own.contains(' ')
                && money_in(own).is_some()
                && flow_in(name).is_none()
                && !taken(&found, *at)
                && !is_other(Role::Value, name)
                && fits(Role::Value, sample, *at)
        };
        let mut columns = (0..names.len()).filter(called);
        if let (Some(at), None) = (columns.next(), columns.next()) {
            found.push((Role::Value, at));
        }
    }
    by_content(sample, &mut found);
    told_apart(sample, &mut found);
    year_and_month(sample, &names, &mut found);
    let dated = |(role, _): &(Role, usize)| matches!(role, Role::Period | Role::Year | Role::Month);
    let alone = months_alone(sample).filter(|_| sample.yearless);
    if let Some(at) = month_below_years(sample).or(alone).filter(|_| !found.iter().any(dated)) {
        found.retain(|(_, place)| *place != at);
        found.push((Role::Month, at));
    }
    unit_beside(sample, &mut found);
    weight_beside_quantity(sample, &mut found);
    second_quantity(sample, &mut found);
    cost_beside_quantity(sample, &mut found);
    found
}

/// A second quantity with its own unit beside it: `Quantity 2` and `Unit 2` beside pieces and their number.
fn second_quantity(sample: &Sample, found: &mut Vec<(Role, usize)>) {
    let has = |role: Role| found.iter().any(|(own, _)| *own == role);
    if !has(Role::Weight) || has(Role::Quantity) {
        return;
    }
    let free = |at: &usize| !found.iter().any(|(_, own)| own == at);
    let counts =
        |at: &usize| what(sample.name(*at), "") == Some(What::Quantity) && has_numbers(sample, *at);
    let beside = |at: usize| {
        let unit = [at + 1, at.wrapping_sub(1)];
        unit.into_iter().filter(free).find(|unit| has_units(sample, *unit)).map(|unit| (at, unit))
    };
    let pair = (0..sample.header.len()).filter(free).filter(counts).find_map(beside);
    if let Some((at, unit)) = pair {
        found.extend([(Role::Quantity, at), (Role::QuantityUnit, unit)]);
    }
}

/// Whether a column has a few units and nothing else.
fn has_units(sample: &Sample, at: usize) -> bool {
    let units = sample.distinct(at, 12);
    !units.is_empty()
        && units.len() <= 12
        && units.into_iter().all(|cell| is_unit(cell) && !is_number(cell))
}

/// What goods cost, beside their quantity, is their value where nothing else is.
fn cost_beside_quantity(sample: &Sample, found: &mut Vec<(Role, usize)>) {
    let has = |roles: &[Role]| found.iter().any(|(role, _)| roles.contains(role));
    let open = has(&[Role::Weight, Role::Quantity])
        && !has(&[Role::Value, Role::Exports, Role::Imports, Role::Amount]);
    let cost = |at: &usize| plain(sample.name(*at)) == "cost" && has_numbers(sample, *at);
    let cost = (0..sample.header.len()).filter(|_| open).find(cost);
    found.extend(cost.map(|at| (Role::Value, at)));
}

/// Whether a name holds a hint; two or three letters for goods begin a word: `ahs_average` holds no `hs`.
fn begins_word(role: Role, name: &str, hint: &str) -> bool {
    let short = role == Role::Product && hint.is_ascii() && hint.len() < 4;
    let begins = |at: usize| {
        let before = name.get(..at).and_then(|own| own.chars().next_back());
        before.is_none_or(|own| !own.is_alphabetic())
    };
    match short {
        true => name.match_indices(hint).any(|(at, _)| begins(at)),
        false => name.contains(hint),
    }
}

/// Whether a column is called after parts of a country.
fn is_of_places(name: &str) -> bool {
    const PLACES: &str = "state|states|province|provinces|region|county|district|prefecture|municipality|estado|provincia|uf|departamento|département|bundesland|省|省份|地区|都道府県";
    let lower = small(name);
    let mut words = lower.split(|own: char| !own.is_alphabetic());
    words.any(|word| PLACES.split('|').any(|own| own == word))
}

/// Whether a column of bare codes numbers the countries beside it, or the parts of one, and no goods.
pub fn numbers_countries(sample: &Sample, at: usize) -> bool {
    numbers(sample, at, &|beside| sample.countries.contains(&beside))
        || numbers_places(sample, at)
        || is_of_countries(sample, at)
}

/// Whether a column of bare codes has those of countries.
pub fn is_of_countries(sample: &Sample, at: usize) -> bool {
    let own = |cell: &str| cell.len() == 3 && alpha2(cell).is_some();
    let cells = sample.distinct(at, 400);
    is_bare_code(sample, at)
        && cells.iter().filter(|cell| own(cell)).count().max(1) * 2 > cells.len()
}

/// Whether it numbers the parts of a country beside it.
pub fn numbers_places(sample: &Sample, at: usize) -> bool {
    numbers(sample, at, &|beside| is_of_places(sample.name(beside)))
}

/// Whether a column is called after codes of whatever stands beside it.
fn is_bare_code(sample: &Sample, at: usize) -> bool {
    const BARE: [&str; 6] = ["code", "codes", "kod", "codigo", "código", "iso"];
    BARE.contains(&plain(sample.name(at)).as_str())
}

pub fn numbers(sample: &Sample, at: usize, whom: &dyn Fn(usize) -> bool) -> bool {
    is_bare_code(sample, at)
        && [at.wrapping_sub(1), at + 1]
            .into_iter()
            .any(|beside| whom(beside) && goes_together(sample, beside, at))
}

/// Takes away roles that other columns show to be none: of countries ranked first and second neither is
/// whom all is traded with, and what stands beside goods that have names is no name of theirs.
fn told_apart(sample: &Sample, found: &mut Vec<(Role, usize)>) {
    let at = |found: &[(Role, usize)], role: Role| {
        found.iter().find(|(own, _)| *own == role).map(|(_, at)| *at)
    };
    let holds = |word: &str| {
        let named = |at: &usize| holds(&sample.name(*at).lower(), word);
        (0..sample.header.len()).any(|at| named(&at) && sample.countries.contains(&at))
    };
    let ranked = |at: usize| {
        let name = sample.name(at).lower();
        ["primary", "main", "top"].iter().any(|word| name.contains(word))
            && holds("secondary|second|2")
    };
    if let Some(own) = at(found, Role::Partner).filter(|at| ranked(*at)) {
        found.retain(|(_, at)| *at != own);
    }
    // Words for goods need no other words.
    let coded = |at: usize| {
        mostly(sample, at, &|cell| cell.bytes().any(|byte| byte.is_ascii_digit()))
            || sample.distinct(at, 400).iter().all(|cell| !cell.contains(' '))
    };
    if let Some((product, name)) = at(found, Role::Product).zip(at(found, Role::ProductName))
        && (!coded(product) && !goes_with(sample, product, name)
            || groups(sample, name, product, coded(product)))
    {
        found.retain(|(role, _)| *role != Role::ProductName);
    }
}

/// Whether each word of a column stands beside several goods: it groups them and names none. Of a list of codes one
/// word may be the name of all.
fn groups(sample: &Sample, at: usize, product: usize, coded: bool) -> bool {
    let words = sample.distinct(at, 100);
    let shared = |word: &&str| {
        let mut goods: Vec<&str> = Vec::new();
        for row in sample.rows.iter().take(2000) {
            if let Some(own) =
                row.get(product).filter(|_| row.get(at).is_some_and(|own| own == word))
                && !goods.contains(&own.as_str())
            {
                goods.push(own);
                if goods.len() > 1 {
                    return true;
                }
            }
        }
        false
    };
    words.len() > usize::from(coded) && words.len() < 100 && words.iter().all(shared)
}

/// A mass whose own name says its unit is the weight; another quantity and a column of units beside it are
/// those of a supplementary unit.
fn weight_beside_quantity(sample: &Sample, found: &mut Vec<(Role, usize)>) {
    let at = |found: &[(Role, usize)], role: Role| {
        found.iter().find(|(own, _)| *own == role).map(|(_, at)| *at)
    };
    let weighs = |at: &usize| {
        matches!(what(sample.name(*at), ""), Some(What::Weight(_))) && has_numbers(sample, *at)
    };
    let mass = |at: &usize| {
        weighs(at)
            && flow_in(sample.name(*at)).is_none()
            && !is_other(Role::Weight, &sample.name(*at).lower())
    };
    let Some(weight) = at(found, Role::Weight) else { return };
    let free = |at: &usize| !found.iter().any(|(_, own)| own == at);
    // Goods are weighed without what they are packed in.
    let net = |at: &usize| !is_gross(sample.name(*at));
    let masses = || (0..sample.header.len()).filter(free).filter(mass);
    let named = Some(weight).filter(weighs);
    let heavy = named.filter(net).or_else(|| masses().find(net));
    let Some(heavy) = heavy.or(named).or_else(|| masses().next()) else { return };
    let unit = at(found, Role::WeightUnit);
    // Units of rows that are all masses say more than the column's name.
    let of_masses = |at: usize| {
        let units = sample.distinct(at, 12);
        !units.is_empty() && units.into_iter().all(|cell| tonnes(cell).is_some())
    };
    if heavy == weight && unit.is_none_or(of_masses) {
        return;
    }
    let named =
        |at: &usize| what(sample.name(*at), "") == Some(What::Quantity) && has_numbers(sample, *at);
    let other = Some(weight)
        .filter(|at| *at != heavy && !is_gross(sample.name(*at)))
        .or_else(|| (0..sample.header.len()).filter(free).find(named));
    found.retain(|(role, _)| !matches!(role, Role::Weight | Role::WeightUnit));
    found.push((Role::Weight, heavy));
    let filled = unit.filter(|at| sample.cells(*at).next().is_some());
    if let Some((other, unit)) = other.zip(filled) {
        found.extend([(Role::Quantity, other), (Role::QuantityUnit, unit)]);
    }
}

/// Whether a column that is called by the code of a money and nothing else holds its rate of exchange: it
/// stands beside another column of figures that is called exports or imports.
fn is_rate(sample: &Sample, at: usize) -> bool {
    let bare = |at: usize| is_currency_code(sample.name(at).trim());
    let sided = |other: usize| {
        let name = sample.name(other);
        let weighed =
            matches!(what(name, ""), Some(What::Weight(_) | What::Count(..) | What::Quantity));
        !bare(other)
            && !weighed
            && money_in(name).is_none()
            && matches!(flow_in(name), Some(Way::Flow(_)))
            && has_numbers(sample, other)
    };
    bare(at) && (0..sample.header.len()).any(sided)
}

/// Right behind a weight stands its unit, whatever the column is called, where all its cells are units.
fn unit_beside(sample: &Sample, found: &mut Vec<(Role, usize)>) {
    let weight = found.iter().find(|(role, _)| *role == Role::Weight);
    let Some(at) = weight.map(|(_, weight)| weight + 1) else { return };
    if has_units(sample, at) && !found.iter().any(|(_, own)| *own == at) {
        found.retain(|(role, _)| *role != Role::WeightUnit);
        found.push((Role::WeightUnit, at));
    }
}

/// What cells say where no name does: directions, countries, days and the codes of goods.
fn by_content(sample: &Sample, found: &mut Vec<(Role, usize)>) {
    let free = |found: &[(Role, usize)]| -> Vec<usize> {
        let taken = |at: &usize| found.iter().any(|(_, own)| own == at);
        (0..sample.header.len())
            .filter(|at| !taken(at) && sample.cells(*at).next().is_some())
            .collect()
    };
    let has = |found: &[(Role, usize)], role: Role| found.iter().any(|(own, _)| *own == role);
    if !has(found, Role::Flow) {
        let flows = |at: &usize| {
            let words = sample.distinct(*at, 8);
            // Letters alone say it where both are there and no others, in a column that is not called after marks.
            let has = |flow| words.iter().any(|word| way(word.as_bytes()) == Some(Way::Flow(flow)));
            let marks = holds(&small(sample.name(*at)), "flag|status|note|symbol|mark");
            let both = words.len() == 2
                && (sample.is_lettered(*at) || has(Flow::Export) && has(Flow::Import) && !marks);
            words.len() <= 8
                && (both || words.iter().all(|word| word.chars().count() > 1))
                && words.iter().any(|word| matches!(way(word.as_bytes()), Some(Way::Flow(_))))
                && mostly(sample, *at, &|cell| way(cell.as_bytes()).is_some())
        };
        // Series of exports and of imports among others, and one of balances alone.
        let series = |at: &usize| {
            let words = sample.distinct(*at, 12);
            let has = |flow: Flow| words.iter().any(|word| flow_in(word) == Some(Way::Flow(flow)));
            words.len() <= 12
                && !mostly(sample, *at, &is_number)
                && (has(Flow::Export) && has(Flow::Import)
                    || (has(Flow::Export) || has(Flow::Import))
                        && words.iter().any(|word| says_no_trade(word))
                    || !words.is_empty()
                        && words.iter().all(|word| is_balance(&small(word)) && word.len() < 60))
        };
        let open = free(found);
        let flows = open.iter().copied().find(flows);
        let flows = flows.or_else(|| open.iter().copied().find(series));
        found.extend(flows.map(|at| (Role::Flow, at)));
    }
    // A country beside the country of a partner, as the Atlas of Economic Complexity has them.
    let called = |at: usize| sample.name(at).lower().contains("partner");
    let own = found.iter().find(|(role, at)| *role == Role::Partner && !called(*at)).copied();
    if let Some((_, own)) = own.filter(|_| !has(found, Role::Reporter))
        && let Some(other) =
            free(found).into_iter().find(|at| called(*at) && sample.countries.contains(at))
    {
        found.retain(|(role, _)| *role != Role::Partner);
        found.extend([(Role::Reporter, own), (Role::Partner, other)]);
    }
    // `COUNTRY` beside `COUNTERPART_COUNTRY`, as the IMF has them.
    if !has(found, Role::Reporter) && has(found, Role::Partner) {
        let own =
            |at: &usize| matches!(plain(sample.name(*at)).as_str(), "country" | "countryname");
        found.extend(free(found).into_iter().find(own).map(|at| (Role::Reporter, at)));
    }
    // Of two columns of countries the one that changes less is whose trade it is.
    let mut open: Vec<usize> =
        free(found).into_iter().filter(|at| sample.countries.contains(at)).collect();
    util::sort_by_key(&mut open, |at| {
        (!called(*at), std::cmp::Reverse(sample.distinct(*at, 500).len()))
    });
    // The name of whose trade it is names no partner.
    let reporter = found.iter().find(|(role, _)| *role == Role::Reporter).map(|(_, at)| *at);
    let own = |at: usize| {
        reporter.is_some_and(|own| {
            // One name and one code of it stand beside one another; many countries beside one are its partners.
            (goes_with(sample, own, at)
                || [own, at].into_iter().all(|at| sample.distinct(at, 2).len() == 1))
                && goes_with(sample, at, own)
        })
    };
    // The largest of many is not whom all is traded with.
    open.retain(|at| !own(*at) && !sample.name(*at).lower().starts_with("top"));
    let mut open = open.into_iter();
    if !has(found, Role::Partner) {
        found.extend(open.next().map(|at| (Role::Partner, at)));
    }
    if !has(found, Role::Reporter) {
        // A region is none that reports.
        let fewer = |at: &usize| matches!(sample.distinct(*at, 2).as_slice(), [own] if named_total(own).is_none());
        // Beside a column that is called after partners another is whose trade it is.
        let partner = found.iter().find(|(role, _)| *role == Role::Partner).map(|(_, at)| *at);
        let other = |at: &usize| {
            partner.is_some_and(|own| called(own) && !goes_with(sample, own, *at))
                && !called(*at)
                && sample.distinct(*at, 40).iter().all(|word| named_total(word).is_none())
        };
        found.extend(open.find(|at| fewer(at) || other(at)).map(|at| (Role::Reporter, at)));
    }
    // A word for ways, too, beside a column that says which way.
    if !has(found, Role::Partner) && has(found, Role::Flow) {
        let to =
            |at: &usize| plain(sample.name(*at)) == "direction" && !mostly(sample, *at, &is_number);
        found.extend(free(found).into_iter().find(to).map(|at| (Role::Partner, at)));
    }
    // An office's own numbers of countries, without names.
    if !has(found, Role::Partner) {
        let numbered = |at: &usize| {
            let name = sample.name(*at).lower();
            // Whatever the language, numbers of known countries below a word for them.
            let known = |cell: &&str| {
                cell.len() < 4 && code(cell).is_some_and(|own| alpha2(&own).is_some())
            };
            let listed = || sample.distinct(*at, 60).iter().all(known);
            sample.census.contains(at)
                || hints(Role::Partner).any(|hint| name.contains(hint)) && listed()
                || holds(&name, "country|pais|país|partner|pdes")
                    && (!is_other(Role::Partner, &name) || plain(&name) == "partnercode")
                    && !mostly(sample, *at, &is_period)
        };
        found.extend(free(found).into_iter().find(numbered).map(|at| (Role::Partner, at)));
    }
    // Goods by their codes, whatever the column is called.
    if !has(found, Role::Product) {
        let coded = |at: &usize| {
            heads::is_codes(sample, *at)
                && !numbers_countries(sample, *at)
                && !sample.census.contains(at)
        };
        if let Some(at) = (0..sample.header.len()).find(coded) {
            let figures = |role: Role| matches!(role, Role::Value | Role::Weight | Role::Quantity);
            let taken = found.iter().find(|(_, own)| *own == at).map(|(role, _)| *role);
            if taken.is_none_or(figures) {
                found.retain(|(_, own)| *own != at);
                found.push((Role::Product, at));
            }
        }
    }
    // Beside names of goods stand their codes: `Código; Descripción`.
    const CODES: &str =
        "code|codes|codigo|código|codice|kod|kode|代码|编码|コード|코드|код|sh|sa|nandina|pos";
    let digits = |cell: &str| product_code(cell, true).bytes().all(|own| own.is_ascii_digit());
    let name = found.iter().find(|(role, _)| *role == Role::ProductName).map(|(_, at)| *at);
    if let Some(name) = name.filter(|_| !has(found, Role::Product)) {
        // Whatever it is called, what comes again and again beside the same name is no figure.
        let again = |at: &usize| {
            let long = |cell: &str| cell.len() > 2 && fits_hs(cell);
            sample.distinct(*at, 400).len() * 2 <= sample.rows.len()
                && mostly(sample, *at, &long)
                && goes_together(sample, *at, name)
        };
        let code = |at: &usize| {
            let own = plain(sample.name(*at));
            mostly(sample, *at, &digits)
                && ((CODES.split('|').any(|word| word == own) || is_chapter(&own))
                    && goes_with(sample, *at, name)
                    || again(at))
        };
        found.extend(free(found).into_iter().find(code).map(|at| (Role::Product, at)));
    }
    // Goods by names that are longer than codes are.
    if !has(found, Role::Product) && !has(found, Role::ProductName) {
        let named = |at: &usize| {
            is_hint(Role::Product, &plain(sample.name(*at)))
                && !sample.countries.contains(at)
                && !numbers_countries(sample, *at)
                && !mostly(sample, *at, &|cell| is_number(cell) || is_period(cell))
        };
        found.extend(free(found).into_iter().find(named).map(|at| (Role::ProductName, at)));
    }
    // Of two columns that are called goods the one with digits has their codes.
    let product = found.iter().find(|(role, _)| *role == Role::Product).map(|(_, at)| *at);
    if let Some(words) = product.filter(|at| !mostly(sample, *at, &digits))
        && !has(found, Role::ProductName)
    {
        // Or after codes, `Código SACH`, of four digits and more.
        let coded = |at: usize| {
            let name = small(sample.name(at));
            holds(&name, "code|codigo|código|codice|kod") && heads::is_codes(sample, at)
                || heads::are_tariff_lines(sample, at)
        };
        let code = |at: &usize| {
            (is_hint(Role::Product, &plain(sample.name(*at))) || coded(*at))
                && mostly(sample, *at, &digits)
                && (goes_with(sample, *at, words)
                    || [*at, words].into_iter().all(|at| sample.distinct(at, 1).len() == 1))
        };
        if let Some(code) = free(found).into_iter().find(code) {
            found.retain(|(role, _)| *role != Role::Product);
            found.extend([(Role::Product, code), (Role::ProductName, words)]);
        }
    }
    // Beside a code stands its name.
    if has(found, Role::Product) && !has(found, Role::ProductName) {
        let named = |at: &usize| {
            let name = sample.name(*at).lower();
            hints(Role::Product).any(|hint| name.contains(hint))
                && !is_other(Role::Product, &name)
                && !name.contains("classification")
                && !mostly(sample, *at, &is_number)
        };
        let code = found.iter().find(|(role, _)| *role == Role::Product).map(|(_, at)| *at);
        let told = |at: &usize| code.is_some_and(|code| goes_with(sample, code, *at));
        let all: Vec<usize> = free(found).into_iter().filter(named).collect();
        let own = all.iter().find(|at| told(at) && sample.distinct(**at, 1).len() > 1);
        // Another code is no name.
        let worded = |cell: &str| cell.chars().filter(|own| own.is_alphabetic()).count() > 2;
        let first = all.first().filter(|at| mostly(sample, **at, &worded));
        found.extend(own.or(first).map(|at| (Role::ProductName, *at)));
    }
    // A column that is called a unit of weight and nothing else: `t`.
    if !has(found, Role::Weight) {
        // Of columns called A to J none holds grams.
        let letters = sample.header.iter().filter(|name| name.len() == 1).count() > 2;
        let mass = |at: &usize| {
            let name = sample.name(*at);
            !(letters && name.len() == 1)
                && is_unit(name)
                && tonnes(name).is_some()
                && has_numbers(sample, *at)
        };
        // Or after an amount and its unit: `Amount imported (in metric tons)`.
        let amount = |at: &usize| {
            let name = sample.name(*at);
            holds(&small(name), "amount|imported|exported|traded|shipped|montant|betrag|cantidad")
                && matches!(what(name, ""), Some(What::Weight(_) | What::Count(..)))
                && has_numbers(sample, *at)
        };
        let open = free(found);
        let own = open.iter().copied().find(mass);
        let own =
            own.or_else(|| open.into_iter().find(amount).filter(|_| !has(found, Role::Value)));
        found.extend(own.map(|at| (Role::Weight, at)));
    }
    // Beside a value a weight of the same direction, whatever it is called: `出口量（吨）`.
    let value = found.iter().find(|(role, _)| *role == Role::Value).map(|(_, at)| *at);
    if let Some(value) = value.filter(|_| !has(found, Role::Weight)) {
        let weighed = |at: &usize| {
            let name = sample.name(*at);
            matches!(what(name, ""), Some(What::Weight(_)))
                && flow_in(name) == flow_in(sample.name(value))
                && !is_other(Role::Weight, &name.lower())
                && has_numbers(sample, *at)
        };
        let all: Vec<usize> = free(found).into_iter().filter(weighed).collect();
        let net = all.iter().find(|at| !is_gross(sample.name(**at)));
        found.extend(net.or(all.first()).map(|at| (Role::Weight, *at)));
    }
    // Rows of values between rows of quantities: whatever their column is called, they are never added to each other.
    if !has(found, Role::Measure) {
        let taken = |at: &usize| found.iter().find(|(_, own)| own == at).map(|(role, _)| *role);
        let open = |at: &usize| {
            let worded = [None, Some(Role::ProductName), Some(Role::Product), Some(Role::Flow)];
            // A unit without a weight beside it may be a money that several countries call so: `kg`, `kr`.
            let unit = taken(at) == Some(Role::WeightUnit) && !has(found, Role::Weight);
            worded.contains(&taken(at)) || unit && sample.cells(*at).any(is_unnamed)
        };
        if let Some(at) = (0..sample.header.len()).filter(open).find(|at| mixes(sample, *at)) {
            found.retain(|(_, own)| *own != at);
            found.push((Role::Measure, at));
        }
    }
    // What such rows say of is the only figure.
    let measure = found.iter().find(|(role, _)| *role == Role::Measure).map(|(_, at)| *at);
    if measure.is_some_and(|at| mixes(sample, at)) && !has(found, Role::Value) {
        let figure = |at: &usize| {
            has_numbers(sample, *at)
                && !mostly(sample, *at, &is_period)
                && !is_period(sample.name(*at))
                && !sample.is_headed(*at)
        };
        let figures: Vec<usize> = free(found).into_iter().filter(figure).collect();
        if let [own] = figures[..] {
            found.push((Role::Value, own));
        }
    }
    // The only figures are the value, whatever they are called; that is asked.
    let figures = [Role::Value, Role::Weight, Role::Measure];
    if !figures.into_iter().any(|role| has(found, role)) {
        let numbers = |at: &usize| {
            let name = sample.name(*at);
            mostly(sample, *at, &is_number)
                && !mostly(sample, *at, &is_period)
                && flow_in(name).is_none()
                && what(name, "") != Some(What::Other)
                && !is_running(name)
                && !is_multiplier(sample, *at)
        };
        let open = free(found);
        let sided =
            |at: &usize| matches!(sample.way(*at), Some(Way::Flow(_))) && has_numbers(sample, *at);
        // Beside columns of exports or of imports the only other one holds something else.
        let alone = !open.iter().any(sided);
        let own: Vec<usize> = open.into_iter().filter(|at| alone && numbers(at)).collect();
        let one = if let [at] = own.as_slice() { Some(*at) } else { sum_beside(sample, &own) };
        let weighed = |at: usize| matches!(what(sample.name(at), ""), Some(What::Weight(_)));
        let role = |at| if weighed(at) { Role::Weight } else { Role::Value };
        found.extend(one.map(|at| (role(at), at)));
    }
    // Times in words, whatever their column is called.
    if ![Role::Period, Role::Year, Role::Month].into_iter().any(|role| has(found, role)) {
        let dated = |at: &usize| {
            let worded = |cell: &str| is_period(cell) && !is_number(cell);
            sample.cells(*at).any(worded) && mostly(sample, *at, &is_period)
        };
        found.extend(free(found).into_iter().find(dated).map(|at| (Role::Period, at)));
    }
    // Or years that go up or down, or come in the same order again.
    if ![Role::Period, Role::Year, Role::Month].into_iter().any(|role| has(found, role)) {
        let years = |at: &usize| is_of_years(sample, *at);
        if let Some(at) = (0..sample.header.len()).find(years) {
            found.retain(|(_, own)| *own != at);
            found.push((Role::Period, at));
        }
    }
    // Columns that nobody named.
    let nameless = |at: &usize| sample.is_lettered(*at);
    if !has(found, Role::Period) {
        let dated = |at: &usize| {
            nameless(at) && sample.cells(*at).any(is_period) && mostly(sample, *at, &is_period)
        };
        found.extend(free(found).into_iter().find(dated).map(|at| (Role::Period, at)));
    }
    if !has(found, Role::Product) {
        let coded = |at: &usize| {
            let code = |cell: &str| {
                let code = product_code(cell, true);
                code.len() >= 4 && code.bytes().all(|byte| byte.is_ascii_digit()) && fits_hs(&code)
            };
            nameless(at) && !mostly(sample, *at, &is_period) && mostly(sample, *at, &code)
        };
        found.extend(free(found).into_iter().find(coded).map(|at| (Role::Product, at)));
    }
    // Where no column has a name, words beside figures are the goods.
    if !(0..sample.header.len()).all(|at| nameless(&at)) {
        return;
    }
    if !has(found, Role::Product) && !has(found, Role::ProductName) {
        let worded = |cell: &str| {
            cell.chars().filter(|own| own.is_alphabetic()).count() > 2
                && !is_unit(cell)
                && dates::year_and_month("2000", Some(cell)).is_none()
        };
        let goods = |at: &usize| mostly(sample, *at, &worded);
        found.extend(free(found).into_iter().find(goods).map(|at| (Role::ProductName, at)));
    }
    // Of two columns of figures the first says how much there is and the second what it costs, as offices mostly have
    // them, unless the first alone has the decimals of money.
    let figures = [Role::Value, Role::Weight, Role::Quantity, Role::Measure];
    if !figures.into_iter().any(|role| has(found, role)) {
        let counts = |at: &usize| {
            has_numbers(sample, *at)
                && !mostly(sample, *at, &is_period)
                && sample.cells(*at).any(|cell| cell.len() > 2)
        };
        let own: Vec<usize> = free(found).into_iter().filter(counts).collect();
        let paid = |at: usize| {
            let behind = |cell: &str| cell.rsplit_once('.').is_some_and(|(_, own)| own.len() == 2);
            mostly(sample, at, &behind)
        };
        if let [first, second] = own[..] {
            let (weight, value) =
                if paid(first) && !paid(second) { (second, first) } else { (first, second) };
            found.extend([(Role::Weight, weight), (Role::Value, value)]);
        }
    }
}

/// Whether a word is that of a money, but not of which.
fn is_unnamed(word: &str) -> bool {
    matches!(what(word, ""), Some(What::Value(_))) && money_in(word).is_none()
}

/// Whether a few words of a column say of each row what it measures: money here, a weight or a number there.
fn mixes(sample: &Sample, at: usize) -> bool {
    let words = sample.distinct(at, 6);
    let kinds: Vec<Option<What>> = words.into_iter().map(|cell| what(cell, "")).collect();
    let value = |kind: &Option<What>| matches!(kind, Some(What::Value(_)));
    kinds.len() <= 6
        && kinds.len() * 2 <= sample.rows.len()
        && kinds.iter().all(Option::is_some)
        && kinds.iter().any(value)
        && kinds.iter().any(|kind| !value(kind))
}

/// Whether a name that holds a hint of a role is another's: `Domain Code`, `Partner Code`, `Unit value`.
fn is_other(role: Role, name: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match role {
        Role::Product => has(&[
            "region",
            "country",
            "partner",
            "reporter",
            "domain",
            "flag",
            "element",
            "flow",
            "unit",
            "year",
            "port",
            "district",
            "status",
            "area",
            "customs",
            "office",
            "indicator",
            "measure",
            "series",
            "ülke",
            "land",
            "pays",
            "país",
            "страна",
            "국가",
            "国",
            "伙伴",
            "effective",
            "rate",
            "production",
            "productiv",
        ]),
        Role::ProductName => {
            has(&[
                "flag",
                "country",
                "partner",
                "reporter",
                "flow",
                "unit",
                "mode",
                "transport",
                "section",
                "chapter",
                "office",
                "district",
                "region",
                "port",
            ]) && !has(&["export", "import"])
        }
        Role::Value => {
            matches!(what(name, ""), Some(What::Other | What::Weight(_) | What::Count(..)))
                || has(&["flag", "evaluat", "unit"])
                || has(&["europ"]) && what(name, "").is_none()
        }
        Role::Weight => {
            // What a country makes and uses stands beside what it trades.
            has(&["unit", "flag", "estimat", "est ", "pct", "percent", "%"])
                || is_by_carrier(name)
                || has(&["production", "consumption", "demand", "stock", "domestic", "harvest"])
                    && flow_in(name).is_none()
        }
        Role::Partner => {
            has(&["code", "region", "group", "reporter"]) && !has(&["name", "country"])
                || has(&["product origin", "sector", "institution"])
        }
        Role::Measure => has(&["unit", "einheit", "unidad", "unidade"]),
        Role::WeightUnit => has(&["prix", "price", "preis", "precio", "preço", "value", "cost"]),
        Role::Period => has(&["update", "publish", "lead time", "period desc"]),
        Role::Flow => has(&["overflow"]),
        Role::Reporter => has(&["geon", "geog"]),
        _ => false,
    }
}

/// Whether a column counts the rows from 1 on, and not the months of one year.
pub fn numbers_rows(sample: &Sample, place: usize) -> bool {
    let cells = sample.rows.iter().filter_map(|row| row.get(place));
    let count = sample.rows.len();
    count != 12 && cells.enumerate().all(|(at, cell)| cell.trim() == (at + 1).to_string())
}

/// A year's and a month's columns stand for one of both.
pub fn year_and_month(sample: &Sample, names: &[String], found: &mut Vec<(Role, usize)>) {
    let bare_year = |place: usize| {
        mostly(sample, place, &|cell| dates::bare_year(cell).is_some() && is_period(cell))
            || is_of_republic(sample, place) && sample.cells(place).all(|cell| cell.len() == 3)
    };
    let period_at = found.iter().find(|(role, _)| *role == Role::Period).map(|(_, place)| *place);
    let of_months = |place: &usize| {
        // Lines of totals have a word for them in place of a month.
        let mut cells = sample.distinct(*place, 15);
        cells.retain(|cell| named_total(cell).is_none());
        !cells.is_empty()
            && cells.len() <= 13
            && cells.iter().all(|cell| {
                dates::year_and_month("2000", Some(cell))
                    .is_some_and(|found| found.start.year() == 2000)
            })
    };
    let named = |place: &usize| {
        let name = names.get(*place).map_or("", String::as_str);
        name.starts_with("column")
            && !numbers_rows(sample, *place)
            && (!mostly(sample, *place, &is_number)
                || period_at.is_some_and(|at| at.abs_diff(*place) == 1 && bare_year(at)))
            || name == "period" && !mostly(sample, *place, &is_number)
            || hints(Role::Month).any(|hint| {
                name == hint || hint.len() > 2 && (name.starts_with(hint) || name.ends_with(hint))
            })
    };
    // A column that is called months is one, though not all of its words are known: what is no month is
    // told row by row, and no month becomes a year.
    let called = |place: &usize| {
        let name = names.get(*place).map_or("", String::as_str);
        is_hint(Role::Month, name) && !mostly(sample, *place, &is_number)
    };
    let month = (0..names.len()).find(|place| {
        Some(*place) != period_at && (named(place) && of_months(place) || called(place))
    });
    let year = |place: &usize| {
        Some(*place) != month
            && bare_year(*place)
            && [
                "year",
                "jahr",
                "anno",
                "rok",
                "vuosi",
                "год",
                "ano",
                "año",
                "anio",
                "année",
                "yr",
                "年",
                "yyyy",
                "년",
                "연도",
                "yıl",
                "yil",
                "tahun",
                "рік",
                "năm",
                "السنة",
                "ปี",
                "år",
                "jaar",
                "column",
            ]
            .iter()
            .any(|word| names.get(*place).is_some_and(|name| name.contains(word)))
    };
    let Some(month) = month else { return };
    // Years may head the columns, and rows say the months.
    let headed =
        |place: &usize| years(sample.name(*place)) == 1 && mostly(sample, *place, &is_number);
    let no_year = !(0..names.len()).any(|place| year(&place)) && !period_at.is_some_and(bare_year);
    if no_year && (0..names.len()).filter(headed).count() > 1 {
        found.retain(|(role, place)| *role != Role::Period && *place != month);
        found.push((Role::Month, month));
        return;
    }
    let year = period_at.filter(|place| bare_year(*place)).or_else(|| (0..names.len()).find(year));
    let Some(year) = year else { return };
    // A column that holds both is better than two.
    if period_at.is_some_and(|place| place != year && !bare_year(place) && place != month) {
        return;
    }
    found.retain(|(role, place)| *role != Role::Period && *place != month && *place != year);
    found.extend([(Role::Year, year), (Role::Month, month)]);
}

/// Whether the cells of a column could be what the role needs.
fn fits(role: Role, sample: &Sample, place: usize) -> bool {
    let mostly = |test: &dyn Fn(&str) -> bool| mostly(sample, place, test);
    // What says how many one is holds figures: `Goods credits (exports), $ Millions, Original`.
    if matches!(role, Role::Product | Role::ProductName | Role::Partner)
        && factor_in(sample.name(place)).is_some()
        && has_numbers(sample, place)
    {
        return false;
    }
    // Words for directions name no goods.
    if matches!(role, Role::Product | Role::ProductName) && tells_flows(sample, place) {
        return false;
    }
    match role {
        // What is called a value or a share of a year holds that, and no years: `prev_year_value`.
        Role::Period => {
            let name = sample.name(place);
            let amount = matches!(what(name, ""), Some(What::Value(_)))
                || holds(&small(name), "share|growth|percent|pct|%");
            !amount && (mostly(&is_period) || is_told_years(sample, place))
        }
        // What is called an amount or its growth holds that, be it empty in the first rows: `进出口金额同比`.
        Role::Flow => {
            mostly(&|cell| way(cell.as_bytes()).is_some() || cell.len() == 1)
                && !matches!(what(sample.name(place), ""), Some(What::Other | What::Value(_)))
        }
        Role::Value => has_numbers(sample, place) && !is_rate(sample, place),
        Role::Weight => has_numbers(sample, place),
        Role::WeightUnit => {
            let told = |cell: &str| {
                tonnes(cell).is_some() || counted(cell).is_some() || money_in(cell).is_some()
            };
            // Units that nobody knows are some all the same in a column that is called after them.
            let called = matches!(
                plain(sample.name(place)).as_str(),
                "quantityunit" | "qtyunit" | "unidadmedida" | "unidaddemedida" | "unitofmeasure"
            ) && !mostly(&is_number);
            let mut cells = sample.cells(place).take(300).peekable();
            cells.peek().is_none() || called || cells.any(told)
        }
        Role::Measure => sample.distinct(place, 40).iter().any(|cell| what(cell, "").is_some()),
        Role::Product => {
            // What names money holds figures: `Goods, Value of Trade Balance, US Dollars`.
            money_in(sample.name(place)).is_none()
                && mostly(&|cell| cell.chars().count() <= 40 || coded(cell).is_some())
                && !counts_items(sample, place)
                && !sample.cells(place).take(300).any(is_fraction)
                && !mostly(&|cell| {
                    is_number(cell)
                        && cell.contains(['.', ','])
                        && !product_code(cell, true).bytes().all(|byte| byte.is_ascii_digit())
                })
        }
        Role::ProductName => !has_numbers(sample, place),
        // Of a code and a name the name: whose list the code is of nobody knows.
        Role::Partner => {
            let digits =
                |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            // Codes of countries may be marks of absence elsewhere: `NA`, `SD`.
            let lettered = |cell: &str| cell.contains(char::is_alphabetic);
            sample.cells(place).any(lettered)
                && !(sample.cells(place).any(digits) && mostly(&digits))
        }
        _ => true,
    }
}

/// Whether a column counts the items of a declaration, whose goods another column has as codes of the tariff.
fn counts_items(sample: &Sample, place: usize) -> bool {
    const CALLED: [&str; 6] = ["item", "ítem", "itemno", "itemnumber", "linea", "línea"];
    let code = |cell: &str| (8..11).contains(&cell.len()) && fits_hs(cell);
    CALLED.contains(&plain(sample.name(place)).as_str())
        && mostly(sample, place, &|cell| cell.len() < 4 && is_number(cell))
        && (0..sample.header.len()).any(|at| mostly(sample, at, &code))
}

/// Whether the words of a column are exports, imports and what is made of them, and hardly anything else.
fn tells_flows(sample: &Sample, place: usize) -> bool {
    let words = sample.distinct(place, 12);
    let ways: Vec<Way> = words.iter().filter_map(|word| flow_in(word)).collect();
    let has = |flow: Flow| ways.contains(&Way::Flow(flow));
    words.len() <= 12 && ways.len() * 3 >= words.len() * 2 && has(Flow::Export) && has(Flow::Import)
}

/// What a table's header and first rows suggest, as a mapping's pairs.
pub fn suggested(sample: &Sample) -> Vec<(&'static str, String)> {
    let mut guessed = guess(sample);
    let mut lands = countries(sample, &[]);
    guessed.retain(|(_, place)| !lands.contains(place));
    lands.extend(heads_of_goods(sample));
    // Where months or years head the columns, no single one is the value's.
    let mut bare = Layout::blank("");
    for (role, place) in
        guessed.iter().filter(|(role, _)| !matches!(role, Role::Value | Role::Weight))
    {
        bare.put(*role, *place);
    }
    let dated = bare.first_of(&[Role::Period, Role::Year]).is_some();
    let row = |set: &layouts::Set| {
        sample.undated && set.when == layouts::When::Row && set.country.is_none()
    };
    let months = || sample.header.iter().filter(|name| is_month(name) || is_month_of(name)).count();
    let headed = !dated && wide(&bare, sample).iter().any(|set| !row(set)) || dated && months() > 5;
    if headed {
        guessed.retain(|(role, _)| !matches!(role, Role::Value | Role::Weight));
    }
    let has = |role: Role| guessed.iter().any(|(own, _)| *own == role);
    let mut sided: Vec<(Role, usize)> = Vec::new();
    let mut layout = Layout::blank("");
    for (role, place) in &guessed {
        if !matches!(role, Role::Value | Role::Weight) {
            layout.put(*role, *place);
        }
    }
    // Exports and imports in columns of their own.
    for (at, name) in sample.header.iter().enumerate() {
        let Some(Way::Flow(flow)) = sample.way(at) else { continue };
        // Nor is one month's of either.
        let monthly = dated && headed && (is_month_of(name) || joined_month(name).is_some());
        if lands.contains(&at) || monthly {
            continue;
        }
        if guessed
            .iter()
            .any(|(role, place)| *place == at && !matches!(role, Role::Value | Role::Weight))
            || !mostly(sample, at, &is_number)
            || sample.cells(at).next().is_none()
        {
            continue;
        }
        let weighed =
            matches!(what(name, ""), Some(What::Weight(_) | What::Quantity | What::Count(..)));
        if what(name, "") == Some(What::Other) {
            continue;
        }
        let role = match (flow, weighed) {
            (crate::trade::Flow::Export, false) => Role::Exports,
            (crate::trade::Flow::Export, true) => Role::ExportWeight,
            (_, false) => Role::Imports,
            (_, true) => Role::ImportWeight,
        };
        match sided.iter_mut().find(|(own, _)| *own == role) {
            // Total exports stand before domestic ones, of the same money.
            Some((_, own)) => {
                let (old, new) = (sample.name(*own), name.as_str());
                let alike = money_in(old) == money_in(new);
                let named = money_in(old).is_none() && money_in(new).is_some();
                let better = alike && rank(new) > rank(old) || named && rank(new) >= rank(old);
                // What goes below zero is the growth of the one beside it, or a balance.
                if is_rather(sample, at, *own) || better && !is_rather(sample, *own, at) {
                    *own = at;
                }
            }
            None => sided.push((role, at)),
        }
    }
    // The quantity that is called like the values of the only direction: `Total_volume` beside `Total_imp`.
    if let [(role @ (Role::Exports | Role::Imports), value)] = sided[..] {
        let stem = |at: usize| {
            let name = sample.name(at);
            name.rsplit_once(['_', ' ', '-', '.']).map(|(stem, _)| small(stem))
        };
        let weighs = |at: &usize| {
            stem(*at).is_some_and(|own| Some(own) == stem(value))
                && matches!(what(sample.name(*at), ""), Some(What::Weight(_) | What::Quantity))
                && has_numbers(sample, *at)
        };
        let weight = if role == Role::Exports { Role::ExportWeight } else { Role::ImportWeight };
        let free = |at: &usize| {
            let amount = |role: &Role| matches!(role, Role::Value | Role::Weight);
            !guessed.iter().any(|(role, own)| own == at && !amount(role))
        };
        let own = guessed.iter().find(|(role, _)| *role == Role::Weight).map(|(_, at)| *at);
        let found = (0..sample.header.len()).filter(free).find(weighs).or(own);
        sided.extend(found.map(|at| (weight, at)));
    }
    let both = sided.iter().any(|(role, _)| *role == Role::Exports)
        && sided.iter().any(|(role, _)| *role == Role::Imports);
    let above = has(Role::Month) && month_below_years(sample).is_some() || is_below_years(sample);
    // Where headings have times of their own, the title's is not that of all figures.
    let titled = (sample.period.is_some() || sample.undated) && !headed;
    let dated = has(Role::Period) || has(Role::Year) || above || titled;
    let alone = !has(Role::Value) && !has(Role::Measure);
    let sided = if (both || alone) && dated { sided } else { Vec::new() };
    let mut found = Vec::new();
    for (role, place) in guessed
        .iter()
        .filter(|(role, _)| sided.is_empty() || !matches!(role, Role::Value | Role::Weight))
        .chain(&sided)
    {
        let name = MAPPED.iter().find(|(own, _)| own == role).map(|(_, name)| *name);
        found.extend(name.zip(sample.header.get(*place).cloned()));
    }
    let named = |role: Role| {
        let place = guessed.iter().find(|(own, _)| *own == role).map(|(_, place)| *place)?;
        sample.header.get(place)
    };
    let money = named(Role::Value).filter(|_| sided.is_empty()).and_then(|name| money_in(name));
    found.extend(money.map(|money| ("money", format!("={}", money.code()))));
    found
}

/// Whether a heading is the name of a month and nothing else, in one language or in several: `Янв. Jan.`.
pub fn is_month(name: &str) -> bool {
    let month = |word: &str| {
        let found = dates::year_and_month("2000", Some(word)).filter(|own| own.months == 1);
        let long = (3..=12).contains(&word.chars().count());
        let named = long && word.chars().all(|letter| letter.is_alphabetic() || letter == '.');
        found.filter(|_| named)
    };
    let mut words = name.split([' ', '/']).filter(|word| !word.is_empty());
    let first = words.next().and_then(month);
    first.is_some() && words.all(|word| month(word) == first)
}

/// Whether a heading is a month and what is measured, or which way: `January Qty`, `Value, Feb`, `IFEB`.
pub fn is_month_of(name: &str) -> bool {
    let words = || name.split([' ', '_', ',', '-']).filter(|word| !word.is_empty());
    let measured = |word: &str| {
        what(word, "").is_some_and(|own| own != What::Other)
            || matches!(flow_in(word), Some(Way::Flow(_)))
    };
    let joined = matches!(joined_month(name), Some((_, Some(_))));
    joined || words().count() == 2 && words().any(is_month) && words().any(measured)
}

/// Whether a column that is called after units or factors has ones, thousands and other powers of ten.
pub fn is_multiplier(sample: &Sample, at: usize) -> bool {
    let name = plain(sample.name(at));
    let called = ["unit", "units", "multiplier", "factor", "scale", "unité", "unidad"]
        .contains(&name.as_str());
    let cells = sample.distinct(at, 12);
    let power = |cell: &&str| *cell == "1" || is_power_of_ten(cell);
    called && !cells.is_empty() && cells.iter().all(power)
}
