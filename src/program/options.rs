//! The program's options for the parameters of addresses, with the same names and values.

use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, Args, Command, Error, FromArgMatches};
use xenotime::charts::{ChartKind, Query};
use xenotime::query::{Line, PARAMETERS, Parameter, Scope};
use xenotime::trade::Dataset;
use xenotime::wording::say::charts::opening;
use xenotime::wording::say::parameters;
use xenotime::wording::say::program::usage;

/// What options name of a query: which line of trade and when, and where `VIEW` holds, how it is shown.
pub struct Asked<const VIEW: bool>(Vec<(&'static Parameter, String)>);

/// The rows of the table that are options.
pub fn options(view: bool) -> impl Iterator<Item = &'static Parameter> {
    PARAMETERS.iter().filter(move |parameter| match parameter.scope {
        Scope::Series => true,
        Scope::View => view,
        Scope::Page => false,
    })
}

impl<const VIEW: bool> Args for Asked<VIEW> {
    fn augment_args(command: Command) -> Command {
        options(VIEW).fold(command, |command, parameter| {
            let check = |text: &str| {
                (parameter.read)(&mut Query::default(), text, &ChartKind::ALL)
                    .map(|()| text.to_owned())
                    .ok_or_else(|| expected(parameter))
            };
            let argument = Arg::new(parameter.name).long(parameter.name).value_parser(check);
            command.arg(argument)
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

fn expected(parameter: &Parameter) -> String {
    let words = (parameter.words)(&ChartKind::ALL);
    usage::expected(&parameters::expected(parameter.name, &words))
}

impl<const VIEW: bool> Asked<VIEW> {
    /// The query over a data set, which says what is usual; of a reader's own files one that they can answer.
    pub fn over(&self, dataset: &Dataset) -> Query {
        let query = self.read(Query::usual_of(dataset));
        // A month that is asked for is answered, if only with what is lacking of it.
        let month = query.month;
        if dataset.is_own() { Query { month, ..query.settled(dataset) } } else { query }
    }

    /// The series that are to stand beside the query's own.
    pub fn lines(&self) -> Vec<Line> {
        self.read(Query::default()).with
    }

    /// Whether a query has all that was asked for and its chart uses.
    pub fn holds_in(&self, query: &Query) -> bool {
        self.read(query.clone()).obeyed() == query.obeyed()
    }

    /// Whether a parameter is named.
    pub fn names(&self, name: &str) -> bool {
        self.0.iter().any(|(parameter, _)| parameter.name == name)
    }

    /// The query as its chart uses it, and a word on each choice named that it does not use, and which chart does. That
    /// what is usual anyhow is not used makes no difference.
    pub fn used(&self, dataset: &Dataset, query: &Query) -> (Query, Vec<String>) {
        let (record, usual) = (query.chart.record(), Query::usual_of(dataset));
        let not_used = |(parameter, text): &(&'static Parameter, String)| {
            let control = parameter.control.filter(|control| *control != "chart")?;
            let obeys = |chart: &ChartKind| {
                let record = chart.record();
                record.obeys(control) && !(parameter.name == "unit" && record.needs.weight_of_all)
            };
            if obeys(&query.chart) || (parameter.write)(query) == (parameter.write)(&usual) {
                return None;
            }
            let other = ChartKind::ALL.into_iter().find(obeys)?;
            let asked = format!("{}={text}", parameter.name);
            Some(opening::not_used((record.label)(), &asked, other.label()))
        };
        let said = self.0.iter().filter_map(not_used).collect();
        (query.obeyed(), said)
    }

    fn read(&self, mut query: Query) -> Query {
        for (parameter, text) in &self.0 {
            // Checked when it was taken in; else it stays as usual.
            let _ = (parameter.read)(&mut query, text, &ChartKind::ALL);
        }
        query
    }
}

impl<const VIEW: bool> FromArgMatches for Asked<VIEW> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut asked = Self(Vec::new());
        asked.update_from_arg_matches(matches)?;
        Ok(asked)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        for parameter in options(VIEW) {
            if let Some(text) = matches.get_one::<String>(parameter.name) {
                self.0.push((parameter, text.clone()));
            }
        }
        let query = self.read(Query::default());
        if let (Some(from), Some(to)) = (query.from, query.to)
            && from > to
        {
            let message = usage::reversed(&from.to_string(), &to.to_string()) + "\n";
            return Err(Error::raw(ErrorKind::ValueValidation, message));
        }
        Ok(())
    }
}
