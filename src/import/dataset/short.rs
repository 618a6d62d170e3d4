//! Short forms of the data set's tables, for the first page and the story page.

use super::RowError;
use super::about::is_of_charts;
use super::observations::SHORT;
use super::sources::sources_in_short;
use crate::trade::Status;
use crate::util::csv_cells::line;

/// A file that the build writes beside another of the data set, for a page that need not load all of that.
pub struct ShortFile {
    /// Its name.
    pub name: &'static str,
    /// The file that it is made from.
    pub of: &'static str,
    /// Makes its text from that file's.
    pub made: fn(&str) -> Result<String, Vec<RowError>>,
}

/// Every file that the build writes so.
pub const SHORT_FILES: [ShortFile; 8] = [
    ShortFile { name: "sources-in-short.csv", of: "sources.csv", made: sources_in_short },
    in_short("products-in-short.csv", "products.csv"),
    in_short("partners-in-short.csv", "partners.csv"),
    in_short("dataset-in-short.csv", "dataset.csv"),
    in_short("events-in-short.csv", "events.csv"),
    ShortFile {
        name: "products-for-stories.csv",
        of: "products.csv",
        made: |text| Ok(names_for_stories(text)),
    },
    ShortFile {
        name: "dataset-for-stories.csv",
        of: "dataset.csv",
        made: |text| Ok(facts_for_stories(text)),
    },
    ShortFile {
        name: "observations-for-stories.csv",
        of: "observations.csv",
        made: |text| Ok(figures_for_stories(text)),
    },
];

const fn in_short(name: &'static str, of: &'static str) -> ShortFile {
    ShortFile { name, of, made: |text| Ok(names_in_short(text)) }
}

/// How columns and keys begin that only the story checker reads.
const STORIES: &str = "aliases_";
/// The language that the first page begins in.
const SPOKEN: &str = "en";

/// A table without the names that only stories use, and without the words of other languages than the
/// first page's. `text` is a table that was read without an error.
pub fn names_in_short(text: &str) -> String {
    shortened(text, is_read)
}

/// A table without the notes that only charts show.
pub fn names_for_stories(text: &str) -> String {
    shortened(text, |name| name != "note" && !name.starts_with("note_"))
}

/// What the data set says about itself without what only charts show.
pub fn facts_for_stories(text: &str) -> String {
    shortened(text, |name| is_read(name) && !is_of_charts(name))
}

/// `observations.csv` as stories are judged by it, in an order of columns that compresses well and without its notes,
/// save those of published changes. No derived figure is without one: it leads to the file that has it.
pub fn figures_for_stories(text: &str) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut rows = reader.records().filter_map(Result::ok);
    let head = rows.next().unwrap_or_default();
    let mut short = String::new();
    line(&mut short, SHORT.iter().map(|name| (*name).to_owned()));
    for row in rows {
        let cell = |name: &str| {
            let place = head.iter().position(|own| own == name);
            place.and_then(|place| row.get(place)).unwrap_or_default()
        };
        let derived = cell("status") == Status::Derived.code();
        let kept = |name: &&str| match (*name, derived) {
            ("note", true) => format!("{FULL}{}", change_in_note(cell("note"), cell("value"))),
            ("note", false) => String::new(),
            (name, _) => cell(name).to_owned(),
        };
        line(&mut short, SHORT.iter().map(kept));
    }
    short
}

/// Where the note of a derived figure stands in full.
const FULL: &str = "observations.csv";

/// Of the note of a figure that was derived from a published change what that is of, by how much, and which way, where
/// the figure, which is rounded, comes to another change: `derived: 280 t in 2025-12, stated as 31.4% more than a year
/// earlier` leaves ` 280 31.4% more` of 213.
fn change_in_note(note: &str, value: &str) -> String {
    let mut words = note.split(' ');
    let amount = words.nth(1).filter(|_| note.starts_with("derived: "));
    let percent = words.find(|word| word.ends_with('%'));
    let (Some(amount), Some(percent), Some(way)) = (amount, percent, words.next()) else {
        return String::new();
    };
    let stated = percent.trim_end_matches('%');
    let decimals = stated.split_once('.').map_or(0, |(_, behind)| behind.len());
    let numbers = amount.replace(',', "").parse::<f64>().ok().zip(value.parse::<f64>().ok());
    let comes = numbers.map(|(amount, base)| ((amount / base - 1.0) * 100.0).abs());
    match comes {
        Some(comes) if format!("{comes:.decimals$}") == stated => String::new(),
        _ => format!(" {amount} {percent} {way}"),
    }
}

fn shortened(text: &str, is_read: impl Fn(&str) -> bool) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut short = String::new();
    let mut kept: Vec<usize> = Vec::new();
    let mut keyed = false;
    for row in reader.records().filter_map(Result::ok) {
        if kept.is_empty() {
            let names = row.iter().enumerate().filter(|(_, name)| is_read(name));
            kept = names.map(|(place, _)| place).collect();
            keyed = row.get(0) == Some("key");
        } else if keyed && !row.get(0).is_some_and(&is_read) {
            continue;
        }
        line(&mut short, kept.iter().map(|place| row.get(*place).unwrap_or_default().to_owned()));
    }
    short
}

/// Whether the first page reads a column or key of this name: `name_en`, and not `name_zh`.
fn is_read(name: &str) -> bool {
    let end = name.rsplit_once('_').map_or("", |(_, end)| end);
    // Stories in any language name whose trade it is.
    let spoken = end == SPOKEN || end.len() != SPOKEN.len() || name.starts_with("reporter_");
    spoken && !name.starts_with(STORIES)
}

#[cfg(test)]
mod tests {
    use super::{change_in_note, facts_for_stories};

    #[test]
    fn of_a_derived_figure_the_published_change_is_left_where_it_is_another() {
        let note = "derived: 280 t in 2025-12, stated as 31.4% more than a year earlier; 213–214 t";
        assert_eq!(change_in_note(note, "213"), " 280 31.4% more");
        assert_eq!(change_in_note(note, "213.1"), "");
        for other in ["first 6 months less month 6; Reuters' +14.3 % for it", "derived: 5 t", ""] {
            assert_eq!(change_in_note(other, "5"), "");
        }
    }

    /// What a reader of stories does without follows from what the reader of data sets knows as the charts'.
    #[test]
    fn the_story_page_s_facts_are_without_those_of_charts() {
        let rows = |keys: &[&str]| {
            let rows = keys.iter().map(|key| format!("{key},x\n"));
            format!("key,value\n{}", rows.collect::<String>())
        };
        let kept = ["reporter", "money_file", "production_file", "production_name_en", "phrase_en"];
        let left = [
            "headline_product",
            "wider_product",
            "holiday_calendar",
            "prices_file",
            "question_en",
            "terms_en",
            "production_role_en",
            "dependence_limits_en",
            "export_first_month",
            "partners_last_year",
        ];
        assert_eq!(facts_for_stories(&rows(&kept)), rows(&kept));
        assert_eq!(facts_for_stories(&rows(&left)), rows(&[]));
    }
}
