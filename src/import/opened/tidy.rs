//! The tidy format: of a choice, for the charts, and of everything, for saving.

use crate::util::Lower as _;
use std::fmt::Write as _;

use serde::Serialize;

use super::choice::Choice;
use super::figures::{
    Figures, Made, Told, add_unnamed, figures, largest, largest_untold, on_both_sides, one_sided,
    partners_counted, uneven_sums,
};
use crate::import::cells::vocabulary::System;
use crate::import::dataset::OwnFiles;
use crate::import::layouts::{ROLLED_UP, UNNAMED};
use crate::import::reader::{NAMES, Reader};
use crate::import::store::{Entry, Store, Sums};
use crate::trade::{Flow, Measure, Partner, Period, Unit};
use crate::util;
use crate::util::CollectVec as _;
use crate::util::csv_cells::harmless;
use crate::util::csv_cells::line as csv_line;
use crate::wording::say::import::layouts;
use crate::wording::say::import::tidy as words;
use crate::wording::say::{headings, names};

/// The texts of a bundle, with the names that it has no columns for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tidy {
    /// `observations.csv`.
    pub observations: String,
    /// `sources.csv`.
    pub sources: String,
    /// `products.csv`.
    pub products: String,
    /// `code,name,within` a line: the name by itself and within a sentence.
    pub partners: String,
    /// Whose trade it is.
    pub reporter: String,
    /// The files, for a source line.
    pub origin: String,
    /// How many partners the files have, shown one by one or not, and each figure of those that give value
    /// or quantity alone: `product,flow,partners,partner,period,months,measure,value,unit` a line.
    pub counts: String,
}

impl Tidy {
    /// The texts as they are read back.
    pub fn files(&self) -> OwnFiles<'_> {
        OwnFiles {
            observations: &self.observations,
            sources: &self.sources,
            products: &self.products,
            partners: &self.partners,
            reporter: &self.reporter,
            origin: &self.origin,
            counts: &self.counts,
        }
    }
}

/// The texts for a choice.
pub fn tidy(reader: &Reader, choice: &Choice) -> Tidy {
    let store = &reader.store;
    let own = figures(store, choice, Told::Itself);
    // Where both sides are one row there is nothing to hold against each other.
    let mirrored = choice.mirror && !store.both_sides;
    let others = if mirrored { figures(store, choice, Told::ByOthers) } else { Figures::default() };
    let mut shown = largest(&own, choice);
    for (shown, untold) in shown.iter_mut().zip(largest_untold(&own, &others, choice)) {
        shown.extend(untold);
    }
    let is_shown = |product: usize, partner: &String| {
        shown.get(product).is_some_and(|shown| shown.contains(partner))
            || matches!(partner.as_str(), Partner::WORLD | Partner::BOTH)
    };
    let mut tidy = Tidy { origin: origin(reader), ..Tidy::default() };
    tidy.reporter = reporter_name(reader, &choice.reporter);
    tidy.observations
        .push_str("period,months,flow,measure,product,partner,value,unit,status,source,note\n");
    let codes = product_codes(&choice.products);
    let mut write = |figures: &Figures, mirrored: bool| {
        let uneven =
            [Measure::Volume, Measure::Quantity].map(|own| (own, uneven_sums(figures, own)));
        for ((product, flow, partner, period), made) in figures {
            if is_shown(*product, partner) {
                let cell = (*product, *flow, *period);
                let of = |(measure, sums): &(Measure, Vec<_>)| {
                    sums.binary_search(&cell).is_ok().then_some(*measure)
                };
                let withheld = uneven
                    .iter()
                    .filter(|_| partner == Partner::WORLD)
                    .filter_map(of)
                    .collect_vec();
                let flow = if mirrored { flow.mirrored() } else { *flow };
                let code = codes.get(*product).map_or("", String::as_str);
                let line = Line { code, flow, partner, period: *period, mirrored };
                line.write(&mut tidy.observations, store, made, &withheld);
            }
        }
    };
    write(&own, false);
    if mirrored {
        write(&others, true);
        let [own, others] = on_both_sides(&own, &others);
        write(&own, false);
        write(&others, true);
    }
    let mut told = one_sided(&own);
    add_unnamed(&mut told, &own, &is_shown);
    tidy.counts = counts_text(store, (&own, &told), &codes);
    tidy.sources = sources(reader);
    tidy.products = products_text(reader, choice, &codes);
    let mut named = shown.concat();
    util::sort_unique(&mut named);
    tidy.partners = partners_text(reader, &named, &choice.reporter);
    tidy
}

/// What a line of observations is about.
struct Line<'a> {
    code: &'a str,
    flow: Flow,
    partner: &'a str,
    period: Period,
    mirrored: bool,
}

impl Line<'_> {
    /// Writes what is known of it but the measures that are withheld. No word of it needs quotes.
    fn write(&self, text: &mut String, store: &Store, made: &Made, withheld: &[Measure]) {
        let Self { code, flow, partner, period, .. } = self;
        for (measure, unit, amount) in amounts_of(store, made) {
            // No trade is below zero: corrections of something that the file lacks.
            if amount.starts_with('-') || withheld.contains(&unit.measure()) {
                continue;
            }
            let note = self.note(made, unit);
            let status = if note.is_empty() { "reported" } else { "derived" };
            let (start, months, flow, unit) =
                (period.start, period.months, flow.code(), unit.code());
            let _ = writeln!(
                text,
                "{start},{months},{flow},{measure},{code},{partner},{amount},{unit},{status},file,{note}"
            );
        }
    }

    /// How a figure was made, where no row has it.
    fn note(&self, made: &Made, unit: Unit) -> String {
        let [value, weight, count] = made.lacking;
        let lacking = match unit.measure() {
            Measure::Value => value,
            Measure::Volume => weight,
            Measure::Quantity => count,
        };
        let partners = made.partners.saturating_sub(lacking);
        match self.partner {
            Partner::BOTH if self.mirrored => words::sum_of_reports_on_both_sides(partners),
            Partner::BOTH => words::sum_on_both_sides(partners),
            _ if made.partners > 0 && self.mirrored => {
                words::sum_of_reports(partners, lacking, unit)
            }
            _ if made.partners > 0 => words::sum_of_partners(partners, lacking, unit),
            _ if made.parts > 1 => words::below().to_owned(),
            _ if made.sums.derived => words::derived().to_owned(),
            _ => String::new(),
        }
    }
}

/// Where the rows came from, for the line under a chart.
fn origin(reader: &Reader) -> String {
    let mut taken: Vec<&'static str> = Vec::new();
    for (_, layout) in &reader.files {
        if *layout != NAMES && !taken.contains(layout) {
            taken.push(layout);
        }
    }
    let named: Vec<&'static str> = taken.iter().map(|layout| layouts::name(layout)).collect();
    words::origin(taken == [ROLLED_UP], &listed(reader), &named)
}

/// The files' names; of many the first.
fn listed(reader: &Reader) -> String {
    const MOST: usize = 4;
    let names: Vec<&str> = reader.files.iter().map(|(name, _)| name.as_str()).collect();
    let (first, rest) = names.split_at_checked(MOST).unwrap_or((&names, &[]));
    words::files(first, rest.len())
}

fn sources(reader: &Reader) -> String {
    let mut text = "source,publisher,published,title,url\n".to_owned();
    let publisher =
        if reader.files.is_empty() { words::publisher().to_owned() } else { listed(reader) };
    csv_line(
        &mut text,
        ["file".to_owned(), publisher, String::new(), String::new(), String::new()].into_iter(),
    );
    text
}

/// The products, with their other names where they are headings, or all that there is of one.
fn products_text(reader: &Reader, choice: &Choice, codes: &[String]) -> String {
    let store = &reader.store;
    let mut text = "product,label,hs,note,aliases_en\n".to_owned();
    for (code, plain) in choice.products.iter().zip(codes) {
        let own = Entry { code: code.clone(), ..Entry::default() };
        let entry = store.products.find(code).and_then(|number| store.products.get(number));
        let entry = entry.unwrap_or(&own);
        let digits = (2..=10).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
        let hs = if digits && entry.system == System::Hs { code.clone() } else { String::new() };
        // What a heading is called is said of a code below it where nothing else of it is here.
        let heading = hs.get(..4).unwrap_or_default();
        let alone = || choice.products.iter().filter(|own| own.starts_with(heading)).count() == 1;
        let called = reader.goods.called(heading).filter(|_| hs.len() == 4 || alone());
        let called = called.unwrap_or_default().to_owned();
        let cells = [plain.clone(), label(reader, entry), hs, entry.name.clone(), called];
        csv_line(&mut text, cells.into_iter());
    }
    text
}

/// How many partners each product has, by flow: so that it can be said how many are not shown by name. And
/// the figures of those that give value or quantity alone, shown or not, so that the others can be told, with what
/// those not shown come to.
fn counts_text(store: &Store, (own, told): (&Figures, &Figures), codes: &[String]) -> String {
    let mut text = "product,flow,partners,partner,period,months,measure,value,unit\n".to_owned();
    let code = |product: usize| codes.get(product).map_or("", String::as_str);
    for ((product, flow), count) in partners_counted(own) {
        let _ = writeln!(text, "{},{},{count},,,,,,", code(product), flow.code());
    }
    for ((product, flow, partner, period), made) in told {
        let (product, flow, Period { start, months }) = (code(*product), flow.code(), *period);
        for (measure, unit, amount) in amounts_of(store, made) {
            let unit = unit.code();
            let _ = writeln!(
                text,
                "{product},{flow},,{partner},{start},{months},{measure},{amount},{unit}"
            );
        }
    }
    text
}

/// What partners are called; the reporter's own code has no name beside it.
fn partners_text(reader: &Reader, shown: &[String], reporter: &str) -> String {
    let mut text = "partner,name,within\n".to_owned();
    csv_line(&mut text, [reporter.to_owned(), String::new(), String::new()].into_iter());
    let mut add = |code: &str, name: String| {
        let within = names::within(&name);
        csv_line(&mut text, [code.to_owned(), name, within].into_iter());
    };
    for code in shown {
        if let Some(name) = country_name(reader, code) {
            add(code, name);
        }
    }
    add(Partner::BOTH, words::both_sides().to_owned());
    text
}

/// What a country is called; what the files call it, where they call a group of it and others so.
pub fn country_name(reader: &Reader, code: &str) -> Option<String> {
    let store = &reader.store;
    let own = [&store.partners, &store.reporters].into_iter().find_map(|sides| {
        let entry = sides.find(code).and_then(|number| sides.get(number));
        entry.map(|entry| entry.name.as_str()).filter(|name| !name.is_empty() && *name != code)
    });
    names::shown(own, reader.names.shown(code).filter(|name| !store.calls_group(name)))
}

/// Whose trade it is, as a sentence begins with it.
pub fn reporter_name(reader: &Reader, code: &str) -> String {
    if code == UNNAMED {
        return words::reporter().to_owned();
    }
    country_name(reader, code).unwrap_or_else(|| code.to_owned())
}

/// Products' codes as an address can hold them, each another one.
pub fn product_codes(products: &[String]) -> Vec<String> {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let mut codes: Vec<String> = Vec::new();
    for code in products {
        let mut code: String = code.chars().map(plain).collect();
        while codes.contains(&code) {
            code.push('-');
        }
        codes.push(code);
    }
    codes
}

/// Code and short name, as a headline can hold them.
pub fn label(reader: &Reader, entry: &Entry) -> String {
    let hs = entry.system == System::Hs || entry.code == "TOTAL";
    let short = short_name(reader, &entry.code, &entry.name).filter(|_| hs);
    let name = short.unwrap_or_else(|| shortened_name(&entry.name));
    let coded = !matches!(entry.code.as_str(), "TOTAL");
    match (name.as_str(), coded) {
        ("", _) if hs => entry.code.clone(),
        ("", _) => format!("{} {}", entry.system.label(), entry.code).trim().to_owned(),
        (name, true) if name != entry.code && entry.system != System::Own => {
            let code = entry.code.split('@').next().unwrap_or_default();
            words::product(name, entry.system.label(), code)
        }
        (name, _) => name.to_owned(),
    }
}

/// What a code of the Harmonized System is called in short: a code below a heading keeps the name that its file
/// gives it.
pub fn short_name(reader: &Reader, code: &str, own: &str) -> Option<String> {
    let below = code.len() > 4 && !own.is_empty();
    if below { headings::short(code).map(str::to_owned) } else { reader.goods.short(code) }
}

/// The beginning of a name, in the letters of a sentence.
fn shortened_name(name: &str) -> String {
    const LONGEST: usize = 44;
    // Comtrade's older files put the short name after two strokes.
    let name = name.rsplit(" // ").next().unwrap_or(name);
    let name = name.split([';', ':', '(']).next().unwrap_or_default().trim();
    let name = if name.chars().any(char::is_lowercase) {
        name.to_owned()
    } else {
        let first = name.chars().next().map_or(0, char::len_utf8);
        let (first, rest) = name.split_at(first);
        first.to_owned() + &rest.lower()
    };
    if name.chars().count() <= LONGEST {
        return name;
    }
    let cut: String = name.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", whole.trim_end_matches([',', ' ']))
}

/// The measures that a sum has, with their units and the numbers as our format has them; `counted` is
/// what its quantity is in, where that is no weight.
fn amounts(
    store: &Store,
    sums: &Sums,
    counted: Option<Unit>,
) -> impl Iterator<Item = (&'static str, Unit, String)> {
    // A sum of nonsense may have more digits than there are.
    let fits = |amount: &f64| amount.abs() < 1e19;
    let weight = sums.weight.filter(fits);
    let volume = weight.map(|weight| ("volume", Unit::TONNE, decimal(weight, 6)));
    let value = sums.value.filter(fits).map(|value| ("value", store.unit(), decimal(value, 6)));
    let count = sums.count.filter(fits).zip(counted);
    let quantity = count.map(|(count, unit)| ("quantity", unit, decimal(count, 6)));
    volume.into_iter().chain(value).chain(quantity)
}

/// The same of a figure: a quantity in two units has none.
fn amounts_of(store: &Store, made: &Made) -> impl Iterator<Item = (&'static str, Unit, String)> {
    amounts(store, &made.sums, made.unit.filter(|_| !made.mixed))
}

/// Less than this is written with more decimals.
const LITTLE: f64 = 1e-3;

/// A number as our format has it: at most fifteen digits, or none but whole ones, and `most` decimals; of less than a thousandth
/// twice as many, or next to nothing would be left of its digits.
fn decimal(value: f64, most: u32) -> String {
    let (sign, value) = (if value < 0.0 { "-" } else { "" }, value.abs());
    let most = if value < LITTLE { 2 * most } else { most };
    let whole = (value as u64).checked_ilog10().map_or(1, |digits| digits + 1);
    let decimals = most.min(15_u32.saturating_sub(whole)).min(util::DECIMALS);
    let scale = 10_u64.pow(decimals);
    let width = decimals as usize;
    // Fifteen digits fit, so the product is off by less than the rounding forgives.
    let scaled = (value * scale as f64).round() as u64;
    let (whole, fraction) = (scaled / scale, scaled % scale);
    if fraction == 0 {
        return if whole == 0 { "0".to_owned() } else { format!("{sign}{whole}") };
    }
    let text = format!("{sign}{whole}.{fraction:0width$}");
    text.trim_end_matches('0').to_owned()
}

/// Everything that was kept, as tidy CSV with its names.
pub fn export(reader: &Reader) -> String {
    let store = &reader.store;
    let mut text = "period,months,flow,measure,product,partner,value,unit,status,source,note,\
                    reporter,product_label,partner_name,reporter_name,product_system\n"
        .to_owned();
    let mut trades: Vec<_> = store.trades().collect();
    util::sort_by_key(&mut trades, |(trade, _)| **trade);
    let source = harmless(&listed(reader));
    for (trade, (period, sums)) in
        trades.into_iter().flat_map(|(trade, months)| months.map(move |sums| (trade, sums)))
    {
        let entries = (
            store.reporters.get(trade.reporter),
            store.products.get(trade.product),
            store.partners.get(trade.partner),
        );
        let (Some(reporter), Some(product), Some(partner)) = entries else { continue };
        for (measure, unit, amount) in amounts(store, &sums, product.unit) {
            let status = if sums.derived { "derived" } else { "reported" };
            let cells = [
                period.start.to_string(),
                period.months.to_string(),
                trade.flow.code().to_owned(),
                measure.to_owned(),
                harmless(&product.code),
                partner.code.clone(),
                amount,
                unit.code().to_owned(),
                status.to_owned(),
                source.clone(),
                String::new(),
                reporter.code.clone(),
                harmless(&product.name),
                harmless(&partner.name),
                harmless(&reporter.name),
                product.system.code().to_owned(),
            ];
            csv_line(&mut text, cells.into_iter());
        }
    }
    text
}
