//! What a mapping leaves out and the table shows: months in a second line, units and multipliers in columns.

use super::column_guess::{
    is_month, is_month_of, is_multiplier, is_period, mostly, numbers_places, numbers_rows,
    year_and_month,
};
use crate::import::cells::cell_numbers::{is_absent, is_number};
use crate::import::cells::dates;
use crate::import::cells::vocabulary::{
    MONEY_WORDS, System, Way, What, code_of, counted, counting_label, factor_in, flow_in, holds,
    is_of_marks, is_running, is_share, money_in, named_total, small, tonnes, what,
};
use crate::import::columns::first_rows::{Sample, years};
use crate::import::columns::heads;
use crate::import::columns::versions::goes_together;
use crate::import::columns::wide::wide;
use crate::import::layouts::{self, Layout, Role, plain};
use crate::util::Lower as _;
use crate::wording::say::import::noticed;

/// A weight beside the values of one direction is that of these; beside those of both it is of neither.
pub fn weight_of_side(layout: &mut Layout) {
    let sides = [(Role::Exports, Role::ExportWeight), (Role::Imports, Role::ImportWeight)];
    let own: Vec<Role> = sides
        .into_iter()
        .filter(|(value, _)| layout.place(*value).is_some())
        .map(|(_, weight)| weight)
        .collect();
    let Some(at) = layout.place(Role::Weight).filter(|_| !own.is_empty()) else { return };
    layout.take(Role::Weight);
    if let [role] = own[..]
        && layout.place(role).is_none()
    {
        layout.put(role, at);
    }
}

/// Keeps of the months that head columns those that a reader named, where there are several, and takes them for
/// quantities where they were named so.
pub fn month_by_month(layout: &mut Layout, named: &[(Role, usize)]) {
    let column = |set: &layouts::Set| {
        set.value.map(|(at, _)| at).or(set.weight.map(|(at, _)| at)).unwrap_or_default()
    };
    if named.len() > 1 {
        layout.sets.retain(|set| named.iter().any(|(_, at)| *at == column(set)));
    }
    if !named.is_empty() && named.iter().all(|(role, _)| *role == Role::Weight) {
        for set in &mut layout.sets {
            set.weight = set.weight.or(set.value.take().map(|(at, _)| (at, None)));
        }
    }
}

/// Adds to what a mapping says what follows from it: the month beside a year, the other direction's
/// column, columns of periods, the amounts that an indicator tells apart.
pub fn complete(layout: &mut Layout, sample: &Sample) {
    let names: Vec<String> = sample.header.iter().map(|name| plain(name)).collect();
    // A year in a column of its own has its month beside it.
    if let Some(at) = layout.place(Role::Period) {
        let mut found = vec![(Role::Period, at)];
        year_and_month(sample, &names, &mut found);
        let place = |role: Role| found.iter().find(|(own, _)| *own == role).map(|(_, at)| *at);
        let used: Vec<usize> = layout.used().collect();
        if let (Some(year), Some(month)) = (place(Role::Year), place(Role::Month))
            && year == at
            && !used.contains(&month)
        {
            layout.take(Role::Period);
            layout.put(Role::Year, year);
            layout.put(Role::Month, month);
        }
    }
    // Months that head the columns are of the row's year.
    if let Some(at) = layout.place(Role::Period)
        && mostly(sample, at, &|cell| dates::bare_year(cell).is_some() && is_period(cell))
        && sample.header.iter().filter(|name| is_month(name) || is_month_of(name)).count() > 5
    {
        layout.take(Role::Period);
        layout.put(Role::Year, at);
    }
    // A quarter in a column of its own has its year beside it.
    if layout.place(Role::Month).is_none() {
        let used: Vec<usize> = layout.used().collect();
        layout.quarter = (0..names.len()).find(|at| !used.contains(at) && is_quarter(sample, *at));
    }
    // Rows of years, quarters and months may stand in one list, each with its first or last day.
    if layout.place(Role::Months).is_none() {
        let used: Vec<usize> = layout.used().collect();
        if let Some(at) = (0..names.len()).find(|at| !used.contains(at) && is_length(sample, *at)) {
            layout.put(Role::Months, at);
        }
    }
    // Words of the direction may say the money, too: `Exports (Mio EUR)`.
    if let Some(at) = layout.place(Role::Flow)
        && layout.place(Role::Value).is_some()
        && [Role::Measure, Role::Weight].into_iter().all(|role| layout.place(role).is_none())
        && sample.distinct(at, 20).iter().any(|cell| money_in(cell).is_some())
    {
        layout.put(Role::Measure, at);
    }
    if let (Some(at), Some(_)) = (layout.place(Role::Value), layout.place(Role::Measure)) {
        layout.put(Role::Amount, at);
        layout.take(Role::Value);
        if let Some(unit) = layout.place(Role::WeightUnit) {
            layout.take(Role::WeightUnit);
            layout.put(Role::Unit, unit);
        }
    }
    // A unit of money is none of weight, unless it says of some rows that they have a value alone.
    let both = [Role::Value, Role::Weight].into_iter().all(|role| layout.place(role).is_some());
    if let Some(at) = layout.place(Role::WeightUnit)
        && sample.cells(at).any(|cell| money_in(cell).is_some())
        && !(both && sample.cells(at).any(|cell| tonnes(cell).is_some()))
    {
        layout.take(Role::WeightUnit);
        // It says of each row what its figure is: `Euro Thousand` here, `Tonnes` there.
        let others = [Role::Weight, Role::Exports, Role::Imports, Role::Amount];
        let alone = others.into_iter().all(|role| layout.place(role).is_none());
        if let Some(value) = layout.place(Role::Value).filter(|_| alone) {
            layout.take(Role::Value);
            layout.put(Role::Amount, value);
            layout.put(Role::Unit, at);
        }
        // So it does where an indicator says it and periods head the figures.
        if layout.place(Role::Measure).is_some() {
            layout.put(Role::Unit, at);
        }
    }
    // An amount whose name says no money is what its unit says.
    if let Some((at, unit)) = layout.place(Role::Value).zip(layout.place(Role::WeightUnit))
        && money_in(sample.name(at)).is_none()
        && !holds(&small(sample.name(at)), "fob|cif|金额|金額")
        && [Role::Weight, Role::Amount].into_iter().all(|role| layout.place(role).is_none())
        && sample
            .distinct(unit, 12)
            .iter()
            .all(|cell| tonnes(cell).or(counted(cell).map(|(_, own)| own)).is_some())
    {
        layout.take(Role::Value);
        layout.take(Role::WeightUnit);
        layout.put(Role::Amount, at);
        layout.put(Role::Unit, unit);
    }
    // A value that its column calls exports has imports beside it.
    if let Some(at) = layout.place(Role::Value)
        && layout.place(Role::Flow).is_none()
        && let Some(Way::Flow(flow)) = flow_in(sample.name(at))
    {
        let used: Vec<usize> = layout.used().collect();
        let other = (0..names.len()).find(|place| {
            let name = sample.name(*place);
            !used.contains(place)
                && matches!(flow_in(name), Some(Way::Flow(own)) if own != flow)
                && mostly(sample, *place, &is_number)
                && sample.cells(*place).next().is_some()
                && !matches!(
                    what(name, ""),
                    Some(What::Other | What::Weight(_) | What::Quantity | What::Count(..))
                )
        });
        if let Some(other) = other {
            layout.take(Role::Value);
            let export = flow == crate::trade::Flow::Export;
            layout.put(Role::Exports, if export { at } else { other });
            layout.put(Role::Imports, if export { other } else { at });
        }
    }
    let roles = [Role::Value, Role::Weight, Role::Exports, Role::Imports, Role::Amount];
    if !roles.into_iter().any(|role| layout.place(role).is_some()) {
        let goods = heads::sets(layout, sample);
        let sets = if goods.is_empty() { wide(layout, sample) } else { goods };
        // Which column is the value's is not guessed where a mapping leaves it out.
        let named = sets.iter().all(|set| {
            set.when != layouts::When::Row
                || set.flow.is_some()
                || set.country.or(set.goods).is_some()
        });
        layout.sets = if named { sets } else { Vec::new() };
        layout.heads = heads::names(layout, sample);
        quantities_of_units(layout, sample);
    }
    // An indicator may say the direction, too: `Value of exports`.
    let sets_say = layout.sets.iter().any(|set| set.flow.is_some());
    if let (Some(at), None, false) =
        (layout.place(Role::Measure), layout.place(Role::Flow), sets_say)
    {
        let words = sample.distinct(at, 40);
        let mut ways: Vec<Option<Way>> = words.iter().map(|cell| flow_in(cell)).collect();
        let silent = |(word, way): (&&str, &Option<Way>)| way.is_none() && !measures(word);
        let bare = words.iter().zip(&ways).any(silent);
        let any_silent = ways.contains(&None);
        ways.retain(Option::is_some);
        ways.dedup();
        if any_silent {
            ways.insert(0, None);
        }
        match ways[..] {
            // What has no direction of its own is of the only one there is.
            [None, Some(Way::Flow(flow))] if !bare => {
                layout.flow = Some(flow);
                layout.supposed.push(noticed::flow_of_column(flow, sample.name(at)));
            }
            _ if ways.iter().any(|own| matches!(own, Some(Way::Flow(_)))) => {
                layout.put(Role::Flow, at);
            }
            _ => {}
        }
    }
    let free: Vec<usize> = layout.used().collect();
    let powers = (0..names.len()).find(|at| !free.contains(at) && is_power(sample, *at));
    layout.powers = powers.is_some();
    layout.scale = powers
        .or_else(|| (0..names.len()).find(|at| !free.contains(at) && scales(sample, *at)))
        .or_else(|| (0..names.len()).find(|at| labels_count(layout, sample, *at)));
    layout.system = System::Own;
    if layout.place(Role::Product).is_some_and(|at| is_code_of_partner(layout, sample, at)) {
        layout.take(Role::Product);
    }
    name_of_codes(layout, sample);
    // What nobody mapped may tell versions of a figure apart; figures themselves do not.
    let used: Vec<usize> = layout.used().collect();
    let figures = |at: usize| {
        let cells = sample.distinct(at, 60);
        let numbers = !cells.is_empty()
            && cells.iter().all(|cell| is_number(cell) || is_absent(cell.as_bytes()));
        let name = sample.name(at);
        let coded = cells
            .iter()
            .all(|cell| cell.len() <= 6 && cell.bytes().all(|byte| byte.is_ascii_digit()))
            && cells.len() <= 20;
        let lower = small(name);
        // Numbers that tell series apart, and such as are quantities by their name.
        let series = holds(&lower, "vector|series");
        let counts = ["qt_", "qtd", "qte", "qty", "nbr"].iter().any(|own| lower.starts_with(own));
        numbers && !series && (!coded || counts || what(name, "").is_some())
    };
    layout.versions = (0..names.len())
        .filter(|at| !used.contains(at) && !sample.name(*at).is_empty() && !figures(*at))
        // Their name tells no less.
        .filter(|at| !numbers_places(sample, *at) && !numbers_rows(sample, *at))
        .filter(|at| !is_clock(sample, *at) && !marks_year(sample, *at))
        // The sum of months beside them is no version of any, even where a word stands in it here and there.
        .filter(|at| !(is_running(sample.name(*at)) && mostly(sample, *at, &is_number)))
        .collect();
}

/// Whether a word says what is measured.
fn measures(word: &str) -> bool {
    what(word, "").is_some_and(|own| own != What::Other)
}

/// Whether a column marks the figures of one that a year heads, and is called after it: `Y2021F`, `2021 flag`.
fn marks_year(sample: &Sample, at: usize) -> bool {
    const MARKS: &str = "f|flag|flags|n|note|notes|s|status|symbol|mark|footnote|footnotes";
    let name = sample.name(at);
    // `2023 Missing value` beside `2023 US$ at current prices in thousands`.
    if years(name) == 1 && is_of_marks(name) {
        return true;
    }
    let of = |other: &String| {
        let rest = name.strip_prefix(other.as_str()).filter(|_| years(other) == 1)?;
        Some(small(rest).trim_matches(|own: char| !own.is_alphabetic()).to_owned())
    };
    let mut rests = sample.header.iter().filter_map(of);
    rests.any(|rest| MARKS.split('|').any(|own| own == rest))
}

/// Whether a column holds the times of day at which its rows were fetched or written.
fn is_clock(sample: &Sample, at: usize) -> bool {
    let clock = |cell: &&str| {
        let parts = cell.split_once(['T', ' ']).map(|(day, time)| (day, time.as_bytes()));
        matches!(parts, Some((day, [b'0'..=b'9', b'0'..=b'9', b':', ..])) if is_period(day))
    };
    let cells = sample.distinct(at, 60);
    !cells.is_empty() && cells.iter().all(clock)
}

/// Whether a column has the codes of those that another names as partners, and not of goods: `region_code` beside
/// `region_name`.
fn is_code_of_partner(layout: &Layout, sample: &Sample, at: usize) -> bool {
    let first =
        |at: usize| small(sample.name(at)).split(['_', ' ', '-', '.']).next().map(str::to_owned);
    let beside = [Role::PartnerName, Role::Partner].into_iter().find_map(|role| layout.place(role));
    beside.is_some_and(|names| {
        names != at && first(names) == first(at) && goes_together(sample, names, at)
    })
}

/// Takes a column of words for the names of the goods whose codes stand beside them, one for each.
fn name_of_codes(layout: &mut Layout, sample: &Sample) {
    let Some(codes) = layout.place(Role::Product) else { return };
    let used: Vec<usize> = layout.used().collect();
    let names = |at: &usize| {
        let words = sample.distinct(*at, 500);
        let worded = |own: &&str| {
            own.chars().filter(|own| own.is_alphabetic()).count() > 2
                && tonnes(own).is_none()
                && counted(own).is_none()
                && what(own, "").is_none()
        };
        words.len() > 1
            && words.iter().all(worded)
            && !sample.countries.contains(at)
            && goes_together(sample, codes, *at)
    };
    let coded = sample.cells(codes).all(|own| own.bytes().any(|byte| byte.is_ascii_digit()));
    let free = (0..sample.header.len()).filter(|at| coded && !used.contains(at));
    if let Some(at) = free.filter(|_| layout.place(Role::ProductName).is_none()).find(names) {
        layout.put(Role::ProductName, at);
        layout.supposed.push(noticed::names_of_goods(sample.name(at)));
    }
}

/// Takes figures below bare times for what a column of units says that they count in.
fn quantities_of_units(layout: &mut Layout, sample: &Sample) {
    let Some(unit) = layout.place(Role::WeightUnit) else { return };
    let counts = |cell: &str| tonnes(cell).or(counted(cell).map(|(_, own)| own)).is_some();
    let bare = |set: &layouts::Set| {
        let silent = |at: usize| what(sample.name(at), "").is_none() && set.weight.is_none();
        set.value.is_some_and(|(at, factor)| factor == 1.0 && silent(at))
    };
    let mut cells = sample.cells(unit).peekable();
    if cells.peek().is_none() || !cells.all(counts) || !layout.sets.iter().all(bare) {
        return;
    }
    for set in &mut layout.sets {
        set.weight = set.value.take().map(|(at, _)| (at, None));
        set.unit = Some(unit);
    }
}

/// Whether several columns are headed by months, in rows of years: each holds its month's figure and none the year's.
pub fn are_months(sample: &Sample) -> bool {
    sample.header.iter().filter(|name| is_month(name) || is_month_of(name)).count() > 2
}

/// Whether a column says which quarter of a year a row is of.
fn is_quarter(sample: &Sample, at: usize) -> bool {
    const NAMES: &str = "quarter|qtr|trimestre|quartal|kwartal|kwartaal|квартал|季度|四半期|분기";
    let cells = sample.distinct(at, 8);
    holds(&sample.name(at).lower(), NAMES)
        && cells.iter().any(|cell| dates::quarter(cell).is_some())
        && mostly(sample, at, &|cell| {
            dates::quarter(cell).is_some()
                || dates::is_whole_year(cell)
                || named_total(cell).is_some()
        })
}

/// Whether a column says how long the period of its row is. Letters alone may be anything, unless its heading
/// says so.
fn is_length(sample: &Sample, at: usize) -> bool {
    const NAMES: &str = "freq|period|timeformat|time_format|interval|频率|頻率|주기|周期";
    let cells = sample.distinct(at, 8);
    let named = holds(&sample.name(at).lower(), NAMES);
    !cells.is_empty()
        && cells
            .iter()
            .all(|cell| dates::length_named(cell).is_some() && (named || cell.chars().count() > 3))
}

/// Whether a column is the unit multiplier of SDMX: the power of ten that a figure counts in.
pub fn is_power(sample: &Sample, at: usize) -> bool {
    let name = sample.name(at);
    let name = plain(code_of(name));
    let cells = sample.distinct(at, 20);
    let power = |cell: &&str| code_of(cell).parse::<u8>().is_ok_and(|power| power <= 15);
    matches!(name.as_str(), "unitmult" | "unitmultiplier" | "powercode")
        && !cells.is_empty()
        && cells.iter().all(power)
}

/// Whether a cell counts something, as 6140万 does: another number than a power of ten.
pub fn counts(word: &str) -> bool {
    let plain = word.replace([',', '.'], "");
    let mut numbers = plain.split(|one: char| !one.is_ascii_digit()).filter(|one| !one.is_empty());
    numbers.any(|one| one.trim_end_matches('0') != "1")
}

/// Whether a column's cells are words that multiply: thousands, millions, units, alone or of money.
pub fn scales(sample: &Sample, at: usize) -> bool {
    let mut words = sample.distinct(at, 6);
    words.retain(|word| !is_share(word));
    if is_multiplier(sample, at) {
        return words.iter().any(|word| *word != "1");
    }
    let of_units = holds(&small(sample.name(at)), "unit|unidad|einheit|scale|multipl|magnitude");
    const MORE: &str = "currency|valeur|value|$";
    let plain = |word: &&str| {
        let lower = word.lower();
        ["units", "unit", "ones"].contains(&lower.as_str())
            || factor_in(word).is_some()
                && (lower.split(' ').count() == 1
                    || of_units
                    || money_in(word).is_some()
                    || holds(&lower, MONEY_WORDS)
                    || holds(&lower, MORE))
                && !is_number(word)
                && !counts(word)
                && tonnes(word).is_none()
    };
    !words.is_empty()
        && words.len() < 6
        && words.iter().all(plain)
        && words.iter().any(|word| factor_in(word).is_some())
}

/// Whether the labels of most rows say how many their figures count in one.
fn labels_count(layout: &Layout, sample: &Sample, at: usize) -> bool {
    let told = [Role::Measure, Role::Unit, Role::Flow]
        .into_iter()
        .any(|role| layout.place(role) == Some(at));
    let cells = sample.distinct(at, 60);
    let counting = cells.iter().filter(|cell| counting_label(cell).is_some()).count();
    !told && counting > 0 && counting * 5 >= cells.len() * 4
}
