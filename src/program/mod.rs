//! `xenotime summary`, `analyse`, `table`, `figure`, `series`, `render`, `charts`, `check-data`, `check-story`, `open` and `first-paint`.

/// Prints a line. A reader that has gone away (`… | head`) is no reason to panic, as the library's
/// own macro would.
macro_rules! say {
    ($($part:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($part)*);
    }};
}

mod analyse;
mod charts;
mod check_data;
mod check_story;
mod figure;
mod first_paint;
mod heads;
pub mod help;
mod load;
mod open;
mod options;
mod pages;
mod picture;
mod publish;
mod render;
mod series;
mod summary;
mod table;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};
use options::Asked;
use xenotime::charts::Theme;
use xenotime::trade::{Language, Month};
use xenotime::wording::say::parameters::one_of;
use xenotime::wording::say::program::{failures, usage};

// What the commands and their arguments are for stands in `wording`: `help` gives it to them.
#[derive(Parser)]
#[command(name = "xenotime", version)]
pub struct Program {
    #[arg(long, global = true, default_value = "en", value_name = "LANGUAGE", value_parser = language)]
    lang: Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Summary {
        #[command(flatten)]
        series: SeriesArgs,
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    Analyse {
        #[command(flatten)]
        series: SeriesArgs,
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    Table {
        #[command(flatten)]
        table: table::TableArgs,
    },
    Render {
        #[command(flatten)]
        chart: ChartArgs,
        #[arg(long)]
        out: PathBuf,
        #[arg(long, value_enum, conflicts_with_all = ["width", "height"])]
        size: Option<render::Format>,
        #[arg(long, default_value_t = 760, value_parser = number::<u32>)]
        width: u32,
        #[arg(long, value_parser = number::<u32>)]
        height: Option<u32>,
        #[arg(long)]
        dark: bool,
        #[arg(long)]
        outlined: bool,
    },
    Figure {
        #[command(flatten)]
        asked: figure::FigureArgs,
    },
    Series {
        #[command(flatten)]
        chart: ChartArgs,
        #[command(flatten)]
        files: open::FilesArgs,
        #[arg(long, value_enum, default_value_t = series::SeriesFormat::Csv, conflicts_with = "out")]
        format: series::SeriesFormat,
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    Publish {
        #[command(flatten)]
        chart: ChartArgs,
        #[command(flatten)]
        files: open::FilesArgs,
        #[arg(long)]
        out: PathBuf,
        #[arg(long, default_value = "auto", value_parser = theme)]
        theme: Theme,
        #[arg(long, value_name = "URL", env = "XENOTIME_SITE")]
        site: Option<String>,
    },
    Charts {
        #[arg(long, value_name = "DIR", default_value = "www/data")]
        data: PathBuf,
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    CheckData {
        #[arg(value_name = "DIR", conflicts_with = "data")]
        folder: Option<PathBuf>,
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    CheckStory {
        file: PathBuf,
        #[arg(long, value_parser = check_story::date)]
        date: Option<Month>,
        #[arg(long, value_name = "DATE", value_parser = check_story::day)]
        asof: Option<String>,
        #[arg(long, value_enum, default_value_t = check_story::StoryFormat::Text)]
        format: check_story::StoryFormat,
        #[arg(long, value_name = "DIR", default_value = "www/data")]
        data: PathBuf,
        #[arg(long, value_name = "FILE", conflicts_with = "data")]
        open: Vec<PathBuf>,
        #[arg(long = "answer", value_name = "ID=VALUE", requires = "open")]
        answers: Vec<String>,
    },
    Open {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "FILE")]
        mapping: Option<PathBuf>,
        #[arg(long = "answer", value_name = "ID=VALUE")]
        answers: Vec<String>,
        #[arg(long)]
        explain: bool,
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    FirstPaint {
        #[arg(long, env = "TRUNK_STAGING_DIR")]
        dist: PathBuf,
        #[arg(long, value_name = "URL", env = "XENOTIME_SITE")]
        site: Option<String>,
    },
}

/// Which chart, of what.
#[derive(Args)]
struct ChartArgs {
    #[command(flatten)]
    asked: Asked<true>,
    #[arg(long, value_name = "DIR", default_value = "www/data")]
    data: PathBuf,
}

/// Which line of trade, and when.
#[derive(Args)]
struct SeriesArgs {
    #[command(flatten)]
    asked: Asked<false>,
    #[arg(long, value_name = "DIR", default_value = "www/data")]
    data: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Exit status of a command that found something wrong, as opposed to one that could not run.
const FOUND: u8 = 1;
const FAILED: u8 = 2;
/// Exit status where something must be answered first; nothing was done.
const ASKED: u8 = 2;

/// Runs the command that the process was given, in the language asked for. The exit status is 2 where it could not
/// run, and the message goes to standard error.
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let words: Vec<String> =
        arguments.iter().map(|one| one.to_string_lossy().into_owned()).collect();
    help::language(&words).unwrap_or_default().speak(|| {
        let Program { command, .. } = match understood(arguments) {
            Ok(program) => program,
            // Help and the version are no errors.
            Err(error) if !error.use_stderr() => error.exit(),
            Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                error.exit()
            }
            Err(error) => {
                eprintln!("{}", help::refused(&error));
                return ExitCode::from(FAILED);
            }
        };
        outcome(command).unwrap_or_else(|message| {
            eprintln!("xenotime: {message}");
            ExitCode::from(FAILED)
        })
    })
}

/// A command as it was given.
pub fn understood(arguments: Vec<OsString>) -> Result<Program, clap::Error> {
    let matches = commands().try_get_matches_from(arguments)?;
    Program::from_arg_matches(&matches)
}

/// The commands with their help, in the language that is spoken.
pub fn commands() -> clap::Command {
    help::worded(Program::command())
}

fn outcome(command: Command) -> Result<ExitCode, String> {
    match command {
        Command::Summary { series, format } => summary::run(&series, format),
        Command::Analyse { series, format } => analyse::run(&series, format),
        Command::Table { table } => table::run(&table),
        Command::Render { chart, out, size, width, height, dark, outlined } => {
            let size = render::Size { format: size, width, height, dark, outlined };
            render::run(&chart.data, &chart.asked, &out, &size)
        }
        Command::Series { chart, files, format, out } => {
            series::run((&chart.data, &files), &chart.asked, format, out.as_deref())
        }
        Command::Publish { chart, files, out, theme, site } => {
            publish::run((&chart.data, &files), &chart.asked, &out, theme, site.as_deref())
        }
        Command::Figure { asked } => figure::run(&asked),
        Command::Charts { data, format } => charts::run(&data, format),
        Command::CheckData { folder, data } => {
            check_data::run(&folder.or(data).unwrap_or_else(|| PathBuf::from("www/data")))
        }
        Command::CheckStory { file, date, asof, format, data, open, answers } => {
            let grounds = if open.is_empty() {
                check_story::Grounds::Folder(&data)
            } else {
                check_story::Grounds::Files(open::Asked {
                    files: &open,
                    mapping: None,
                    answers: &answers,
                    explain: false,
                    out: None,
                })
            };
            check_story::run(&file, (date, asof.as_deref()), format, &grounds)
        }
        Command::Open { files, mapping, answers, explain, out } => open::run(&open::Asked {
            files: &files,
            mapping: mapping.as_deref(),
            answers: &answers,
            explain,
            out: out.as_deref(),
        }),
        Command::FirstPaint { dist, site } => first_paint::run(&dist, site.as_deref()),
    }
}

fn language(text: &str) -> Result<Language, String> {
    let codes = Language::ALL.map(Language::code);
    Language::parse(text).ok_or_else(|| usage::expected(&one_of(&codes)))
}

fn theme(text: &str) -> Result<Theme, String> {
    Theme::parse(text).ok_or_else(|| usage::expected(&one_of(&Theme::ALL.map(Theme::code))))
}

/// A whole number that is more than nothing.
fn number<T: std::str::FromStr + PartialEq + Default>(text: &str) -> Result<T, String> {
    let number = text.parse().ok().filter(|number| *number != T::default());
    number.ok_or_else(|| usage::expected(usage::whole_number()))
}

/// The ending of a file's name, if it is one of those that a command writes; a name without any, such as a
/// pipe's, gets the first.
fn ending_among<'a>(out: &Path, written: &[&'a str]) -> Result<&'a str, String> {
    let Some(found) = out.extension() else {
        return Ok(written.first().copied().unwrap_or_default());
    };
    let found = found.to_string_lossy();
    let known = written.iter().find(|ending| found.eq_ignore_ascii_case(ending));
    known.copied().ok_or_else(|| {
        let dotted: Vec<String> = written.iter().map(|ending| format!(".{ending}")).collect();
        let dotted: Vec<&str> = dotted.iter().map(String::as_str).collect();
        failures::ending(&out.display().to_string(), &found, &dotted)
    })
}

/// What went wrong with a file.
fn failed(path: &Path, error: &io::Error) -> String {
    failures::of_file(&path.display().to_string(), &reason_of(error))
}

/// What the system said of a file.
fn reason_of(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => failures::not_there().to_owned(),
        io::ErrorKind::PermissionDenied => failures::no_permission().to_owned(),
        io::ErrorKind::IsADirectory => failures::is_folder().to_owned(),
        io::ErrorKind::NotADirectory => failures::no_folder().to_owned(),
        _ => error.to_string(),
    }
}
