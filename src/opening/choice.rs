//! From everything that was kept to what a chart needs: one reporter, some products, the largest
//! partners. What comes out is our own tidy format.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::headings;
use super::layout::ROLLED_UP;
use super::reader::Reader;
use super::store::{Entry, Store, Sums, Trade, plus};
use crate::quoting::{harmless, line as csv_line};
use crate::trade::{Flow, Month, Period, Unit};

/// What is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The reporter's code.
    pub reporter: String,
    /// Products' codes, the main one first. A code that no row has stands for all below it.
    pub products: Vec<String>,
    /// How many partners are shown one by one.
    pub partners: usize,
    /// Partners that are shown in any case.
    pub also: Vec<String>,
    /// Whether the partners' own reports take the place of the reporter's.
    pub mirror: bool,
}

/// The texts of a bundle, with the names that it has no columns for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tidy {
    /// `observations.csv`.
    pub observations: String,
    /// `sources.csv`.
    pub sources: String,
    /// `products.csv`.
    pub products: String,
    /// `code,name` a line.
    pub partners: String,
    /// Whose trade it is.
    pub reporter: String,
    /// The files, for a source line.
    pub origin: String,
}

/// A code and how much it weighs among the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The code.
    pub code: String,
    /// The name, else the code.
    pub name: String,
    /// What it is ranked by.
    pub total: f64,
}

/// Where several rows make one figure, how.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Made {
    sums: Sums,
    parts: usize,
}

type Figures = BTreeMap<(usize, Flow, String, Period), Made>;

/// The reporters of what was read, the most reported first.
pub fn reporters(reader: &Reader) -> Vec<Ranked> {
    let store = &reader.store;
    let mut totals = vec![0.0; store.reporters.len()];
    for (trade, sums) in store.trades() {
        if let Some(total) = totals.get_mut(trade.reporter as usize) {
            *total += sums.count() as f64;
        }
    }
    let named = |(number, total): (usize, f64)| {
        let entry = store.reporters.get(u32::try_from(number).ok()?)?;
        Some(Ranked { code: entry.code.clone(), name: own_name(entry), total })
    };
    let mut found: Vec<Ranked> = totals.into_iter().enumerate().filter_map(named).collect();
    found.retain(|one| one.total > 0.0);
    found.sort_by(|one, other| other.total.total_cmp(&one.total));
    found
}

/// How much a reporter traded in each product and with each partner: what lists are ranked by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// By code, the headings and chapters above those of the files among them.
    products: BTreeMap<String, f64>,
    /// By number.
    partners: Vec<f64>,
}

/// Adds up what lists are ranked by; `chapters` may be there without a row of theirs being read.
pub fn totals(reader: &Reader, reporter: &str, chapters: &BTreeMap<String, u64>) -> Totals {
    let store = &reader.store;
    let own = store.reporters.find(reporter);
    let mut products = vec![0.0f64; store.products.len()];
    let mut partners = vec![0.0f64; store.partners.len()];
    for (trade, sums) in store.trades() {
        let is_own = Some(trade.reporter) == own;
        if !is_own && !store.both_sides {
            continue;
        }
        let amounts = sums.map(|(_, sums)| sums.value.or(sums.weight).unwrap_or(0.0));
        // What is there with no amount of its own still belongs into the lists.
        let amount = amounts.sum::<f64>() + f64::MIN_POSITIVE;
        products.get_mut(trade.product as usize).into_iter().for_each(|own| *own += amount);
        if is_own {
            partners.get_mut(trade.partner as usize).into_iter().for_each(|own| *own += amount);
        }
    }
    let by_code = store.products.all().filter_map(|(number, entry)| {
        let total = products.get(number as usize).copied().filter(|total| *total > 0.0)?;
        Some((entry.code.clone(), total))
    });
    let mut products: BTreeMap<String, f64> = by_code.collect();
    add_above(&mut products);
    for (chapter, rows) in chapters {
        products.entry(chapter.clone()).or_insert(*rows as f64 * f64::MIN_POSITIVE);
    }
    Totals { products, partners }
}

/// The chapters and headings above the codes, where the files have none of them: each the sum of
/// the codes right below it.
fn add_above(products: &mut BTreeMap<String, f64>) {
    for length in [4, 2] {
        let mut above: BTreeMap<String, f64> = BTreeMap::new();
        for (code, total) in products.iter() {
            let digits = code.bytes().all(|byte| byte.is_ascii_digit());
            // Ten digits stand below six, six below four, four below two.
            let next = if length == 2 { code.len() == 4 } else { code.len() > 4 };
            if let Some(head) = code.get(..length).filter(|_| digits && next) {
                *above.entry(head.to_owned()).or_default() += total;
            }
        }
        for (code, total) in above {
            products.entry(code).or_insert(total);
        }
    }
}

/// The products that `wanted` is in the code or name of, at most `most`, and how many there are in
/// all: largest first, but under a code as the Harmonized System orders them.
pub fn products(
    reader: &Reader,
    totals: &Totals,
    wanted: &str,
    most: usize,
) -> (Vec<Ranked>, usize) {
    let wanted = wanted.trim().to_lowercase();
    let names = &reader.store.products;
    let ranked = totals.products.iter().filter_map(|(code, total)| {
        let own = names.find(code).and_then(|number| names.get(number));
        let own = own.map_or("", |entry| entry.name.as_str());
        let name = headings::short(code).unwrap_or(if own.is_empty() { code } else { own });
        let fits = code.to_lowercase().starts_with(&wanted)
            || name.to_lowercase().contains(&wanted)
            || own.to_lowercase().contains(&wanted);
        fits.then(|| Ranked { code: code.clone(), name: name.to_owned(), total: *total })
    });
    let mut found: Vec<Ranked> = ranked.collect();
    if wanted.is_empty() || !wanted.bytes().all(|byte| byte.is_ascii_digit()) {
        found.sort_by(largest_first);
    }
    shortened(found, most)
}

/// The partners that `wanted` is in the code or name of, largest first.
pub fn partners(
    reader: &Reader,
    totals: &Totals,
    wanted: &str,
    most: usize,
) -> (Vec<Ranked>, usize) {
    let wanted = wanted.trim().to_lowercase();
    let ranked = reader.store.partners.all().filter_map(|(number, entry)| {
        let total = totals.partners.get(number as usize).copied().filter(|total| *total > 0.0)?;
        let name = own_name(entry);
        let fits =
            entry.code.to_lowercase().starts_with(&wanted) || name.to_lowercase().contains(&wanted);
        fits.then(|| Ranked { code: entry.code.clone(), name, total })
    });
    let mut found: Vec<Ranked> = ranked.collect();
    found.sort_by(largest_first);
    shortened(found, most)
}

fn largest_first(one: &Ranked, other: &Ranked) -> std::cmp::Ordering {
    other.total.total_cmp(&one.total)
}

fn shortened(mut found: Vec<Ranked>, most: usize) -> (Vec<Ranked>, usize) {
    let all = found.len();
    found.truncate(most);
    (found, all)
}

/// The product that a reader most likely wants first: rare earths and magnets where there are any,
/// else all goods, else the largest that the files have.
pub fn first_product(reader: &Reader, totals: &Totals) -> Option<String> {
    // Before anything of a folder was fetched, its chapters are all that is known of it.
    let unread = reader.store.is_empty();
    let known = |code: &&str| {
        let has = |code: &str| totals.products.contains_key(code);
        has(code) || unread && code.get(..2).is_some_and(has)
    };
    let liked = ["2846", "284690", "280530", "8505", "850511", "TOTAL"].into_iter().find(known);
    let own = |(code, _): &(&String, &f64)| reader.store.products.find(code).is_some();
    let largest = || {
        let own = totals.products.iter().filter(own);
        own.max_by(|one, other| one.1.total_cmp(other.1)).or(totals.products.first_key_value())
    };
    liked.map(str::to_owned).or_else(|| largest().map(|(code, _)| code.clone()))
}

/// The texts for a choice.
pub fn tidy(reader: &Reader, choice: &Choice) -> Tidy {
    let store = &reader.store;
    let figures = figures(store, choice);
    let shown = largest(&figures, choice);
    let mut tidy = Tidy { origin: origin(reader), ..Tidy::default() };
    tidy.reporter = reporter_name(store, &choice.reporter);
    tidy.observations
        .push_str("period,months,flow,measure,product,partner,value,unit,status,source,note\n");
    for ((product, flow, partner, period), made) in &figures {
        if partner != "WLD" && !shown.contains(partner) {
            continue;
        }
        let Some(code) = choice.products.get(*product) else { continue };
        let note = if choice.mirror && made.sums.derived {
            "sum of what the partners in the file report"
        } else if made.sums.derived && partner == "WLD" {
            "sum of the partners in the file"
        } else if made.parts > 1 {
            "sum of the codes below this one in the file"
        } else if made.sums.derived {
            "derived, by the file"
        } else {
            ""
        };
        let status = if note.is_empty() { "reported" } else { "derived" };
        for (measure, unit, amount) in amounts(store, &made.sums) {
            let cells = [
                period.start.to_string(),
                period.months.to_string(),
                flow.code().to_owned(),
                measure.to_owned(),
                product_code(code),
                partner.clone(),
                amount,
                unit.code().to_owned(),
                status.to_owned(),
                "file".to_owned(),
                note.to_owned(),
            ];
            csv_line(&mut tidy.observations, cells.into_iter());
        }
    }
    tidy.sources = sources(reader);
    tidy.products = products_text(store, choice);
    tidy.partners = partners_text(store, &shown);
    tidy
}

fn figures(store: &Store, choice: &Choice) -> Figures {
    let own = store.reporters.find(&choice.reporter);
    let as_partner = store.partners.find(&choice.reporter);
    let mut traded = vec![false; store.products.len()];
    for (trade, _) in store.trades() {
        if seen(store, choice, trade, own, as_partner).is_some() {
            traded.get_mut(trade.product as usize).into_iter().for_each(|own| *own = true);
        }
    }
    let parts = components(store, &choice.products, &traded);
    // By numbers first: there may be very many cells, and words are slow.
    let mut numbered: FxHashMap<(usize, Flow, Other, Period), Made> = FxHashMap::default();
    for (trade, months) in store.trades() {
        let Some(product) = parts.get(trade.product as usize).copied().flatten() else { continue };
        let Some((flow, other)) = seen(store, choice, trade, own, as_partner) else { continue };
        for (period, sums) in months {
            numbered.entry((product, flow, other, period)).or_default().add(&sums, 1);
        }
    }
    let mut figures = Figures::new();
    for ((product, flow, other, period), made) in numbered {
        let entry = match other {
            Other::Partner(number) => store.partners.get(number),
            Other::Reporter(number) => store.reporters.get(number),
        };
        let Some(entry) = entry else { continue };
        let figure = figures.entry((product, flow, entry.code.clone(), period)).or_default();
        figure.add(&made.sums, made.parts);
    }
    add_world(&mut figures);
    figures
}

/// Who the other side of a trade is, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Other {
    Partner(u32),
    Reporter(u32),
}

impl Made {
    fn add(&mut self, sums: &Sums, parts: usize) {
        self.sums.value = plus(self.sums.value, sums.value);
        self.sums.weight = plus(self.sums.weight, sums.weight);
        self.sums.derived |= sums.derived;
        self.parts += parts;
    }
}

/// The flow and partner of a trade as the chosen reporter sees it, if it is its own.
fn seen(
    store: &Store,
    choice: &Choice,
    trade: &Trade,
    own: Option<u32>,
    as_partner: Option<u32>,
) -> Option<(Flow, Other)> {
    let turned = if trade.flow == Flow::Export { Flow::Import } else { Flow::Export };
    if !choice.mirror && Some(trade.reporter) == own {
        return Some((trade.flow, Other::Partner(trade.partner)));
    }
    let other_side = choice.mirror || store.both_sides;
    if other_side && Some(trade.partner) == as_partner && Some(trade.reporter) != own {
        return Some((turned, Other::Reporter(trade.reporter)));
    }
    None
}

/// The world where no row has it: the sum of all partners.
fn add_world(figures: &mut Figures) {
    let mut worlds: Figures = BTreeMap::new();
    for ((product, flow, partner, period), made) in figures.iter() {
        if partner == "WLD" {
            continue;
        }
        let world = worlds.entry((*product, *flow, "WLD".to_owned(), *period)).or_default();
        world.add(&made.sums, 0);
        world.sums.derived = true;
        world.parts = 1;
    }
    for (key, world) in worlds {
        figures.entry(key).or_insert(world);
    }
}

/// Which chosen product each of the store's belongs to; what the reporter has no trade in stands
/// for nothing, though others trade in it.
fn components(store: &Store, chosen: &[String], traded: &[bool]) -> Vec<Option<usize>> {
    let is_traded = |number: u32| traded.get(number as usize).copied().unwrap_or_default();
    let mut parts = vec![None; store.products.len()];
    for (index, code) in chosen.iter().enumerate() {
        if let Some(number) = store.products.find(code).filter(|number| is_traded(*number)) {
            if let Some(part) = parts.get_mut(number as usize) {
                *part = Some(index);
            }
            continue;
        }
        // The codes below it, all of one length, so that none is counted twice.
        let below = || {
            let own =
                |(number, entry): &(u32, &Entry)| is_traded(*number) && is_below(&entry.code, code);
            store.products.all().filter(own)
        };
        let Some(length) = below().map(|(_, entry)| entry.code.len()).min() else { continue };
        for (number, entry) in below() {
            if entry.code.len() == length
                && let Some(part) = parts.get_mut(number as usize)
            {
                *part = Some(index);
            }
        }
    }
    parts
}

fn is_below(code: &str, above: &str) -> bool {
    code.len() > above.len()
        && code.starts_with(above)
        && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// The partners that are shown one by one: the largest of the main product, and those asked for.
fn largest(figures: &Figures, choice: &Choice) -> Vec<String> {
    let mut totals: BTreeMap<&str, f64> = BTreeMap::new();
    for ((product, _, partner, _), made) in figures {
        if *product == 0 && partner != "WLD" {
            let amount = made.sums.value.or(made.sums.weight).unwrap_or(0.0);
            *totals.entry(partner).or_default() += amount;
        }
    }
    let mut ranked: Vec<(&str, f64)> = totals.into_iter().collect();
    ranked.sort_by(|one, other| other.1.total_cmp(&one.1));
    let largest = ranked.iter().take(choice.partners).map(|(code, _)| (*code).to_owned());
    largest.chain(choice.also.iter().cloned()).collect()
}

/// Where the rows came from, for the line under a chart.
fn origin(reader: &Reader) -> String {
    let mut layouts: Vec<&str> = Vec::new();
    for (_, layout) in &reader.files {
        if *layout != "names" && !layouts.contains(layout) {
            layouts.push(layout);
        }
    }
    let whose = if layouts == [ROLLED_UP] { "rolled-up file" } else { "your own file" };
    format!("{whose} {} ({})", listed(reader), layouts.join(", "))
}

/// The files' names; of many the first.
fn listed(reader: &Reader) -> String {
    const MOST: usize = 4;
    let names: Vec<&str> = reader.files.iter().map(|(name, _)| name.as_str()).collect();
    match names.split_at_checked(MOST) {
        Some((first, rest)) if !rest.is_empty() => {
            format!("{} and {} more", first.join(", "), rest.len())
        }
        _ => names.join(", "),
    }
}

fn sources(reader: &Reader) -> String {
    let mut text = "source,publisher,published,title,url\n".to_owned();
    let publisher = if reader.files.is_empty() { "your file".to_owned() } else { listed(reader) };
    csv_line(
        &mut text,
        ["file".to_owned(), publisher, String::new(), String::new(), String::new()].into_iter(),
    );
    text
}

fn products_text(store: &Store, choice: &Choice) -> String {
    let mut text = "product,label,hs,note\n".to_owned();
    for code in &choice.products {
        let own = Entry { code: code.clone(), name: String::new() };
        let entry = store.products.find(code).and_then(|number| store.products.get(number));
        let entry = entry.unwrap_or(&own);
        let digits = (2..=10).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
        let hs = if digits { code.clone() } else { String::new() };
        let cells = [product_code(code), label(entry), hs, entry.name.clone()];
        csv_line(&mut text, cells.into_iter());
    }
    text
}

fn partners_text(store: &Store, shown: &[String]) -> String {
    let mut text = "partner,name\n".to_owned();
    for code in shown {
        let entry = |names: &super::store::Names| {
            names.find(code).and_then(|number| names.get(number)).cloned()
        };
        let named = |entry: &Entry| !entry.name.is_empty();
        let found = entry(&store.partners).filter(named);
        if let Some(found) = found.or_else(|| entry(&store.reporters).filter(named)) {
            csv_line(&mut text, [found.code, found.name].into_iter());
        }
    }
    text
}

fn own_name(entry: &Entry) -> String {
    if entry.name.is_empty() { entry.code.clone() } else { entry.name.clone() }
}

fn reporter_name(store: &Store, code: &str) -> String {
    let named = [&store.reporters, &store.partners]
        .into_iter()
        .filter_map(|names| names.find(code).and_then(|number| names.get(number)))
        .find(|entry| !entry.name.is_empty());
    match named {
        Some(entry) => entry.name.clone(),
        None if code == "OWN" => "The file".to_owned(),
        None => crate::trade::Partner::parse(code)
            .map_or_else(|| code.to_owned(), |partner| partner.name().to_owned()),
    }
}

/// A product's code without blanks, which part the words of a choice.
fn product_code(code: &str) -> String {
    code.replace(char::is_whitespace, "-")
}

/// Code and short name, as a headline can hold them.
fn label(entry: &Entry) -> String {
    const LONGEST: usize = 44;
    let name = match headings::short(&entry.code) {
        Some(name) => name,
        None => entry.name.split([';', ':', '(']).next().unwrap_or_default().trim(),
    };
    let coded = !matches!(entry.code.as_str(), "TOTAL");
    let short: String = if name.chars().count() > LONGEST {
        format!("{}…", name.chars().take(LONGEST).collect::<String>().trim_end())
    } else {
        name.to_owned()
    };
    match (short.as_str(), coded) {
        ("", _) => entry.code.clone(),
        (name, true) if name != entry.code => format!("{name} (HS {})", entry.code),
        (name, _) => name.to_owned(),
    }
}

/// The measures that a sum has, with their units and the numbers as our format has them.
fn amounts(store: &Store, sums: &Sums) -> impl Iterator<Item = (&'static str, Unit, String)> {
    // A sum of nonsense may have more digits than there are.
    let fits = |amount: &f64| *amount < 1e15 - 1.0;
    let weight = sums.weight.filter(fits);
    let volume = weight.map(|weight| ("volume", Unit::Tonne, decimal(weight, 6)));
    let value = sums.value.filter(fits).map(|value| ("value", store.unit(), decimal(value, 2)));
    volume.into_iter().chain(value)
}

/// A number as our format has it: at most fifteen digits and `most` decimals.
fn decimal(value: f64, most: usize) -> String {
    let whole = format!("{:.0}", value.trunc()).len();
    let decimals = most.min(15usize.saturating_sub(whole));
    let text = format!("{value:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// Everything that was kept, as tidy CSV with its names.
pub fn export(reader: &Reader) -> String {
    let store = &reader.store;
    let mut text = "period,months,flow,measure,product,partner,value,unit,status,source,note,\
                    reporter,product_label,partner_name,reporter_name\n"
        .to_owned();
    let mut trades: Vec<_> = store.trades().collect();
    trades.sort_by_key(|(trade, _)| **trade);
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
        for (measure, unit, amount) in amounts(store, &sums) {
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
            ];
            csv_line(&mut text, cells.into_iter());
        }
    }
    text
}

/// The first and last month of what was read.
pub fn extent(store: &Store) -> Option<(Month, Month)> {
    let periods = || store.trades().flat_map(|(_, months)| months.map(|(period, _)| period));
    Some((periods().map(|period| period.start).min()?, periods().map(Period::end).max()?))
}
