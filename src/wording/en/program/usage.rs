//! What is wrong with a command as it was given.

use super::super::parameters::one_of;

words! {
    no_command: "no command was named",
    not_unicode: "an argument is not valid Unicode",
    not_understood: "the command could not be understood",
    period: "a month and the number of months, YYYY-MM/N",
    whole_number: "a whole number from 1",
}

/// A whole number from 1 to the most.
pub fn whole_number_to(most: u16) -> String {
    format!("a whole number from 1 to {most}")
}

/// The column that a table is sorted by.
pub fn column(words: &[&str]) -> String {
    format!("{}, with or without a hyphen before it", one_of(words))
}

/// What was expected where something else stood, which may end in a comma.
pub fn expected(expected: &str) -> String {
    format!("expected {}", expected.trim_end_matches(','))
}

/// That an argument has a value that it cannot have, and why.
pub fn invalid(argument: &str, found: &str, reason: &str) -> String {
    format!("{argument} cannot be “{found}”; {reason}")
}

/// That an argument has a value that it cannot have.
pub fn no_value_of(argument: &str, found: &str) -> String {
    format!("{argument} cannot be “{found}”")
}

/// That an argument has no value.
pub fn value_lacking(argument: &str) -> String {
    format!("{argument} needs a value")
}

/// That an argument has a value and takes none.
pub fn value_too_many(argument: &str) -> String {
    format!("{argument} was given too many values")
}

/// An option that there is not, and one that is spelt like it.
pub fn unknown(found: &str, similar: &str) -> String {
    format!("there is no {found}{}", meant(similar))
}

/// A command that there is not, and one that is spelt like it.
pub fn unknown_command(found: &str, similar: &str) -> String {
    format!("there is no command “{found}”{}", meant(similar))
}

fn meant(similar: &str) -> String {
    if similar.is_empty() { String::new() } else { format!("; did you mean {similar}?") }
}

/// What was not given and has to be.
pub fn lacking(arguments: &[&str]) -> String {
    format!("missing: {}", arguments.join(", "))
}

/// An argument that cannot be given with others.
pub fn conflict(argument: &str, others: &[&str]) -> String {
    format!("{argument} cannot be given with {}", one_of(others))
}

/// An argument that was given more than once.
pub fn repeated(argument: &str) -> String {
    format!("{argument} can be given only once")
}

/// A stretch of time that ends before it begins.
pub fn reversed(from: &str, to: &str) -> String {
    format!("--from {from} --to {to} ends before it begins")
}

/// How a command that went wrong is told, how it is used, and where there is more.
pub fn refused(reason: &str, usage: &str, help: &str) -> String {
    let usage = if usage.is_empty() { String::new() } else { format!("Usage: {usage}\n\n") };
    format!("error: {reason}\n\n{usage}For more, try {help}.")
}
