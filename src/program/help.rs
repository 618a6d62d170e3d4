//! The commands' help and error messages in the current language.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};
use xenotime::charts::{ChartKind, Theme};
use xenotime::query::{PARAMETERS, Parameter};
use xenotime::statistics::structure::Side;
use xenotime::trade::Language;
use xenotime::wording::say::numbers::capital;
use xenotime::wording::say::parameters;
use xenotime::wording::say::program::{help as words, usage};

/// The language that a command asks for, before anything else of it is read.
pub fn language(arguments: &[String]) -> Option<Language> {
    let behind = arguments.iter().skip_while(|one| *one != "--lang").nth(1);
    let within = arguments.iter().find_map(|one| one.strip_prefix("--lang="));
    Language::parse(within.or(behind.map(String::as_str))?)
}

/// The commands with their help.
pub fn worded(mut program: Command) -> Command {
    // What clap adds by itself is there from now on.
    program.build();
    with_help(program)
}

fn with_help(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let usage = named(&command.clone().render_usage().to_string());
    let mut template = format!("{{about}}\n\n{}{usage}", words::usage());
    let parts = [
        (command.has_subcommands(), words::commands(), "subcommands"),
        (command.get_positionals().next().is_some(), words::arguments(), "positionals"),
        (true, words::options(), "options"),
    ];
    for (_, heading, tag) in parts.into_iter().filter(|(there, ..)| *there) {
        template += &format!("\n\n{heading}\n{{{tag}}}");
    }
    let nested = command.has_subcommands();
    command
        .about(words::about(&name))
        .help_template(template)
        .next_line_help(!nested)
        .mut_args(|argument| explained(&name, argument))
        .mut_subcommands(with_help)
}

/// How a command is used, with the names of what stands between in the language that is spoken.
fn named(usage: &str) -> String {
    let usage = usage.trim_start_matches("Usage:").trim();
    usage.replace("[OPTIONS]", words::any_options()).replace("<COMMAND>", words::a_command())
}

/// An argument with what it means, may be and else is.
fn explained(command: &str, argument: Arg) -> Arg {
    let id = argument.get_id().as_str().to_owned();
    // A figure may be of flows that no chart shows.
    let parameter = PARAMETERS.iter().find(|own| own.name == id && command != "figure");
    let meaning = words::argument(command, &id);
    let parameter = parameter.filter(|_| meaning.is_empty());
    let help = match parameter {
        Some(parameter) => of_parameter(command, parameter),
        None => {
            let choices = choices(&argument, command);
            let choices: Vec<&str> = choices.iter().map(String::as_str).collect();
            let default = argument.get_default_values().first();
            let default = default.map(|default| default.to_string_lossy().into_owned());
            let usual = match words::left_out(command, &id) {
                // A switch is off.
                "" if argument.get_action().takes_values() => default.unwrap_or_default(),
                left_out => left_out.to_owned(),
            };
            let variable = argument.get_env().map(|name| name.to_string_lossy().into_owned());
            words::whole(meaning, &choices, &usual, &variable.unwrap_or_default())
        }
    };
    argument.help(help).hide_default_value(true).hide_possible_values(true).hide_env(true)
}

fn of_parameter(command: &str, parameter: &Parameter) -> String {
    let may_be = (parameter.words)(&ChartKind::ALL);
    let meaning = capital(parameters::meaning(parameter.name));
    let meaning = meaning.replace("{}", &parameters::one_of(&may_be));
    let usual = match words::left_out(command, parameter.name) {
        "" => parameters::usual(parameter.name),
        own => own,
    };
    words::whole(&meaning, &[], usual, "").replace('`', "")
}

/// The words that an argument may be, each with what it stands for.
fn choices(argument: &Arg, command: &str) -> Vec<String> {
    let id = argument.get_id().as_str();
    match (command, id) {
        (_, "lang") => Language::ALL.map(|language| language.code().to_owned()).into(),
        (_, "theme") => Theme::ALL.map(|theme| theme.code().to_owned()).into(),
        ("table", "by") => [Side::Partner, Side::Product].map(|by| by.code().to_owned()).into(),
        _ => {
            let words = argument.get_possible_values();
            let word = |word: &clap::builder::PossibleValue| {
                words::explained(word.get_name(), words::choice(id, word.get_name()))
            };
            words.iter().map(word).collect()
        }
    }
}

/// What is wrong with a command as it was given.
pub fn refused(error: &Error) -> String {
    let usage = context(error, ContextKind::Usage).concat();
    usage::refused(&reason(error), &named(&usage), "--help")
}

fn reason(error: &Error) -> String {
    let argument = context(error, ContextKind::InvalidArg).join(" ");
    let found = context(error, ContextKind::InvalidValue).concat();
    match error.kind() {
        ErrorKind::InvalidValue if found.is_empty() => usage::value_lacking(&argument),
        ErrorKind::InvalidValue => {
            let words = context(error, ContextKind::ValidValue);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            usage::invalid(&argument, &found, &usage::expected(&parameters::one_of(&words)))
        }
        ErrorKind::ValueValidation => match error.source() {
            Some(reason) => usage::invalid(&argument, &found, &reason.to_string()),
            // What was found of several together is told already.
            None if argument.is_empty() => raw(error),
            None => usage::no_value_of(&argument, &found),
        },
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            usage::value_lacking(&argument)
        }
        ErrorKind::TooManyValues => usage::value_too_many(&argument),
        ErrorKind::UnknownArgument => {
            usage::unknown(&argument, &context(error, ContextKind::SuggestedArg).concat())
        }
        ErrorKind::InvalidSubcommand => {
            let found = context(error, ContextKind::InvalidSubcommand).concat();
            let similar = context(error, ContextKind::SuggestedSubcommand);
            usage::unknown_command(&found, &similar.first().cloned().unwrap_or_default())
        }
        ErrorKind::ArgumentConflict => {
            let others = context(error, ContextKind::PriorArg);
            let others: Vec<&str> = others.iter().map(String::as_str).collect();
            if others.is_empty() || others == [argument.as_str()] {
                return usage::repeated(&argument);
            }
            usage::conflict(&argument, &others)
        }
        ErrorKind::MissingRequiredArgument => {
            let lacking = context(error, ContextKind::InvalidArg);
            usage::lacking(&lacking.iter().map(String::as_str).collect::<Vec<_>>())
        }
        ErrorKind::MissingSubcommand => usage::no_command().to_owned(),
        ErrorKind::InvalidUtf8 => usage::not_unicode().to_owned(),
        _ => usage::not_understood().to_owned(),
    }
}

/// An error that a command's own reading made, without what clap puts before it.
fn raw(error: &Error) -> String {
    let told = error.to_string();
    told.trim_start_matches("error:").trim().to_owned()
}

/// What an error is about.
fn context(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        Some(ContextValue::StyledStr(one)) => vec![one.to_string()],
        Some(ContextValue::StyledStrs(all)) => all.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}
