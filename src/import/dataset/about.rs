//! `dataset.csv`: the reporter, the defaults, and the data set's other files.

use super::RowError;
use super::cell_types::{day, some, year};
use super::products::Products;
use super::row::{Row, Table, language};
use crate::trade::{
    About, Flow, Holiday, Measure, Month, PartRole, Partner, PartnerRecord, Phrase, Unit, Words,
};
use crate::wording::say::import::dataset as expected;

/// What the words of a data set are of; each key ends in a language: `origin_en`.
const WORDS: [&str; 11] = [
    "reporter_name_",
    "reporter_adjective_",
    "origin_",
    "attribution_",
    "terms_",
    "production_role_",
    "production_name_",
    "quota_name_",
    "dependence_limits_",
    "question_",
    "phrase_",
];

/// Ends of keys that name a month or a year, and the end of the span's name in [`About::span`].
const MONTHS: [(&str, &str); 3] =
    [("_first_month", "_first"), ("_whole_from", "_whole"), ("_last_month", "_last")];
const YEARS: [(&str, &str); 2] = [("_first_year", "_first"), ("_last_year", "_last")];

/// What only charts read, the module that judges stories goes without: which keys these are, the arms below
/// say, and the file for the story page follows them.
const CHARTS: bool = cfg!(any(feature = "page", feature = "whole"));

/// What the rows may refer to.
struct Known<'a> {
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
        // What only charts read is no fault where there are none.
        let read = read_entry::<CHARTS>(&mut row, &key, &known, &mut about);
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

/// Whether only charts read the row of a key.
pub(super) fn is_of_charts(key: &str) -> bool {
    let known = Known { products: &Products::default(), partners: &[] };
    let text = format!("key,value\n{key},x\n");
    let table = Table { file: "dataset.csv", text: &text, columns: &["key", "value"] };
    let mut found = false;
    table.read(&mut Vec::new(), &mut |mut row| {
        let mut about = About::default();
        let [with, without] = [read_entry::<true>, read_entry::<false>]
            .map(|read| read(&mut row, key, &known, &mut about).is_some());
        found = with && !without;
    });
    found
}

/// Reads one row; nothing where its key is none, or is of charts and there are none.
fn read_entry<const CHARTS: bool>(
    row: &mut Row<'_>,
    key: &str,
    known: &Known<'_>,
    about: &mut About,
) -> Option<()> {
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
        // products.csv says it: there is nothing to choose.
        "headline_product" if CHARTS => same(row, known.products.headline.as_deref(), "yes"),
        "wider_product" if CHARTS => same(row, known.products.wider.as_deref(), "wider"),
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
        "holiday_calendar" if CHARTS => {
            let names = Holiday::ALL.map(Holiday::code).join(", ");
            let expected = expected::calendar(&names);
            about.holiday = row.parsed("value", &expected, Holiday::parse);
        }
        key => {
            let role = PartRole::ALL.into_iter().find(|role| role.key() == key);
            if let Some(role) = role.filter(|role| CHARTS || *role != PartRole::Prices) {
                let file = row.parsed("value", expected::file_beside(), file);
                about.parts.extend(file.map(|file| (role, file)));
            } else if let Some(span) = Some(key).filter(|_| CHARTS).and_then(span) {
                let month = row.parsed("value", span.expected, span.read);
                about.spans.extend(month.map(|month| (span.name, month)));
            } else {
                read_words::<CHARTS>(row, key, about)?;
            }
        }
    }
    Some(())
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

/// Words in one language; nothing where the key is none.
fn read_words<const CHARTS: bool>(row: &mut Row<'_>, key: &str, about: &mut About) -> Option<()> {
    let found = WORDS.into_iter().find_map(|stem| Some((stem, language(key, stem)?)));
    let (stem, language) = found?;
    let Some(text) = words(row) else { return Some(()) };
    match stem {
        "reporter_name_" => about.reporter_names.add(language, &text),
        "reporter_adjective_" => about.reporter_adjectives.add(language, &text),
        "origin_" => about.origin.add(language, &text),
        "attribution_" => about.attribution.add(language, &text),
        "terms_" if CHARTS => about.terms.add(language, &text),
        "production_role_" if CHARTS => about.production_role.add(language, &text),
        "production_name_" => about.production_name.add(language, &text),
        "quota_name_" => about.quota_name.add(language, &text),
        "dependence_limits_" if CHARTS => about.dependence_limits.add(language, &text),
        "phrase_" => {
            let expected = expected::phrase();
            let phrase = row.parsed("value", expected, |text| {
                let (english, own) = text.split_once('|')?;
                let (english, own) = (english.to_owned(), own.to_owned());
                let language = language.to_owned();
                (!english.is_empty() && !own.is_empty()).then_some(Phrase {
                    language,
                    english,
                    own,
                })
            });
            about.phrases.extend(phrase);
        }
        "question_" if CHARTS => {
            let expected = expected::question();
            let question = row.parsed("value", expected, |text| {
                let (address, question) = text.split_once('|')?;
                let fits = (address.is_empty() || address.starts_with('?')) && !question.is_empty();
                fits.then(|| (address.to_owned(), question.to_owned()))
            });
            if let Some((address, question)) = question {
                add_question(about, address, language, &question);
            }
        }
        _ => return None,
    }
    Some(())
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
