//! `dataset.csv`: the reporter, the defaults, and the data set's other files.

use super::RowError;
use super::cells::{day, some, year};
use super::products::Products;
use super::row::{Row, Table, language};
use crate::trade::{
    About, Flow, Holiday, Measure, Month, PartRole, Partner, PartnerRecord, Phrase, Unit, Words,
};
use crate::wording::say::import::dataset as expected;

/// Where words are kept.
type Place = fn(&mut About) -> &mut Words;

/// What the words of a data set are of; each key ends in a language: `origin_en`.
const WORDS: [(&str, Place); 6] = [
    ("reporter_name_", |about| &mut about.reporter_names),
    ("reporter_adjective_", |about| &mut about.reporter_adjectives),
    ("origin_", |about| &mut about.origin),
    ("attribution_", |about| &mut about.attribution),
    ("production_name_", |about| &mut about.production_name),
    ("quota_name_", |about| &mut about.quota_name),
];

/// Those that only charts show.
const WORDS_OF_CHARTS: [(&str, Place); 3] = [
    ("terms_", |about| &mut about.terms),
    ("production_role_", |about| &mut about.production_role),
    ("dependence_limits_", |about| &mut about.dependence_limits),
];

/// Ends of keys that name a month or a year, and the end of the span's name in [`About::span`].
const MONTHS: [(&str, &str); 3] =
    [("_first_month", "_first"), ("_whole_from", "_whole"), ("_last_month", "_last")];
const YEARS: [(&str, &str); 2] = [("_first_year", "_first"), ("_last_year", "_last")];

/// Whether this module has charts. That which judges stories has none, and reads nothing of what only
/// charts read.
const CHARTS: bool = cfg!(any(feature = "page", feature = "whole"));

/// What the rows may refer to.
pub(super) struct Known<'a> {
    products: &'a Products,
    partners: &'a [PartnerRecord],
}

impl Known<'_> {
    fn product(&self, code: &str) -> Option<String> {
        let known = self.products.all.iter().any(|product| product.code == code);
        known.then(|| code.to_owned())
    }

    fn partner(&self, code: &str) -> Option<Partner> {
        let named = || self.partners.iter().any(|partner| partner.code == code);
        Partner::parse(code).filter(|_| self.partners.is_empty() || named())
    }
}

/// Reads the file; where it is empty or leaves something out, it is as usual.
pub(super) fn read_about(
    text: &str,
    products: &Products,
    partners: &[PartnerRecord],
    errors: &mut Vec<RowError>,
) -> About {
    let mut about = About {
        headline: products.headline.clone(),
        wider: products.wider.clone(),
        ..About::default()
    };
    // The first product of its file is what a data set begins with that does not say.
    let first = products.headline.clone().or_else(|| Some(products.all.first()?.code.clone()));
    about.usual.product = first.unwrap_or_default();
    if text.is_empty() {
        return about;
    }
    about.reporter_names = Words::default();
    let known = Known { products, partners };
    let mut keys: Vec<String> = Vec::new();
    let table = Table { file: "dataset.csv", text, columns: &["key", "value"] };
    table.read(errors, &mut |mut row| {
        let key = row.cell("key").to_owned();
        let again =
            keys.contains(&key) && !key.starts_with("question_") && !key.starts_with("phrase_");
        let read = match of_charts(&key).filter(|_| CHARTS) {
            Some(read) => {
                read(&mut row, &key, &known, &mut about);
                Some(())
            }
            None => read_entry(&mut row, &key, &known, &mut about),
        };
        // What only charts read is no fault where there are none.
        if again || read.is_none() && CHARTS {
            row.refuse("key", expected::key());
        }
        keys.push(key);
    });
    if about.reporter_names.of("en").is_empty() {
        about.reporter_names = match partners.iter().find(|one| one.code == about.reporter) {
            Some(partner) => partner.names.clone(),
            None => About::default().reporter_names,
        };
    }
    about
}

/// Reads the row of a key.
pub(super) type Read = fn(&mut Row<'_>, &str, &Known<'_>, &mut About);

/// How the row of a key is read that only charts need; nothing for any other key. This is the one list of
/// such keys: the data set's file for the story page is without them.
pub(super) fn of_charts(key: &str) -> Option<Read> {
    Some(match key {
        // products.csv says it: there is nothing to choose.
        "headline_product" => {
            |row, _, known, _| same(row, known.products.headline.as_deref(), "yes")
        }
        "wider_product" => |row, _, known, _| same(row, known.products.wider.as_deref(), "wider"),
        "holiday_calendar" => |row, _, _, about| {
            let names = Holiday::ALL.map(Holiday::code).join(", ");
            about.holiday = row.parsed("value", &expected::calendar(&names), Holiday::parse);
        },
        key if key == PartRole::Prices.key() => {
            |row, _, _, about| read_part(row, PartRole::Prices, about)
        }
        key if language(key, "question_").is_some() => read_question,
        key if word_of(key, &WORDS_OF_CHARTS).is_some() => |row, key, _, about| {
            read_words(row, key, &WORDS_OF_CHARTS, about);
        },
        key if span(key).is_some() => |row, key, _, about| {
            let Some(span) = span(key) else { return };
            let month = row.parsed("value", span.expected, span.read);
            about.spans.extend(month.map(|month| (span.name, month)));
        },
        _ => return None,
    })
}

/// Reads one row; nothing where its key is none.
fn read_entry(row: &mut Row<'_>, key: &str, known: &Known<'_>, about: &mut About) -> Option<()> {
    let product = expected::product_listed();
    let partner = expected::partner_listed();
    let code = |partner: Partner| partner.code().to_owned();
    let usual = &mut about.usual;
    match key {
        "reporter" => set(
            &mut about.reporter,
            row.parsed("value", partner, |text| known.partner(text)).map(code),
        ),
        "default_flow" => {
            let flow = row.parsed("value", expected::way(), |text| {
                Flow::parse(text).filter(|flow| matches!(flow, Flow::Export | Flow::Import))
            });
            set(&mut usual.flow, flow);
        }
        "money_unit" => {
            about.other_money = row.parsed("value", expected::money(), |text| {
                Unit::parse(text).filter(|unit| unit.is_money())
            });
        }
        "default_product" => {
            set(&mut usual.product, row.parsed("value", product, |text| known.product(text)))
        }
        "default_partner" => {
            set(&mut usual.partner, row.parsed("value", partner, |text| known.partner(text)))
        }
        "default_measure" => {
            set(&mut usual.measure, row.parsed("value", expected::measure(), Measure::parse));
        }
        "products_product" => {
            about.products = row.parsed("value", product, |text| known.product(text))
        }
        "destinations_product" => {
            about.destinations = row.parsed("value", product, |text| known.product(text));
        }
        "loosely_named_product" => {
            about.loosely_named = row.parsed("value", product, |text| known.product(text));
        }
        "quota_products" => {
            let quotas = row.parsed("value", expected::products_listed(), |text| {
                text.split('|').map(|code| known.product(code)).collect::<Option<Vec<_>>>()
            });
            set(&mut about.quotas, quotas);
        }
        "production_country" => {
            let country = row.parsed("value", partner, |text| known.partner(text)).map(code);
            set(&mut about.production_country, country);
        }
        "production_sources" => set(&mut about.production_sources, words(row)),
        "compiled" => {
            row.parsed("value", expected::calendar_day(), day);
            about.compiled = row.cell("value").to_owned();
        }
        key => match PartRole::ALL.into_iter().find(|role| role.key() == key) {
            Some(role) => read_part(row, role, about),
            None => match language(key, "phrase_") {
                Some(language) => read_phrase(row, language, about),
                None => read_words(row, key, &WORDS, about)?,
            },
        },
    }
    Some(())
}

/// Reads the name of a file beside the headline figures.
fn read_part(row: &mut Row<'_>, role: PartRole, about: &mut About) {
    let file = row.parsed("value", expected::file_beside(), file);
    about.parts.extend(file.map(|file| (role, file)));
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn words(row: &mut Row<'_>) -> Option<String> {
    row.parsed("value", expected::words(), some)?;
    Some(row.cell("value").to_owned())
}

/// Notes where the file names another product than `products.csv` marks.
fn same(row: &mut Row<'_>, own: Option<&str>, mark: &str) {
    let expected = expected::marked(mark);
    row.parsed("value", &expected, |text| (Some(text) == own).then_some(()));
}

fn file(text: &str) -> Option<String> {
    let stem = text.strip_suffix(".csv")?;
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    (!stem.is_empty() && stem.chars().all(plain)).then(|| text.to_owned())
}

/// A month or year that a key names.
struct Span {
    name: String,
    expected: &'static str,
    read: fn(&str) -> Option<Month>,
}

/// The month or year that a key such as `export_last_month` names.
fn span(key: &str) -> Option<Span> {
    let named = |ends: &[(&str, &str)]| {
        ends.iter().find_map(|(end, name)| {
            let stem = key.strip_suffix(end).filter(|stem| !stem.is_empty())?;
            Some(format!("{stem}{name}"))
        })
    };
    let month =
        named(&MONTHS).map(|name| Span { name, expected: expected::month(), read: Month::parse });
    month.or_else(|| {
        let name = named(&YEARS)?;
        Some(Span { name, expected: expected::year(), read: |text| Month::new(year(text)?, 1) })
    })
}

/// Where the words of a key are kept, and the language in which it ends.
fn word_of<'a>(key: &'a str, words: &[(&str, Place)]) -> Option<(Place, &'a str)> {
    words.iter().find_map(|(stem, place)| Some((*place, language(key, stem)?)))
}

/// Words in one language; nothing where the key is none.
fn read_words(
    row: &mut Row<'_>,
    key: &str,
    all: &[(&str, Place)],
    about: &mut About,
) -> Option<()> {
    let (place, language) = word_of(key, all)?;
    if let Some(text) = words(row) {
        place(about).add(language, &text);
    }
    Some(())
}

/// The two parts of a value with a bar between.
fn parts(text: &str) -> Option<(&str, &str)> {
    text.split_once('|').filter(|(_, second)| !second.is_empty())
}

/// A recurring phrase of the data and its translation.
fn read_phrase(row: &mut Row<'_>, language: &str, about: &mut About) {
    let phrase = row.parsed("value", expected::phrase(), |text| {
        let (english, own) = parts(text).filter(|(english, _)| !english.is_empty())?;
        let (english, own) = (english.to_owned(), own.to_owned());
        Some(Phrase { language: language.to_owned(), english, own })
    });
    about.phrases.extend(phrase);
}

/// A question to start from: an address and the question.
fn read_question(row: &mut Row<'_>, key: &str, _: &Known<'_>, about: &mut About) {
    let language = language(key, "question_").unwrap_or_default();
    let question = row.parsed("value", expected::question(), |text| {
        let fits = |(address, _): &(&str, &str)| address.is_empty() || address.starts_with('?');
        let (address, question) = parts(text).filter(fits)?;
        Some((address.to_owned(), question.to_owned()))
    });
    if let Some((address, question)) = question {
        add_question(about, address, language, &question);
    }
}

fn add_question(about: &mut About, address: String, language: &str, question: &str) {
    let known = about.questions.iter_mut().find(|(own, _)| *own == address);
    if let Some((_, words)) = known {
        words.add(language, question);
        return;
    }
    let mut words = Words::default();
    words.add(language, question);
    about.questions.push((address, words));
}
