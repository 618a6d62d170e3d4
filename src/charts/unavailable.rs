//! What a chart shows if its statistic cannot be computed.

use super::context::{Context, Drawn};
use super::graph::{Graph, Row, XAxis, YAxis};
use super::table::{Table, TableCell, TableRow};
use crate::statistics::Unavailable;
use crate::util::CollectVec as _;
use crate::wording::say::charts::{heads, page as words};
use crate::wording::say::numbers::capital;
use crate::wording::say::reasons;

/// A chart that says why `what` cannot be shown, and what each of `lacking` lacks.
pub fn unavailable(
    context: &Context<'_>,
    what: &str,
    why: &Unavailable,
    mut lacking: Vec<(String, String)>,
) -> Drawn {
    if matches!(
        why,
        Unavailable::WholeYears | Unavailable::WholeQuarters | Unavailable::LongerPeriods
    ) {
        // What is lacking is months, and of every part the same.
        lacking.clear();
    }
    let why = context.reason(why);
    let briefly = if cfg!(feature = "whole") { reasons::briefly(&why) } else { String::new() };
    said(context, (what, context.query.chart.label()), (&why.to_string(), &briefly), lacking)
}

/// The same for a reason specific to one chart.
pub fn refused(
    context: &Context<'_>,
    names: (&str, &str),
    why: &str,
    lacking: Vec<(String, String)>,
) -> Drawn {
    said(context, names, (why, ""), lacking)
}

/// The chart by its name, or else briefly; and the reason, likewise.
fn said(
    context: &Context<'_>,
    (what, briefly): (&str, &str),
    (why, brief): (&str, &str),
    lacking: Vec<(String, String)>,
) -> Drawn {
    let rows =
        |(name, absent): &(String, String)| Row { name: name.clone(), absent: absent.clone() };
    let mut graph = Graph::new(XAxis::Blank, YAxis::Rows(lacking.iter().map(rows).collect_vec()));
    if lacking.is_empty() {
        graph.y = YAxis::Rows(vec![Row { name: String::new(), absent: capital(why) }]);
    }
    let headline = words::cannot_be_shown(what, briefly, (why, brief));
    // A long reason stands below the headline.
    let said = headline.ends_with(why);
    Drawn {
        headline: headline.into(),
        subtitle: context.subject().start(),
        finding: if said { String::new() } else { words::reason(why) },
        graph,
        table: Table {
            caption: words::what_is_missing(what),
            columns: vec![
                Table::words(heads::what(), "what"),
                Table::words(heads::reason(), "lacks"),
            ],
            rows: lacking
                .into_iter()
                .map(|(name, absent)| TableRow {
                    cells: vec![TableCell::word(name), TableCell::word(absent)],
                    sources: Vec::new(),
                    chosen: false,
                })
                .collect_vec(),
        },
        notes: Vec::new(),
    }
}
