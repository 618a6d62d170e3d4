//! Which money a file's values are in, where it does not say.

use super::factors::{factor, in_myriads, labelled_factor, likely_factor, take_factor, twice};
use super::likely_money::{
    UNKNOWN_MONEY, money_of, own_money, reporters_money, said_money, spelt_money, usual_money,
};
use super::quantity_units::{
    QUANTITIES, likely_quantity, of_quantities, quantity_of, take_quantities, titled_quantity,
    usual_units,
};
use crate::import::asking::Asking;
use crate::import::cells::vocabulary::{
    factor_in, flow_in, holds, is_currency_code, is_share, money_beside, money_in, small, what,
};
use crate::import::columns::balances;
use crate::import::columns::column_names::is_value;
use crate::import::columns::first_rows::Sample;
use crate::import::layouts::{Layout, Role, TRADE_MAP};
use crate::trade::Unit;
use crate::util::number_in;
use crate::wording::say::import::questions as words;

/// What notes call values.
const OF_VALUES: &str = "value|figures|amounts|wert|valeur|valor|金额|金額|価額|금액|стоимост";

/// Currencies that are offered.
const MONEYS: [&str; 12] =
    ["USD", "EUR", "CNY", "GBP", "JPY", "KRW", "INR", "CAD", "AUD", "BRL", "CHF", "RUB"];

/// The money of the values, and how many of it one is.
pub fn money(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let roles = [Role::Value, Role::Exports, Role::Imports];
    let of_roles: Vec<usize> = roles.into_iter().filter_map(|role| layout.place(role)).collect();
    let of_sets: Vec<usize> =
        layout.sets.iter().filter_map(|set| set.value.map(|(at, _)| at)).collect();
    let columns: Vec<usize> = of_roles.into_iter().chain(of_sets).collect();
    let title = sample.said(OF_VALUES);
    let first = columns.first().copied().filter(|_| layout.place(Role::Measure).is_none());
    let Some(first) = first else {
        // Amounts that name themselves may leave their money to the titles.
        if layout.place(Role::Amount).is_some() || layout.place(Role::Measure).is_some() {
            let named =
                [Role::Measure, Role::Unit].into_iter().filter_map(|role| layout.place(role));
            let mut cells = named.flat_map(|at| sample.distinct(at, 30));
            let all_named = cells.any(|cell| money_in(cell).is_some());
            layout.money = money_in(&title);
            if let Some((name, moneys)) = several_moneys(layout, sample) {
                let moneys: Vec<&str> = moneys.iter().map(|own| own.code()).collect();
                let likely = moneys.first().copied().unwrap_or_default();
                let asked = words::which_currency(name, &moneys);
                let answer = asking.ask("money", likely, &moneys, asked);
                (layout.money, layout.one_money) = (money_of(&answer), true);
            } else if let Some(word) = asking.answer("money") {
                let own = money_answered(word);
                layout.money = own.map(|(money, _)| money);
                take_factor(layout, own.and_then(|(_, factor)| factor).unwrap_or(1.0));
                if own.is_none() {
                    asking.wrong("money", word, words::currency_and_factor());
                }
            } else if !all_named && layout.money.is_none() && !of_quantities(layout, sample) {
                let likely = said_money(layout, sample).unwrap_or(UNKNOWN_MONEY);
                let at =
                    [Role::Amount, Role::Value].into_iter().find_map(|role| layout.place(role));
                let name = at.map_or("OBS_VALUE", |at| sample.name(at));
                // A row's own words may say how many it counts in one: `Value (in million vatu)`.
                let measure = layout.place(Role::Measure);
                let mut words = measure.into_iter().flat_map(|at| sample.distinct(at, 30));
                let stated = layout.scale.is_some() || words.any(|word| factor_in(word).is_some());
                let answer = asked_money(
                    asking,
                    (likely, None, stated),
                    (name, &[], None),
                    (usual_money(layout, sample), in_myriads(sample)),
                );
                let own = money_answered(&answer);
                layout.money = own.map(|(money, _)| money);
                take_factor(layout, own.and_then(|(_, factor)| factor).unwrap_or(1.0));
            }
            let named =
                [Role::Measure, Role::Unit].into_iter().filter_map(|role| layout.place(role));
            let stated = named
                .flat_map(|at| sample.distinct(at, 30))
                .find_map(|cell| layout.factor_in(cell));
            match (stated, layout.place(Role::Amount)) {
                (Some(found), _) => twice(layout, sample, asking, found),
                // What no row says the lines above may.
                (None, Some(at))
                    if layout.factor == 1.0
                        && !layout.guarded
                        && !of_quantities(layout, sample) =>
                {
                    let name = sample.name(at).to_owned();
                    factor(layout, sample, asking, &[at], (&name, &title));
                }
                _ => {}
            }
        }
        return;
    };
    let name = sample.name(first).to_owned();
    let unit = |cell: &str| money_in(cell);
    // A column of currencies, or of units that name them.
    let used: Vec<usize> = layout.used().collect();
    let column = (0..sample.header.len()).find(|at| {
        const NAMES: &str =
            "currency|money|währung|devise|moneda|valuta|unit|medida|einheit|币制|货币";
        let cells = sample.distinct(*at, 12);
        let code = |cell: &&str| money_in(cell).is_some() && is_currency_code(cell);
        let called = holds(&small(sample.name(*at)), NAMES)
            && cells.iter().any(|cell| money_of(cell).is_some());
        // Codes of money are no codes of anything else.
        !used.contains(at) && (called || !cells.is_empty() && cells.iter().all(code))
    });
    let mut moneys: Vec<&str> = column.map(|at| sample.distinct(at, 12)).unwrap_or_default();
    // Rows of shares beside those of one money are left out.
    let all = moneys.len();
    moneys.retain(|cell| !is_share(cell));
    if let (Some(at), [own]) = (column, moneys.as_slice())
        && all > 1
    {
        layout.only.push((at, (*own).to_owned()));
    }
    let first_money = moneys.first().and_then(|cell| money_of(cell));
    let same = moneys.iter().all(|cell| money_of(cell) == first_money);
    let of_column = match column {
        Some(at) if same => {
            layout.paid = moneys.first().map(|own| (at, (*own).to_owned()));
            first_money
        }
        // Several do not add up: one of them is chosen.
        Some(at) => {
            let name = sample.name(at);
            let answer = asking.choose(
                &format!("which:{name}"),
                moneys.first().copied().unwrap_or_default(),
                &moneys,
                words::which_currency(name, &moneys),
            );
            // Until it is answered, too, no row of another money is taken for one of this.
            layout.only.extend(answer.map(|own| (at, own.to_owned())));
            answer.and_then(money_of)
        }
        None => None,
    };
    let said = asking.answer("money").map(str::to_owned);
    let (mut times, mut quantity) = (None, None);
    // Only periods, countries and directions head such columns.
    let unsaid = |at: &usize| {
        let name = sample.name(*at);
        what(name, "").is_none() && (flow_in(name).is_some() || !is_value(name))
    };
    let headed = layout.sets.iter().any(|set| set.goods.is_some());
    // What stands beside a weight of its own is none.
    let weighed = layout.sets.iter().any(|set| set.value.is_some() && set.weight.is_some());
    let open = (headed || columns.iter().all(unsaid) && !weighed)
        && layout.minus.is_empty()
        && layout.scale.is_none();
    if let Some(unit) = said.as_deref().filter(|own| open && money_answered(own).is_none()) {
        let counting = quantity_of(layout, unit);
        return take_quantities(layout, counting);
    }
    let stated =
        layout.scale.is_some() || factor_in(&name).is_some() || factor_in(&title).is_some();
    layout.money = match said {
        Some(word) => {
            let own = money_answered(&word);
            if own.is_none() {
                asking.wrong("money", &word, words::currency_and_factor());
            }
            times = own.and_then(|(_, factor)| factor);
            own.map(|(money, _)| money)
        }
        None => {
            let several = of_column.filter(|_| !same);
            let own = (layout.name == TRADE_MAP).then_some(Unit::US_DOLLAR);
            let of_heading = unit(&name).filter(|_| !balances::names_alone(layout, sample));
            let found = several.or(of_heading).or(of_column).or_else(|| unit(&title)).or(own);
            let mut cells = sample.cells(first).take(40);
            let found = found.or_else(|| cells.find_map(money_beside));
            let found = found.or_else(|| own_money(layout, sample));
            found.or_else(|| spelt_money(sample)).or_else(|| {
                quantity = titled_quantity(layout, sample);
                if quantity.is_some() {
                    return None;
                }
                // A file's name is no more than a hint.
                let hinted = money_in(&sample.file).map(Unit::code);
                let many = hinted.and_then(|_| factor_in(&sample.file));
                let likely = hinted.or_else(|| said_money(layout, sample));
                // What goods are worth to customs is declared in one's own money; China publishes it in two.
                let declared = || reporters_money(layout, sample).filter(|own| *own != "CNY");
                let customs = small(&name).contains("customs");
                let likely = likely.or_else(|| declared().filter(|_| customs));
                let many = many.or_else(|| likely_factor(layout, sample));
                let many = many.or_else(|| labelled_factor(layout, sample));
                let many = many.filter(|_| !stated && (likely.is_some() || !headed));
                let likely = likely.unwrap_or(UNKNOWN_MONEY);
                let usual = usual_units(layout, sample).filter(|_| open);
                let rather = usual.filter(|(_, rather)| *rather && hinted.is_none());
                let rather = rather.and_then(|(units, _)| units.first().copied());
                let other = likely_quantity(&name, &sample.file).or(rather).filter(|_| open);
                let mut units = usual.map_or_else(Vec::new, |(units, _)| units.to_vec());
                units.extend(QUANTITIES.iter().filter(|_| open));
                units.dedup();
                let first = (usual_money(layout, sample), in_myriads(sample));
                let answer =
                    asked_money(asking, (likely, many, stated), (&name, &units, other), first);
                if open && money_answered(&answer).is_none() {
                    quantity = Some(quantity_of(layout, &answer));
                    return None;
                }
                times = factor_in(&answer);
                money_of(&answer)
            })
        }
    };
    if let Some(unit) = quantity {
        return take_quantities(layout, unit);
    }
    // Of goods in what may be no money at all nothing says how many one is.
    let of_ones = headed && !stated && layout.money.is_some_and(|own| own.code() == UNKNOWN_MONEY);
    if let Some(found) = times.or(of_ones.then_some(1.0)) {
        return take_factor(layout, found);
    }
    factor(layout, sample, asking, &columns, (&name, &title));
}

/// The column of amounts’ units that names several currencies, and these.
fn several_moneys<'a>(layout: &Layout, sample: &'a Sample) -> Option<(&'a str, Vec<Unit>)> {
    let columns = [Role::Unit, Role::Measure].into_iter().filter_map(|role| layout.place(role));
    let mut found = columns.filter(|_| !layout.guarded).map(|at| {
        let mut moneys: Vec<Unit> = Vec::new();
        for money in sample.distinct(at, 40).into_iter().filter_map(money_in) {
            if !moneys.contains(&money) {
                moneys.push(money);
            }
        }
        (sample.name(at), moneys)
    });
    found.find(|(_, moneys)| moneys.len() > 1)
}

/// The money and the factor that an answer names, where it is one: `USD`, `1000 USD`, `US$ million`.
fn money_answered(word: &str) -> Option<(Unit, Option<f64>)> {
    let money = money_of(word)?;
    let many = |rest: &str| {
        let plain = number_in(&rest.replace([',', ' '], ""));
        plain.filter(|own| (1.0..=1e12).contains(own)).or_else(|| factor_in(rest))
    };
    match word.trim().rsplit_once(' ') {
        Some((rest, last)) if Unit::parse(&last.to_ascii_uppercase()) == Some(money) => {
            many(rest).map(|own| (money, Some(own)))
        }
        _ => Some((money, factor_in(word))),
    }
}

/// Asks for the money and, where nothing states it, for how many of it one is; where not even that these are
/// values is said, whether they are quantities.
fn asked_money(
    asking: &mut Asking<'_>,
    (likely, many, stated): (&str, Option<f64>, bool),
    (name, units, other): (&str, &[&str], Option<&str>),
    (usual, myriads): (&str, bool),
) -> String {
    // Where none is likely, the usual ones come in their sizes, too.
    let mut first = vec![likely];
    for own in [usual, "USD"].into_iter().filter(|_| likely == UNKNOWN_MONEY) {
        if !first.contains(&own) {
            first.push(own);
        }
    }
    let sizes = words::sizes(myriads);
    let sized = |code: &str| sizes.iter().map(|size| format!("{size} {code}")).collect::<Vec<_>>();
    let all: Vec<(&str, Vec<String>)> = first.iter().map(|code| (*code, sized(code))).collect();
    let sized = sized(likely);
    let mut values: Vec<&str> = Vec::new();
    for (code, sized) in &all {
        values.push(code);
        values.extend(sized.iter().filter(|_| !stated).map(String::as_str));
    }
    let others: Vec<&str> = MONEYS.into_iter().filter(|code| !first.contains(code)).collect();
    values.extend(&others);
    values.extend(units);
    let asked = words::money(name, &first, if stated { &[] } else { sizes }, &others, units);
    let own = many.map(|many| format!("{many} {likely}"));
    let likely = own.as_ref().and_then(|own| sized.iter().find(|sized| *sized == own));
    let likely = likely.map_or(values.first().copied().unwrap_or_default(), String::as_str);
    let likely = other.unwrap_or(likely);
    let answer = asking.ask("money", likely, &values, asked);
    if money_answered(&answer).is_none()
        && units.is_empty()
        && asking.problem.is_none()
        && asking.said.get("money").is_some()
    {
        asking.wrong("money", &answer, words::currency_and_factor());
    }
    answer
}
