//! What quantities are counted or weighed in, where a file does not say.

use super::likely_money::worded_money;
use crate::import::asking::Asking;
use crate::import::cells::cell_numbers::{is_absent, weighed};
use crate::import::cells::vocabulary::{
    What, counted, counted_in, factor_in, holds, money_in, small, tonnes, what,
};
use crate::import::columns::first_rows::Sample;
use crate::import::columns::mapping::is_count;
use crate::import::columns::wide::titled;
use crate::import::layouts::{Layout, Role};
use crate::trade::Unit;
use crate::util::number_in;
use crate::wording::say::import::noticed;
use crate::wording::say::import::questions as words;

/// A text with commas in place of the words that part what is said of values from what is said of quantities.
pub fn apart(text: &str) -> String {
    [" and ", " und ", " et ", " y "]
        .iter()
        .fold(text.to_owned(), |own, word| own.replace(word, ", "))
}

/// What a column's weight or quantity is counted in.
pub fn weights(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    let role = [Role::Weight, Role::ExportWeight, Role::ImportWeight];
    let of_roles = role.into_iter().find_map(|role| layout.place(role));
    let of_sets = layout.sets.iter().find_map(|set| {
        set.weight
            .filter(|(_, tonnes)| tonnes.is_none() && set.count.is_none() && set.unit.is_none())
    });
    // Rows of quantities, without a column for their unit.
    let of_rows = layout.place(Role::Measure).filter(|at| {
        layout.place(Role::Unit).is_none()
            && sample.distinct(*at, 40).iter().any(|cell| what(cell, "") == Some(What::Quantity))
    });
    let Some(at) = of_roles.or(of_sets.map(|(at, _)| at)).or(of_rows) else { return };
    if layout.place(Role::WeightUnit).is_some() {
        return;
    }
    let name = sample.name(at);
    let title = apart(
        &sample.said("quantit|weight|menge|gewicht|poids|peso|cantidad|数量|數量|重量|중량|масса"),
    );
    let parts = || title.split(['|', ',', ';', '，', '；', '、']);
    // `Values in Rs. lakhs, quantity in thousands` beside `Unit: KGS`.
    let times = parts()
        .filter(|part| holds(&small(part), "quantity|qty|menge|cantidad|quantité|数量|數量|수량"))
        .find_map(|part| factor_in(part).filter(|_| tonnes(part).is_none()));
    let in_title = || Some(parts().find_map(tonnes)? * times.unwrap_or(1.0));
    // `Quantity in Thousands of NOS`.
    let pieces = || {
        let quantities = parts().filter(|part| {
            what(part, "").is_some_and(|own| matches!(own, What::Quantity | What::Count(..)))
        });
        let behind =
            quantities.filter_map(|part| part.rsplit_once(" in ").or(part.split_once(':')));
        behind.map(|(_, unit)| unit.replace(" of ", " ")).find_map(|unit| counted(&unit))
    };
    let said = asking.answer("unit").map(str::to_owned);
    let answer = match said {
        Some(word) => word,
        None => {
            if let Some(found) = tonnes(name).or_else(in_title) {
                return take_weight(layout, Some(found), None);
            }
            if let Some(found) = counted(name).or_else(pieces) {
                return take_weight(layout, None, Some(found));
            }
            // Each cell says its own.
            let mut cells = sample.cells(at).filter(|cell| !is_absent(cell.as_bytes())).peekable();
            if cells.peek().is_some() && cells.all(|cell| weighed(cell.as_bytes()).is_some()) {
                return;
            }
            asking.ask(
                "unit",
                likely_unit(layout, sample, at),
                &["kg", "t", "kt", "g", "lb", "piece", "l", "m2", "m3"],
                words::unit(name),
            )
        }
    };
    let (weight, count) = quantity_of(layout, &answer);
    take_weight(layout, weight, count);
}

/// What a weight is likely counted in: fractions of a kilogram are rare where no value beside them asks for
/// them, and those of all partners together are of thousands of tonnes.
fn likely_unit(layout: &Layout, sample: &Sample, at: usize) -> &'static str {
    let valued = [Role::Value, Role::Exports, Role::Imports, Role::Amount]
        .into_iter()
        .any(|role| layout.place(role).is_some())
        || layout.sets.iter().any(|set| set.value.is_some());
    let decimal = if layout.commas.contains(&at) { ',' } else { '.' };
    let broken = |cell: &str| {
        cell.rsplit_once(decimal).is_some_and(|(_, behind)| {
            behind.bytes().all(|byte| byte.is_ascii_digit())
                && behind.bytes().any(|own| own != b'0')
        })
    };
    let partners = [Role::Partner, Role::PartnerName];
    // A table rounds tonnes to tenths and thousands of money to ones.
    let behind = |cell: &str| cell.rsplit_once(decimal).map_or(0, |(_, behind)| behind.len());
    let rounded = |cell: &str| behind(cell) == 1;
    let values = [Role::Value, Role::Exports, Role::Imports];
    let values = values.into_iter().filter_map(|role| layout.place(role));
    if valued
        && sample.cells(at).nth(4).is_some()
        && sample.cells(at).all(|cell| rounded(cell) || is_absent(cell.as_bytes()))
        && sample.cells(at).filter(|cell| broken(cell)).count() * 2 > sample.cells(at).count()
        && values.flat_map(|at| sample.cells(at)).all(|cell| !is_broken(cell))
    {
        return "t";
    }
    match sample.cells(at).take(400).any(broken) && !valued {
        false => "kg",
        true if partners.into_iter().any(|role| layout.place(role).is_some()) => "t",
        true => "kt",
    }
}

fn take_weight(layout: &mut Layout, weight: Option<f64>, count: Option<(Unit, f64)>) {
    (layout.weight, layout.count) = (weight, count);
    for set in &mut layout.sets {
        if let Some((_, tonnes)) = &mut set.weight
            && tonnes.is_none()
            && set.count.is_none()
        {
            *tonnes = weight;
            set.count = count;
        }
    }
}

/// Whether the units of all amounts are of weights or counts.
pub fn of_quantities(layout: &Layout, sample: &Sample) -> bool {
    let unit = layout.place(Role::Unit).map(|at| sample.distinct(at, 40)).unwrap_or_default();
    let measures =
        layout.place(Role::Measure).map(|at| sample.distinct(at, 40)).unwrap_or_default();
    let valued = |cell: &&str| matches!(what(cell, ""), None | Some(What::Value(_)));
    !measures.iter().any(valued)
        && !unit.is_empty()
        && unit.iter().all(|cell| tonnes(cell).is_some() || counted(cell).is_some())
}

/// What figures of which nothing says what they are may be instead of money.
pub const QUANTITIES: [&str; 3] = ["t", "kg", "piece"];

/// What figures are likely counted in that are called a number, or by the file's name weights.
pub fn likely_quantity(name: &str, file: &str) -> Option<&'static str> {
    const TONNES: [&str; 5] = ["tonnes", "tons", "tonne", "tonnage", "toneladas"];
    const KILOGRAMS: [&str; 3] = ["kg", "kgs", "kilograms"];
    let file = small(file);
    let has = |words: &[&str]| file.split(' ').any(|word| words.contains(&word));
    match () {
        () if is_count(name) => Some("piece"),
        () if money_in(&file).is_some() => None,
        () if has(&TONNES) => Some("t"),
        () => has(&KILOGRAMS).then_some("kg"),
    }
}

/// The units that the goods are mostly counted in of which the file speaks, and whether that is likelier than money:
/// where no heading and no title speaks of what is paid.
pub fn usual_units(layout: &Layout, sample: &Sample) -> Option<(&'static [&'static str], bool)> {
    let goods = layout.place(Role::ProductName).or(layout.place(Role::Product));
    let goods = goods.map(|at| sample.distinct(at, 6)).unwrap_or_default();
    let texts = || sample.titles.iter().chain(&sample.header).map(String::as_str);
    let own = layout.goods.as_ref().map(|own| own.name.as_str());
    let all = texts().chain([sample.file.as_str()]).chain(own).chain(goods);
    let (units, rather) = all.into_iter().find_map(counted_in)?;
    let of_money =
        |text: &str| money_in(text).is_some() || matches!(what(text, ""), Some(What::Value(_)));
    let paid = texts().any(of_money) || worded_money(sample, None).is_some();
    // Nobody counts parts of a vehicle.
    let broken = || layout.figures().into_iter().any(|at| sample.cells(at).any(is_broken));
    Some((units, rather && !paid && (units != ["piece"] || !broken())))
}

/// Whether a cell has decimals.
fn is_broken(cell: &str) -> bool {
    let behind = cell.rsplit_once(['.', ',']).map_or("", |(_, behind)| behind);
    !behind.is_empty() && behind.len() != 3
}

/// How many tonnes one is, or what is counted and how many of it one is.
type Counting = (Option<f64>, Option<(Unit, f64)>);

/// What a unit that was answered is; one that nobody knows is the file's own, of which that is told.
pub fn quantity_of(layout: &mut Layout, unit: &str) -> Counting {
    let (many, unit) = numbered(unit);
    let weight = tonnes(unit).map(|own| own * many);
    let count = counted(unit).filter(|_| weight.is_none()).map(|(unit, own)| (unit, own * many));
    if weight.is_some() || count.is_some() {
        return (weight, count);
    }
    layout.supposed.push(noticed::own_unit(unit));
    (None, Unit::parse("own-unit").map(|own| (own, many)))
}

/// The number before a unit, and the unit: `60000 kg`, `60kg`, `1000 60-kg bags`.
fn numbered(unit: &str) -> (f64, &str) {
    let unit = unit.trim();
    let digits = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
    let own = unit.trim_start_matches(digits);
    let number = unit.get(..unit.len() - own.len()).unwrap_or_default().replace(',', "");
    let many = number_in(&number).filter(|many| *many > 0.0 && many.is_finite());
    // `60-kg bags` are a unit of their own.
    match many.filter(|_| own.starts_with(|next: char| next == ' ' || next.is_alphabetic())) {
        Some(many) => (many, own.trim_start()),
        None => (1.0, unit),
    }
}

/// What a line above or below the table says that its only figures are counted in.
pub fn titled_quantity(layout: &mut Layout, sample: &Sample) -> Option<Counting> {
    let weighed = [Role::Weight, Role::ExportWeight, Role::ImportWeight, Role::WeightUnit];
    if weighed.into_iter().any(|role| layout.place(role).is_some())
        || layout.sets.iter().any(|set| set.weight.is_some())
    {
        return None;
    }
    let mut lines = sample.titles.iter().chain(&sample.notes);
    let said = |line| Some((titled(std::slice::from_ref(line))?, line));
    let (found, line) = lines.find_map(said)?;
    layout.supposed.push(noticed::unit_of_title(line.trim()));
    match found {
        What::Weight(tonnes) => Some((Some(tonnes), None)),
        What::Count(unit, each) => Some((None, Some((unit, each)))),
        _ => None,
    }
}

/// Takes figures for quantities that were held to be values.
pub fn take_quantities(layout: &mut Layout, (weight, count): Counting) {
    let pairs = [
        (Role::Value, Role::Weight),
        (Role::Exports, Role::ExportWeight),
        (Role::Imports, Role::ImportWeight),
    ];
    for (value, weight) in pairs {
        if let Some(at) = layout.place(value).filter(|_| layout.place(weight).is_none()) {
            layout.put(weight, at);
        }
        layout.take(value);
    }
    for set in &mut layout.sets {
        if let Some((at, _)) = set.value.take() {
            set.weight.get_or_insert((at, None));
        }
    }
    take_weight(layout, weight, count);
}
