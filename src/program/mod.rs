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

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use options::Asked;
use xenotime::charts::Theme;
use xenotime::trade::{Language, Month};

/// Trade statistics from the command line: the same figures, charts and checks as the page.
#[derive(Parser)]
#[command(version, about)]
struct Program {
    /// The language of what is printed and drawn: en or zh
    #[arg(long, global = true, default_value = "en", value_name = "LANGUAGE", value_parser = language)]
    lang: Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the statistics of one month
    Summary {
        #[command(flatten)]
        series: SeriesArgs,
        /// What to print
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Say whether a month is only the season, and who and what drove it
    Analyse {
        #[command(flatten)]
        series: SeriesArgs,
        /// What to print
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Print partners or products with value, quantity, unit value, share, change and contribution
    Table {
        #[command(flatten)]
        table: table::TableArgs,
    },
    /// Draw a chart as SVG
    Render {
        #[command(flatten)]
        chart: ChartArgs,
        /// The file to write
        #[arg(long)]
        out: PathBuf,
        /// For a column, a page or a social network's card
        #[arg(long, value_enum, conflicts_with_all = ["width", "height"])]
        size: Option<render::Format>,
        /// In CSS pixels
        #[arg(long, default_value_t = 760)]
        width: u32,
        /// In CSS pixels; as the chart needs it where left out
        #[arg(long)]
        height: Option<u32>,
        /// Light on dark
        #[arg(long)]
        dark: bool,
        /// Letters as shapes, for a page that has another typeface; the file's words cannot be edited
        #[arg(long)]
        outlined: bool,
    },
    /// Print one figure, or the sum of its months, with its unit, status, sources and other reports
    Figure {
        #[command(flatten)]
        asked: figure::FigureArgs,
    },
    /// Print or draw one series or several: joined into quarters or years, as change, index or share
    ///
    /// Exits 2 where there is nothing to show.
    Series {
        #[command(flatten)]
        chart: ChartArgs,
        #[command(flatten)]
        files: open::FilesArgs,
        /// What to print
        #[arg(long, value_enum, default_value_t = series::SeriesFormat::Csv, conflicts_with = "out")]
        format: series::SeriesFormat,
        /// The file to write: .csv, .json, .svg or .xlsx
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Write a chart as one HTML file that never changes: drawing, words, table and points
    Publish {
        #[command(flatten)]
        chart: ChartArgs,
        /// The file to write
        #[arg(long)]
        out: PathBuf,
        /// auto, light or dark
        #[arg(long, default_value = "auto", value_parser = theme)]
        theme: Theme,
        /// Where the live page lies, for a link to today's figures
        #[arg(long, value_name = "URL", env = "XENOTIME_SITE")]
        site: Option<String>,
    },
    /// List the charts: what addresses call them, the controls they obey, an example of each
    Charts {
        /// The folder of data files, which decides what is offered
        #[arg(long, value_name = "DIR", default_value = "www/data")]
        data: PathBuf,
        /// What to print
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Check a folder of data files; exits 1 and names file and line where something is wrong
    CheckData {
        /// The folder
        #[arg(value_name = "DIR", conflicts_with = "data")]
        folder: Option<PathBuf>,
        /// The same, as the other commands have it
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Check the figures of a story; exits 1 where one is contradicted or of the wrong period
    CheckStory {
        /// The story: plain text, Markdown or HTML
        file: PathBuf,
        /// The day it was published, YYYY-MM-DD
        #[arg(long, value_parser = check_story::date)]
        date: Option<Month>,
        /// Judge by what was published until a date, YYYY-MM-DD, YYYY-MM or YYYY
        #[arg(long, value_name = "DATE", value_parser = check_story::day)]
        asof: Option<String>,
        /// What to print
        #[arg(long, value_enum, default_value_t = check_story::StoryFormat::Text)]
        format: check_story::StoryFormat,
        /// The folder of data files
        #[arg(long, value_name = "DIR", default_value = "www/data")]
        data: PathBuf,
        /// Other trade data to judge by instead, as `open` reads them; may be given again
        #[arg(long, value_name = "FILE", conflicts_with = "data")]
        open: Vec<PathBuf>,
        /// An answer to a question that such a file leaves open, ID=VALUE; as many as there are
        #[arg(long = "answer", value_name = "ID=VALUE", requires = "open")]
        answers: Vec<String>,
    },
    /// Turn other trade data, of known layouts or with a mapping, into tidy CSV
    ///
    /// What a file does not say is asked: the questions are printed as JSON, the exit status is 2, and
    /// no figure is printed until they are answered.
    Open {
        /// The files: tables, spreadsheets, archives, any of them compressed by gzip; several are joined
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Which column holds what, where the header doesn't say: a role, a tab and a column a line
        #[arg(long, value_name = "FILE")]
        mapping: Option<PathBuf>,
        /// An answer to a question, ID=VALUE, or ID=likely for the one proposed; ID@FILE=VALUE for one file
        /// of several; as many as there are
        #[arg(long = "answer", value_name = "ID=VALUE")]
        answers: Vec<String>,
        /// Print how the files were read, as JSON, instead of the figures
        #[arg(long)]
        explain: bool,
        /// The file to write, a spreadsheet where its name ends in .xlsx; else it is printed
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Put the default chart into a built page (the build runs this)
    FirstPaint {
        /// The built page's folder; else the one the build names
        #[arg(long, env = "TRUNK_STAGING_DIR")]
        dist: PathBuf,
        /// The address that the page will have, for what needs it: previews with a picture, oEmbed
        #[arg(long, value_name = "URL", env = "XENOTIME_SITE")]
        site: Option<String>,
    },
}

/// Which chart, of what.
#[derive(Args)]
struct ChartArgs {
    #[command(flatten)]
    asked: Asked<true>,
    /// The folder of data files
    #[arg(long, value_name = "DIR", default_value = "www/data")]
    data: PathBuf,
}

/// Which line of trade, and when.
#[derive(Args)]
struct SeriesArgs {
    #[command(flatten)]
    asked: Asked<false>,
    /// The folder of data files
    #[arg(long, value_name = "DIR", default_value = "www/data")]
    data: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Sentences
    Text,
    /// Everything, for another program
    Json,
}

/// Exit status of a command that found something wrong, as opposed to one that could not run.
const FOUND: u8 = 1;
const FAILED: u8 = 2;
/// Exit status where something must be answered first; nothing was done.
const ASKED: u8 = 2;

pub fn run() -> ExitCode {
    let Program { lang, command } = Program::parse();
    lang.speak(|| outcome(command)).unwrap_or_else(|message| {
        eprintln!("xenotime: {message}");
        ExitCode::from(FAILED)
    })
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
        Command::Publish { chart, out, theme, site } => {
            publish::run(&chart.data, &chart.asked, &out, theme, site.as_deref())
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
    Language::parse(text).ok_or_else(|| "en or zh was expected".to_owned())
}

fn theme(text: &str) -> Result<Theme, String> {
    Theme::parse(text).ok_or_else(|| "auto, light or dark was expected".to_owned())
}
