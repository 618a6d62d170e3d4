//! Reading and writing addresses by the table of parameters.

use super::chart_kind::ChartKind;
#[cfg(feature = "whole")]
use super::line::items;
use super::parameters::{PARAMETERS, Query};
use crate::trade::Month;
use crate::util::CollectVec as _;

/// What an address holds that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A parameter has a value that it cannot have.
    NotUnderstood {
        /// The parameter's name.
        name: &'static str,
        /// What was found, cut short.
        found: String,
        /// The words that it may have, where they are few.
        words: Vec<&'static str>,
    },
    /// A list has more items than are taken.
    #[cfg(feature = "whole")]
    TooMany {
        /// The parameter's name.
        name: &'static str,
        /// How many there are.
        found: usize,
        /// How many are taken, the first ones.
        taken: usize,
    },
    /// The time asked for ends before it begins.
    Reversed(Month, Month),
}

impl Query {
    /// Reads an address that may name one of `charts`, from what is usual on; tells what it could
    /// not understand.
    pub(crate) fn read(search: &str, usual: &Self, charts: &[ChartKind]) -> (Self, Vec<Problem>) {
        let mut query = usual.clone();
        let mut problems = Vec::new();
        let search = search.strip_prefix('?').unwrap_or(search);
        for pair in search.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let Some(parameter) = PARAMETERS.iter().find(|parameter| parameter.name == name) else {
                continue;
            };
            if (parameter.read)(&mut query, value, charts).is_none() {
                #[cfg(feature = "whole")]
                if let Some(taken) = parameter.most.filter(|most| items(value).count() > *most) {
                    let found = items(value).count();
                    problems.push(Problem::TooMany { name: parameter.name, found, taken });
                    continue;
                }
                problems.push(Problem::NotUnderstood {
                    name: parameter.name,
                    found: value.chars().take(40).collect(),
                    words: (parameter.words)(charts),
                });
            }
        }
        if let (Some(from), Some(to)) = (query.from, query.to)
            && from > to
        {
            problems.push(Problem::Reversed(from, to));
            query = query.unzoomed();
        }
        (query, problems)
    }

    /// The address that [`Query::read`] reads back: `?…`, or nothing where all is as usual.
    pub(crate) fn written(&self, usual: &Self) -> String {
        let named = PARAMETERS.iter().filter_map(|parameter| {
            let value = (parameter.write)(self);
            let value = value.filter(|value| (parameter.write)(usual).as_ref() != Some(value))?;
            let equals = if value.is_empty() { "" } else { "=" };
            Some(format!("{}{equals}{value}", parameter.name))
        });
        let named = named.collect_vec();
        if named.is_empty() { String::new() } else { format!("?{}", named.join("&")) }
    }

    /// The query with a control of the page set to a value; the same where it is none of the
    /// control's. An empty value takes back a choice that need not be made.
    pub(crate) fn with(
        &self,
        control: &str,
        value: &str,
        usual: &Self,
        charts: &[ChartKind],
    ) -> Self {
        let mut query = self.clone();
        let mut values = value.split(' ');
        for parameter in PARAMETERS.iter().filter(|one| one.control == Some(control)) {
            let done = match values.next().unwrap_or_default() {
                "" if (parameter.write)(usual).is_none() => {
                    (parameter.copy)(&mut query, usual);
                    Some(())
                }
                value => (parameter.read)(&mut query, value, charts),
            };
            if done.is_none() {
                return self.clone();
            }
        }
        query
    }

    /// The query as a chart sees it that obeys the controls for which `obeys` holds: what others
    /// set is as usual.
    pub(crate) fn as_obeyed(&self, usual: &Self, obeys: impl Fn(&str) -> bool) -> Self {
        let mut query = self.clone();
        for parameter in PARAMETERS {
            if parameter.control.is_some_and(|control| control != "chart" && !obeys(control)) {
                (parameter.copy)(&mut query, usual);
            }
        }
        query
    }
}
