//! From everything that was kept to what a chart needs: one reporter, some products, the largest
//! partners. What comes out is our own tidy format.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::headings;
use super::layout::ROLLED_UP;
use super::reader::{NAMES, Reader};
use super::store::{Entry, Store, Sums, Trade, plus};
use crate::quoting::{harmless, line as csv_line};
use crate::trade::{Flow, Month, Partner, Period, Unit};

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
    /// Whether the partners' own reports stand beside the reporter's.
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
    /// Of a sum of partners, how many they are, and how many of them lack value and weight.
    partners: usize,
    lacking: (usize, usize),
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
        Some(Ranked { code: entry.code.clone(), name: own_name(entry).to_owned(), total })
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

/// The products that every word of `wanted` is in the code or name of, at most `most`, and how many
/// there are in all: largest first, but under a code as the Harmonized System orders them. Without a
/// word, the System's tree, open where `chosen` is.
pub fn products(
    reader: &Reader,
    totals: &Totals,
    wanted: &str,
    chosen: &str,
    most: usize,
) -> (Vec<Ranked>, usize) {
    let wanted = Wanted::new(wanted);
    let names = &reader.store.products;
    let ranked = totals.products.iter().filter_map(|(code, total)| {
        let own = names.find(code).and_then(|number| names.get(number));
        let own = own.map_or("", |entry| entry.name.as_str());
        let name = headings::short(code).unwrap_or(if own.is_empty() { code } else { own });
        let fits = if wanted.is_blank() {
            is_open(&totals.products, code, chosen)
        } else {
            wanted.fits(code, &[name, own])
        };
        fits.then(|| Ranked { code: code.clone(), name: name.to_owned(), total: *total })
    });
    let mut found: Vec<Ranked> = ranked.collect();
    if wanted.is_blank() {
        // In the order of the System; of what has no place in it the largest.
        if found.len() > most {
            found.sort_by_key(|one| !is_digits(&one.code));
        }
    } else if !wanted.is_code() {
        found.sort_by(largest_first);
    }
    shortened(found, most)
}

/// Whether a code is in sight in the tree: nothing stands above it, or what does is `chosen` or above
/// that.
fn is_open(products: &BTreeMap<String, f64>, code: &str, chosen: &str) -> bool {
    let above = (2..code.len()).rev().filter_map(|length| code.get(..length));
    let mut above = above.filter(|above| is_digits(code) && products.contains_key(*above));
    above.next().is_none_or(|above| chosen.starts_with(above))
}

/// The words that somebody looks for.
struct Wanted(Vec<String>);

impl Wanted {
    fn new(text: &str) -> Self {
        Self(text.to_lowercase().split_whitespace().map(str::to_owned).collect())
    }

    const fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    fn is_code(&self) -> bool {
        self.0.iter().all(|word| is_digits(word))
    }

    /// Whether each word begins the code or is in one of the names.
    fn fits(&self, code: &str, names: &[&str]) -> bool {
        let code = code.to_lowercase();
        let names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
        self.0.iter().all(|word| {
            code.starts_with(word) || names.iter().any(|name| name.contains(word.as_str()))
        })
    }
}

fn is_digits(code: &str) -> bool {
    code.bytes().all(|byte| byte.is_ascii_digit())
}

/// The partners that every word of `wanted` is in the code or name of, largest first.
pub fn partners(
    reader: &Reader,
    totals: &Totals,
    wanted: &str,
    most: usize,
) -> (Vec<Ranked>, usize) {
    let wanted = Wanted::new(wanted);
    let ranked = reader.store.partners.all().filter_map(|(number, entry)| {
        let total = totals.partners.get(number as usize).copied().filter(|total| *total > 0.0)?;
        let known = reader.names.shown(&entry.code).unwrap_or_default();
        let name = if entry.name.is_empty() && !known.is_empty() { known } else { own_name(entry) };
        let fits = wanted.fits(&entry.code, &[name, known]);
        fits.then(|| Ranked { code: entry.code.clone(), name: name.to_owned(), total })
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
    let own = figures(store, choice, Told::Itself);
    let shown = largest(&own, choice);
    let mut tidy = Tidy { origin: origin(reader), ..Tidy::default() };
    tidy.reporter = reporter_name(reader, &choice.reporter);
    tidy.observations
        .push_str("period,months,flow,measure,product,partner,value,unit,status,source,note\n");
    let codes = product_codes(&choice.products);
    let mut write = |figures: &Figures, mirrored: bool| {
        for ((product, flow, partner, period), made) in figures {
            if shown.contains(partner) || matches!(partner.as_str(), "WLD" | Partner::BOTH) {
                let flow = if mirrored { flow.mirrored() } else { *flow };
                let code = codes.get(*product).map_or("", String::as_str);
                let line = Line { code, flow, partner, period: *period, mirrored };
                line.write(&mut tidy.observations, store, made);
            }
        }
    };
    write(&own, false);
    // Where both sides are one row there is nothing to hold against each other.
    if choice.mirror && !store.both_sides {
        let others = figures(store, choice, Told::ByOthers);
        write(&others, true);
        let [own, others] = on_both_sides(&own, &others);
        write(&own, false);
        write(&others, true);
    }
    tidy.sources = sources(reader);
    tidy.products = products_text(store, choice, &codes);
    tidy.partners = partners_text(reader, &shown);
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
    /// Writes what is known of it. No word of it needs quotes.
    fn write(&self, text: &mut String, store: &Store, made: &Made) {
        let Self { code, flow, partner, period, .. } = self;
        for (measure, unit, amount) in amounts(store, &made.sums) {
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
        let (value, weight) = made.lacking;
        let (lacking, what) =
            if unit == Unit::Tonne { (weight, "quantity") } else { (value, "value") };
        let short = match lacking {
            0 => String::new(),
            1 => format!("; 1 more gives no {what}"),
            _ => format!("; {lacking} more give no {what}"),
        };
        let partners = made.partners.saturating_sub(lacking);
        let (plural, verb) = if partners == 1 { ("", "s") } else { ("s", "") };
        match self.partner {
            Partner::BOTH if self.mirrored => {
                format!("sum of what the {partners} partner{plural} on both sides report{verb}")
            }
            Partner::BOTH => format!("sum of the {partners} partner{plural} that report{verb} too"),
            _ if made.partners > 0 && self.mirrored => {
                format!(
                    "sum of what the {partners} partner{plural} in the file report{verb}{short}"
                )
            }
            _ if made.partners > 0 => {
                format!("sum of the {partners} partner{plural} in the file{short}")
            }
            _ if made.parts > 1 => "sum of the codes below this one in the file".to_owned(),
            _ if made.sums.derived => "derived by the file".to_owned(),
            _ => String::new(),
        }
    }
}

/// Who tells of a trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// The chosen reporter.
    Itself,
    /// Its partners: their imports are its exports.
    ByOthers,
}

fn figures(store: &Store, choice: &Choice, told: Told) -> Figures {
    let own = store.reporters.find(&choice.reporter);
    let as_partner = store.partners.find(&choice.reporter);
    let seen = |trade: &Trade| seen(store, trade, told, (own, as_partner));
    // Each reporter breaks its codes down in its own way.
    let mut traded: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (trade, _) in store.trades().filter(|(trade, _)| seen(trade).is_some()) {
        traded.entry(trade.reporter).or_default().push(trade.product);
    }
    let mut parts: FxHashMap<(u32, u32), usize> = FxHashMap::default();
    for (reporter, mut own) in traded {
        own.sort_unstable();
        own.dedup();
        let found = components(store, &choice.products, &own);
        parts.extend(found.into_iter().map(|(product, index)| ((reporter, product), index)));
    }
    // By numbers first: there may be very many sums, and words are slow.
    let mut numbered: FxHashMap<(usize, Flow, Other), BTreeMap<Period, Made>> =
        FxHashMap::default();
    for (trade, months) in store.trades() {
        let Some((flow, other)) = seen(trade) else { continue };
        let Some(product) = parts.get(&(trade.reporter, trade.product)).copied() else { continue };
        let made = numbered.entry((product, flow, other)).or_default();
        for (period, sums) in months {
            made.entry(period).or_default().add(&sums, 1);
        }
    }
    let mut figures = Figures::new();
    for ((product, flow, other), months) in numbered {
        let entry = match other {
            Other::Partner(number) => store.partners.get(number),
            Other::Reporter(number) => store.reporters.get(number),
        };
        let Some(entry) = entry else { continue };
        for (period, made) in months {
            let figure = figures.entry((product, flow, entry.code.clone(), period)).or_default();
            figure.add(&made.sums, made.parts);
        }
    }
    add_world(&mut figures);
    figures
}

/// What each side says of the trade with those partners of whom both sides are known, added up.
fn on_both_sides(own: &Figures, others: &Figures) -> [Figures; 2] {
    let mut both = [Figures::new(), Figures::new()];
    let known = own.iter().filter(|((_, _, partner, _), _)| partner != "WLD");
    for (key @ (product, flow, _, period), one) in known {
        let Some(other) = others.get(key) else { continue };
        let joint = (*product, *flow, Partner::BOTH.to_owned(), *period);
        let only = |sums: &Sums, mate: &Sums| Sums {
            value: sums.value.filter(|_| mate.value.is_some()),
            weight: sums.weight.filter(|_| mate.weight.is_some()),
            ..*sums
        };
        let sums = [only(&one.sums, &other.sums), only(&other.sums, &one.sums)];
        for (figures, sums) in both.iter_mut().zip(sums) {
            figures.entry(joint.clone()).or_default().add_partner(&sums);
        }
    }
    both
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

    fn add_partner(&mut self, sums: &Sums) {
        self.add(sums, 0);
        self.partners += 1;
        self.lacking.0 += usize::from(sums.value.is_none());
        self.lacking.1 += usize::from(sums.weight.is_none());
    }
}

/// The flow and partner of a trade as the chosen reporter sees it, if it is its own.
fn seen(
    store: &Store,
    trade: &Trade,
    told: Told,
    (own, as_partner): (Option<u32>, Option<u32>),
) -> Option<(Flow, Other)> {
    let turned = if trade.flow == Flow::Export { Flow::Import } else { Flow::Export };
    if told == Told::Itself && Some(trade.reporter) == own {
        return Some((trade.flow, Other::Partner(trade.partner)));
    }
    let other_side = told == Told::ByOthers || store.both_sides;
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
        world.add_partner(&made.sums);
        world.sums.derived = true;
    }
    for (key, world) in worlds {
        figures.entry(key).or_insert(world);
    }
}

/// Which of the products that a reporter trades in belong to a chosen one, and to which; what it has
/// no trade in stands for nothing, though others trade in it.
fn components(store: &Store, chosen: &[String], traded: &[u32]) -> Vec<(u32, usize)> {
    let entries =
        || traded.iter().filter_map(|number| Some((*number, store.products.get(*number)?)));
    let mut parts = Vec::new();
    for (index, code) in chosen.iter().enumerate() {
        if let Some((number, _)) = entries().find(|(_, entry)| entry.code == *code) {
            parts.push((number, index));
            continue;
        }
        // The codes below it, all of one length, so that none is counted twice.
        let below = || entries().filter(|(_, entry)| is_below(&entry.code, code));
        let shortest = below().map(|(_, entry)| entry.code.len()).min();
        let own = below().filter(|(_, entry)| Some(entry.code.len()) == shortest);
        parts.extend(own.map(|(number, _)| (number, index)));
    }
    parts
}

fn is_below(code: &str, above: &str) -> bool {
    code.len() > above.len()
        && code.starts_with(above)
        && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// The partners that are shown one by one: the largest of each flow of the main product, and those
/// asked for.
fn largest(figures: &Figures, choice: &Choice) -> Vec<String> {
    let mut totals: BTreeMap<(Flow, &str), f64> = BTreeMap::new();
    for ((product, flow, partner, _), made) in figures {
        if *product == 0 && partner != "WLD" {
            let amount = made.sums.value.or(made.sums.weight).unwrap_or(0.0);
            *totals.entry((*flow, partner)).or_default() += amount;
        }
    }
    let mut ranked: Vec<((Flow, &str), f64)> = totals.into_iter().collect();
    ranked.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut shown = choice.also.clone();
    for flow in [Flow::Export, Flow::Import] {
        let own = ranked.iter().filter(|((other, _), _)| *other == flow);
        shown.extend(own.take(choice.partners).map(|((_, code), _)| (*code).to_owned()));
    }
    shown.sort();
    shown.dedup();
    shown
}

/// Where the rows came from, for the line under a chart.
fn origin(reader: &Reader) -> String {
    let mut layouts: Vec<&str> = Vec::new();
    for (_, layout) in &reader.files {
        if *layout != NAMES && !layouts.contains(layout) {
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

fn products_text(store: &Store, choice: &Choice, codes: &[String]) -> String {
    let mut text = "product,label,hs,note\n".to_owned();
    for (code, plain) in choice.products.iter().zip(codes) {
        let own = Entry { code: code.clone(), name: String::new() };
        let entry = store.products.find(code).and_then(|number| store.products.get(number));
        let entry = entry.unwrap_or(&own);
        let digits = (2..=10).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
        let hs = if digits { code.clone() } else { String::new() };
        let cells = [plain.clone(), label(entry), hs, entry.name.clone()];
        csv_line(&mut text, cells.into_iter());
    }
    text
}

fn partners_text(reader: &Reader, shown: &[String]) -> String {
    let mut text = "partner,name\n".to_owned();
    for code in shown {
        if let Some(name) = country_name(reader, code) {
            csv_line(&mut text, [code.clone(), name].into_iter());
        }
    }
    csv_line(
        &mut text,
        [Partner::BOTH.to_owned(), "the partners that report too".to_owned()].into_iter(),
    );
    text
}

/// What the files call a country, else what it is called.
fn country_name(reader: &Reader, code: &str) -> Option<String> {
    let store = &reader.store;
    let own = [&store.partners, &store.reporters].into_iter().find_map(|names| {
        let entry = names.find(code).and_then(|number| names.get(number));
        entry.map(|entry| entry.name.as_str()).filter(|name| !name.is_empty() && *name != code)
    });
    own.or_else(|| reader.names.shown(code)).map(str::to_owned)
}

fn own_name(entry: &Entry) -> &str {
    if entry.name.is_empty() { &entry.code } else { &entry.name }
}

fn reporter_name(reader: &Reader, code: &str) -> String {
    if code == "OWN" {
        return "The file".to_owned();
    }
    country_name(reader, code).unwrap_or_else(|| {
        Partner::parse(code).map_or_else(|| code.to_owned(), |partner| partner.name().to_owned())
    })
}

/// Products' codes as an address can hold them, each another one.
fn product_codes(products: &[String]) -> Vec<String> {
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
fn label(entry: &Entry) -> String {
    let name =
        headings::short(&entry.code).map_or_else(|| shortened_name(&entry.name), str::to_owned);
    let coded = !matches!(entry.code.as_str(), "TOTAL");
    match (name.as_str(), coded) {
        ("", _) => entry.code.clone(),
        (name, true) if name != entry.code => format!("{name} (HS {})", entry.code),
        (name, _) => name.to_owned(),
    }
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
        let mut letters = name.chars();
        letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
    };
    if name.chars().count() <= LONGEST {
        return name;
    }
    let cut: String = name.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", whole.trim_end_matches([',', ' ']))
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
    const TENS: [u64; 7] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
    let whole = (value as u64).checked_ilog10().map_or(1, |digits| digits as usize + 1);
    let decimals = most.min(15usize.saturating_sub(whole)).min(TENS.len() - 1);
    let scale = TENS.get(decimals).copied().unwrap_or(1);
    // Fifteen digits fit, so the product is off by less than the rounding forgives.
    let scaled = (value * scale as f64).round() as u64;
    let (whole, fraction) = (scaled / scale, scaled % scale);
    if fraction == 0 {
        return whole.to_string();
    }
    let text = format!("{whole}.{fraction:0decimals$}");
    text.trim_end_matches('0').to_owned()
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
