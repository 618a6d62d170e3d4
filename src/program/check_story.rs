//! `check-story`: verdicts on a story's figures.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use xenotime::charts::Query;
use xenotime::import::dataset::read_own;
use xenotime::import::{Choice, Reader, reporters, tidy};
use xenotime::stories::{Checker, Desk, findings, markdown, plain};
use xenotime::trade::{Dataset, Month};
use xenotime::wording::say::import::dataset as files;
use xenotime::wording::say::joining::sentences;
use xenotime::wording::say::parameters::expected;
use xenotime::wording::say::program::usage;
use xenotime::wording::say::stories::report as words;

use super::load::load_or_explain;
use super::{FOUND, failed, open};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StoryFormat {
    Text,
    Json,
    Markdown,
}

/// What a story is judged by.
pub enum Grounds<'a> {
    /// A folder of data files.
    Folder(&'a Path),
    /// Other trade data, opened as `open` does.
    Files(open::Asked<'a>),
}

/// Prints a verdict for each figure of a story. The exit status is 1 where one is contradicted or is right only for
/// another period or comparison.
///
/// # Errors
///
/// A message where the story or the data cannot be read.
pub fn run(
    file: &Path,
    (date, known_on): (Option<Month>, Option<&str>),
    format: StoryFormat,
    grounds: &Grounds<'_>,
) -> Result<ExitCode, String> {
    let dataset = match grounds {
        Grounds::Folder(folder) => load_or_explain(folder)?,
        Grounds::Files(asked) => {
            let (reader, questions) = open::read(asked)?;
            if !questions.is_empty() {
                return Ok(open::ask(&questions));
            }
            opened(&reader)?
        }
    };
    let dataset = match known_on {
        Some(day) => dataset.known_on(day).into_owned(),
        None => dataset,
    };
    let bytes = fs::read(file).map_err(|error| failed(file, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let [found, expected] = files::no_utf8();
        files::wrong(&files::place(&file.display().to_string(), 0, ""), found, expected)
    })?;
    let checker = Checker::new(dataset);
    let story = checker.check(&text, date);
    let findings = findings(&story.found, &text, checker.dataset());
    match format {
        StoryFormat::Text => {
            say!("{}", plain(&findings, &text).trim_end());
            let supposed = story.supposed();
            if !findings.is_empty() && !supposed.is_empty() {
                say!("{}", sentences(&[supposed, words::set_the_date().to_owned()]));
            }
        }
        StoryFormat::Markdown => {
            say!(
                "{}",
                markdown(&findings, known_on.unwrap_or_default(), Desk::default()).trim_end()
            )
        }
        StoryFormat::Json => {
            let json =
                serde_json::to_string_pretty(&findings).map_err(|error| error.to_string())?;
            say!("{json}");
        }
    }
    let wrong = findings.iter().any(|found| matches!(found.verdict, "contradicted" | "misplaced"));
    Ok(if wrong { ExitCode::from(FOUND) } else { ExitCode::SUCCESS })
}

/// The goods and partners of the reporter that the files tell most of.
fn opened(reader: &Reader) -> Result<Dataset, String> {
    let reporter = reporters(reader).into_iter().next().map_or_else(String::new, |one| one.code);
    let choice = Choice::for_stories(reader, &reporter);
    read_own(tidy(reader, &choice).files())
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// The day until which what is judged by was published.
pub fn day(text: &str) -> Result<String, String> {
    let (query, problems) = Query::parse(&format!("?asof={text}"));
    query
        .known_on
        .filter(|_| problems.is_empty())
        .ok_or_else(|| usage::expected(&expected("asof", &[])))
}

/// A story's date, `YYYY-MM-DD` or `YYYY-MM`, as its month.
pub fn date(text: &str) -> Result<Month, String> {
    let month = Month::parse(text).or_else(|| Month::of_day(text));
    month.ok_or_else(|| usage::expected(&expected("event", &[])))
}
