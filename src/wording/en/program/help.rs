//! The help of the program, its commands and their options.

use super::super::parameters::one_of;

words! {
    usage: "Usage: ",
    any_options: "[OPTIONS]",
    a_command: "<COMMAND>",
    commands: "Commands:",
    arguments: "Arguments:",
    options: "Options:",
}

/// What the program or a command of it does.
pub fn about(command: &str) -> &'static str {
    match command {
        "xenotime" => {
            "Trade statistics from the command line: the same figures, charts and checks as the page"
        }
        "summary" => "Print the statistics of one month",
        "analyse" => {
            "Say whether a month was out of the ordinary, and which partners and products contributed to its change"
        }
        "table" => {
            "Print partners or products with value, quantity, unit value, share, change and contribution"
        }
        "render" => "Draw a chart as SVG or PNG",
        "figure" => {
            "Print one figure, or the sum of its months, with its unit, status, sources and other reports"
        }
        "series" => {
            "Print or draw one or more series, by month, quarter or year, as amounts, changes, indices or shares. Exits 1 if one asked for is missing, 2 if there is nothing to show"
        }
        "publish" => {
            "Write a chart as one HTML file that never changes: drawing, words, table and points"
        }
        "charts" => "List the charts: the name of each in addresses, its controls and an example",
        "check-data" => {
            "Check a folder of data files. Exits 1 if something is wrong, and names file and line"
        }
        "check-story" => {
            "Check the figures of a story. Exits 1 if one is contradicted or has the wrong period or comparison"
        }
        "open" => {
            "Turn other trade data, of known layouts or with a mapping, into tidy CSV. If a file leaves something open, questions are printed as JSON instead of figures. Exits 1 if rows had errors, 2 while questions are open"
        }
        "first-paint" => "Put the default chart into a built page (the build runs this)",
        "help" => "Print this help, or that of a command",
        _ => "",
    }
}

/// What an argument of a command means, where it is no parameter of addresses.
pub fn argument(command: &str, name: &str) -> &'static str {
    match (command, name) {
        ("figure", "flow") => "export, import, quota, mirror-export or mirror-import",
        ("figure", "product") => "A product’s short name, as in products.csv",
        ("figure", "partner") => "WLD or a country’s code",
        ("figure", "measure") => "volume, value or quantity",
        ("figure", "period") => "The first month, YYYY-MM, or the year, YYYY",
        ("figure", "months") => "How many months",
        ("figure", "unit") => "The unit, where there are figures in several, like CNY",
        ("table", "by") => "Whether rows are partners or products",
        ("table", "period") => "The first month and the number of months, YYYY-MM/N",
        ("table", "sort") => {
            "The column to sort by, with a hyphen before it for largest first: name, value, quantity, unit-value, share, change or contribution"
        }
        ("table", "search") => "Words that a row’s code or name must contain",
        ("table", "most") => "How many rows",
        ("check-story", "file") => "The story: plain text, Markdown or HTML",
        ("check-story", "date") => "The day it was published, YYYY-MM-DD",
        ("check-story", "asof") => {
            "Judge by what was published by a date, YYYY-MM-DD, YYYY-MM or YYYY"
        }
        ("check-story", "open") => {
            "A file of other trade data to judge by (not with --data), read as by `open`; may be given again"
        }
        ("check-data", "folder") => "The folder",
        ("check-data", "data") => "The same folder, as an option",
        ("open", "files") => {
            "The files: tables, spreadsheets or archives, compressed by gzip or not; several are joined"
        }
        ("open", "mapping") => {
            "Which column holds what, where the header does not say: one line per column, with its role, a tab and its name"
        }
        ("open", "answers") => {
            "An answer to a question, ID=VALUE, or ID=likely for the one proposed; ID@FILE=VALUE for one file of several; may be given again"
        }
        ("open", "explain") => "Print how the files were read, as JSON, instead of the figures",
        ("open", "out") => "The file to write, a spreadsheet if its name ends in .xlsx",
        ("series", "out") => "The file to write: .csv, .json, .svg or .xlsx",
        ("render", "out") => "The file to write: .svg or .png",
        ("render", "size") => "Where the drawing will appear",
        ("render", "width") => "Width in CSS pixels",
        ("render", "height") => "Height in CSS pixels",
        ("render", "dark") => "Draw light on dark",
        ("render", "outlined") => {
            "Draw letters as shapes, for a page that has another typeface; the file’s words cannot be edited"
        }
        ("publish", "theme") => "Light or dark",
        ("publish", "site") => {
            "Where the live page is, for a link to today’s figures; opened files have none"
        }
        ("first-paint", "dist") => "The built page’s folder",
        ("first-paint", "site") => {
            "The address that the page will have, for previews with a picture and for oEmbed"
        }
        (_, "lang") => "The language of what is printed and drawn",
        (_, "format") => "What to print",
        (_, "data") => "The folder of data files",
        (_, "out") => "The file to write",
        (_, "open") => {
            "A file of other trade data (not with --data), read as by `open`; may be given again"
        }
        (_, "reporter") => "Whose trade, if files hold several reporters’",
        (_, "code") => "A product’s code, as in the files",
        (_, "answers") => "An answer to a question about the files, ID=VALUE; may be given again",
        (_, "subcommand") => "The command",
        (_, "help") => "Print help",
        (_, "version") => "Print the version",
        _ => "",
    }
}

/// What is done where such an argument is left out, if that is no word that it may be.
pub fn left_out(command: &str, name: &str) -> &'static str {
    match (command, name) {
        ("figure", "flow" | "product" | "partner" | "measure") => "the data set’s own",
        ("series", "chart") => "series",
        ("figure", "months") => "1, or 12 for a year",
        ("figure", "unit") => "the one that most of the data are in",
        ("table", "period") => "the nearest to the month with enough data",
        ("table", "most") => "all",
        ("open", "out") => "printed",
        ("render", "height") => "as the chart needs",
        (_, "reporter") => "the one with the most figures",
        (_, "code") => "the likeliest",
        ("first-paint", "dist") => "the one that the build names",
        _ => "",
    }
}

/// What a word that an argument may be stands for.
pub fn choice(argument: &str, word: &str) -> &'static str {
    match (argument, word) {
        ("format", "text") => "sentences",
        ("format", "json") => "everything, for another program",
        ("format", "csv") => "rows alone",
        ("format", "markdown") => "a table",
        ("size", "column") => "in a newspaper’s column",
        ("size", "page") => "across a page",
        ("size", "social") => "on a social network’s card",
        _ => "",
    }
}

/// A word with what it stands for.
pub fn explained(word: &str, meaning: &str) -> String {
    if meaning.is_empty() { word.to_owned() } else { format!("{word} ({meaning})") }
}

/// What an argument means, with the words that it may be, what is done where it is left out, and the
/// variable of the environment that may hold it.
pub fn whole(meaning: &str, choices: &[&str], usual: &str, variable: &str) -> String {
    let choices = if choices.is_empty() { String::new() } else { format!(": {}", one_of(choices)) };
    let usual = if usual.is_empty() { String::new() } else { format!(" [default: {usual}]") };
    let variable =
        if variable.is_empty() { String::new() } else { format!(" [environment: {variable}]") };
    format!("{meaning}{choices}{usual}{variable}")
}
