//! Which money a file's values are likely in: by its words, and by whose trade it is.

use crate::import::cells::countries::alpha2;
use crate::import::cells::vocabulary::{factor_in, holds, money_in, small};
use crate::import::columns::first_rows::Sample;
use crate::import::layouts::{Layout, Role, plain};
use crate::trade::{Measure, Unit};
use crate::util::Lower as _;

/// The money that an answer names: `USD`, `1000 USD`.
pub fn money_of(word: &str) -> Option<Unit> {
    let last = word.trim().rsplit(' ').next().unwrap_or_default();
    let own = Unit::parse(&last.to_ascii_uppercase()).filter(|own| own.measure() == Measure::Value);
    own.or_else(|| money_in(word))
}

/// The money of countries, by their codes and names.
const HOMES: [(&[&str], &str); 22] = [
    (&["can", "canada"], "CAD"),
    (&["jpn", "japan"], "JPY"),
    (&["gbr", "united-kingdom"], "GBP"),
    (&["aus", "australia"], "AUD"),
    (&["bra", "brazil", "brasil"], "BRL"),
    (&["che", "switzerland", "schweiz"], "CHF"),
    (&["ind", "india"], "INR"),
    (&["chn", "china"], "CNY"),
    (&["nor", "norway", "norge"], "NOK"),
    (&["swe", "sweden", "sverige"], "SEK"),
    (&["dnk", "denmark", "danmark"], "DKK"),
    (&["pol", "poland", "polska"], "PLN"),
    (&["deu", "germany", "deutschland"], "EUR"),
    (&["fra", "france"], "EUR"),
    (&["ita", "italy", "italia"], "EUR"),
    (&["esp", "spain", "españa"], "EUR"),
    (&["nld", "netherlands"], "EUR"),
    (&["hkg", "hong-kong"], "HKD"),
    (&["nzl", "new-zealand"], "NZD"),
    (&["kor", "korea"], "KRW"),
    (&["sgp", "singapore"], "SGD"),
    (&["zaf", "south-africa"], "ZAR"),
];
/// The money of a country, where it is one of those that publish much.
pub fn home(country: &str) -> Option<&'static str> {
    let word = country.lower().replace(' ', "-");
    HOMES.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, money)| *money)
}

/// Money of which nothing says whose it is.
pub const UNKNOWN_MONEY: &str = "XXX";

/// The money of whose trade it is, or of the letters it is written in: what is offered first where the file does not
/// say in what it counts, and never proposed.
pub fn usual_money(layout: &Layout, sample: &Sample) -> &'static str {
    if let Some(money) = reporters_money(layout, sample) {
        return money;
    }
    let texts =
        || sample.titles.iter().chain(&sample.header).chain(sample.rows.iter().take(3).flatten());
    let letters = |first: char, last: char| {
        texts().flat_map(|text| text.chars()).any(|letter| (first..=last).contains(&letter))
    };
    let words = |words: &[&str]| texts().any(|text| has_word(text, words));
    match () {
        () if letters('\u{3040}', '\u{30ff}')
            || sample.header.iter().any(|name| name.contains('価') || name.contains("国名")) =>
        {
            "JPY"
        }
        () if letters('\u{ac00}', '\u{d7a3}') => "KRW",
        () if letters('\u{4e00}', '\u{9fff}') => "CNY",
        () if letters('\u{0400}', '\u{04ff}') => "RUB",
        // A krone of Norway's spelling; others have their own words.
        () if words(&["innførsel", "utførsel"]) => "NOK",
        () if words(&["indførsel", "udførsel"]) => "DKK",
        () if words(&["införsel", "utförsel"]) => "SEK",
        () if sample
            .header
            .iter()
            .any(|name| matches!(plain(name).as_str(), "wert" | "valeur" | "monat" | "mois")) =>
        {
            "EUR"
        }
        () => "USD",
    }
}

/// The money of whose trade all of it is.
pub fn reporters_money(layout: &Layout, sample: &Sample) -> Option<&'static str> {
    let column = layout.place(Role::Reporter).or(layout.place(Role::ReporterName));
    let cell = column.map(|at| sample.distinct(at, 2)).filter(|cells| cells.len() == 1);
    let own = cell.and_then(|cells| cells.first().copied());
    let own = own.or(layout.reporter.as_deref())?;
    // Dollars are others' money, too, but theirs before all.
    if own == "USA" { Some("USD") } else { home(own) }
}

/// The money that a heading or a line around the table calls by its country and its word: `Kenyan shillings`.
pub fn spelt_money(sample: &Sample) -> Option<Unit> {
    let texts = sample.titles.iter().chain(&sample.notes).chain(&sample.header);
    let texts: Vec<String> = texts.map(|text| small(text)).collect();
    let named = |unit: &Unit| {
        let name = small(unit.english());
        unit.is_money()
            && unit.code() != UNKNOWN_MONEY
            && name.contains(' ')
            && texts.iter().any(|text| text.contains(&name))
    };
    let mut found = Unit::all().filter(named);
    found.next().filter(|_| found.next().is_none())
}

/// Whether one of a text's words is one of these.
fn has_word(text: &str, words: &[&str]) -> bool {
    small(text).split(|letter: char| !letter.is_alphanumeric()).any(|own| words.contains(&own))
}

/// Whose trade the first row, or all of it, is.
fn first_reporter<'a>(layout: &'a Layout, sample: &'a Sample) -> Option<&'a str> {
    let column = layout.place(Role::Reporter).or(layout.place(Role::ReporterName));
    column.and_then(|at| sample.cells(at).next()).or(layout.reporter.as_deref())
}

/// What rupees are called, and counted in.
const RUPEES: &[&str] = &["lakh", "lakhs", "crore", "crores", "rupee", "rupees", "rs"];
/// What the francs of West and Central Africa are called.
const CFA: &[&str] = &["cfa", "fcfa"];

/// The money that a word shared by several countries names beside the one whose trade it is: that one's own.
pub fn own_money(layout: &Layout, sample: &Sample) -> Option<Unit> {
    const OWN: [(&str, &[&str], &str); 7] = [
        ("USA", &["dollar", "dollars"], "USD"),
        ("BEN|BFA|CIV|GNB|MLI|NER|SEN|TGO", CFA, "XOF"),
        ("CMR|CAF|TCD|COG|GNQ|GAB", CFA, "XAF"),
        ("IND", RUPEES, "INR"),
        ("PAK", RUPEES, "PKR"),
        ("LKA", RUPEES, "LKR"),
        ("NPL", RUPEES, "NPR"),
    ];
    let own = layout.reporter.as_deref()?;
    let (_, words, code) = OWN.iter().find(|(all, ..)| all.split('|').any(|code| code == own))?;
    let mut texts = sample.titles.iter().chain(&sample.header);
    texts.find(|text| has_word(text, words)).and_then(|_| Unit::parse(code))
}

/// The money that the file's own words speak of, where no heading names it for certain.
pub fn said_money(layout: &Layout, sample: &Sample) -> Option<&'static str> {
    let own = first_reporter(layout, sample);
    worded_money(sample, own).or_else(|| {
        // Counted in hundred thousands; francs of others have their country beside them.
        // Dollars by themselves are those of whose trade it is, else mostly those that trade is counted in.
        const WORDS: [(&[&str], &str); 4] = [
            (&["dollar", "dollars", "dólar", "dólares", "dolares", "dollari"], "USD"),
            (RUPEES, "INR"),
            (CFA, "XOF"),
            (&["franc", "francs"], "FRF"),
        ];
        let rows = sample.rows.iter().take(3).flatten();
        let mut texts = sample.titles.iter().chain(&sample.header).chain(rows);
        let dollars = own.and_then(home).filter(|own| own.ends_with('D'));
        let said = |text: &String| WORDS.into_iter().find(|(words, _)| has_word(text, words));
        let found = texts.find_map(said).map(|(_, money)| match money {
            "USD" => dollars.unwrap_or(money),
            own => own,
        });
        found.or_else(|| dirhams(sample)).or_else(|| {
            // `Value (US Mn)`.
            let us = |text: &String| has_word(text, &["us"]) && factor_in(text).is_some();
            sample.header.iter().chain(&sample.titles).any(us).then_some("USD")
        })
    })
}

/// Dirhams: in French those of Morocco, else those of the Emirates.
fn dirhams(sample: &Sample) -> Option<&'static str> {
    let texts = || sample.titles.iter().chain(&sample.header);
    texts().find(|text| has_word(text, &["dh", "dhs", "dirham", "dirhams"]))?;
    let french = texts().any(|text| holds(&small(text), "valeur|pays|année|libellé|montant"));
    Some(if french { "MAD" } else { "AED" })
}

/// The money that headings and titles call by its word alone, `pesos`, `million taka`, `F$`: of the country whose trade
/// it is, or the only one that is called so.
pub fn worded_money(sample: &Sample, reporter: Option<&str>) -> Option<&'static str> {
    const SIGNS: [(&str, &str); 6] = [
        ("ksh", "KES"),
        ("tsh", "TZS"),
        ("ush", "UGX"),
        ("tk", "BDT"),
        ("rp", "IDR"),
        ("ghs", "GHS"),
    ];
    const LARGEST: [&str; 2] = ["MXN", "KES"];
    let texts = || sample.titles.iter().chain(&sample.header).map(|text| small(text));
    let sign = |(sign, _): &&(&str, &str)| {
        texts()
            .any(|text| text.split(|letter: char| !letter.is_alphabetic()).any(|own| own == *sign))
    };
    if let Some((_, code)) = SIGNS.iter().find(sign) {
        return Some(code);
    }
    let said = |unit: &Unit| {
        let noun = unit.english().rsplit(' ').next().unwrap_or_default();
        let noun = small(noun);
        // Real terms are no money.
        noun.len() > 3
            && noun != "real"
            && texts().any(|text| {
                let mut words = text.split(|letter: char| !letter.is_alphabetic());
                words.any(|word| word.strip_suffix('s').unwrap_or(word) == noun)
                    || noun == "dollar" && text.contains('$')
            })
    };
    // `Units: …` is no unit of an unnamed currency.
    let money = |unit: &Unit| unit.is_money() && unit.code() != UNKNOWN_MONEY && said(unit);
    let called: Vec<&'static str> = Unit::all().filter(money).map(Unit::code).collect();
    let country = reporter.and_then(alpha2);
    let own = called.iter().find(|code| country.is_some_and(|country| code.starts_with(country)));
    let largest = || LARGEST.into_iter().find(|code| called.contains(code));
    match called.as_slice() {
        [one] => Some(one),
        _ => own.copied().or_else(largest),
    }
}
