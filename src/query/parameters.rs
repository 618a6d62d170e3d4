//! The table of what an address may name. Each parameter is a row, next to the field of [`Query`] that
//! holds its value.

use super::choice::{ChartKind, Query, Theme};
use super::line::is_product;
#[cfg(feature = "whole")]
use super::{line::Line, note::Note};
use crate::statistics::Comparison;
use crate::statistics::structure::Side;
#[cfg(feature = "whole")]
use crate::statistics::{Grouping, Transformation};
use crate::trade::{Flow, Measure, Month, Partner, Unit};
use crate::util::CollectVec as _;

/// Who may set a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Which line of trade, and when: addresses, and every command of the program about a month.
    Series,
    /// How it is shown: addresses, and the command that draws.
    View,
    /// How the page stands: addresses alone.
    Page,
}

/// A row of the table.
pub struct Parameter {
    /// Its name in addresses and, after `--`, as an option of the program.
    pub name: &'static str,
    /// Who may set it.
    pub scope: Scope,
    /// The control that sets it on the page, if any. One control may set several parameters: its value then
    /// holds theirs in the order of the table, separated by spaces.
    pub control: Option<&'static str>,
    /// The words it may hold, if they are few. The codes of the charts are passed in.
    pub words: fn(&[ChartKind]) -> Vec<&'static str>,
    /// Reads a value into a query. Of a list, the valid items are kept; `None` if any was not valid.
    pub read: fn(&mut Query, &str, &[ChartKind]) -> Option<()>,
    /// Its value in a query; `None` for the default.
    pub write: fn(&Query) -> Option<String>,
    /// Copies its value from the second query into the first.
    pub copy: fn(&mut Query, &Query),
    /// Whether it needs the whole module, even for the charts of the first page.
    pub whole: bool,
}

const FLOWS: [Flow; 2] = [Flow::Export, Flow::Import];
const SIDES: [Side; 2] = [Side::Partner, Side::Product];
/// The vertical axis of amounts.
#[cfg(feature = "whole")]
const SCALES: [&str; 2] = ["linear", "log"];
/// Words for yes and no; a name without a value is a yes.
const YES: [&str; 5] = ["", "1", "true", "yes", "on"];
const NO: [&str; 4] = ["0", "false", "no", "off"];

/// The fields that rows for one of few words, or for a month, have alike.
const PLAIN: Parameter = Parameter {
    name: "",
    scope: Scope::View,
    control: None,
    words: |_| Vec::new(),
    read: |_, _, _| None,
    write: |_| None,
    copy: |_, _| (),
    whole: false,
};

/// Every parameter, in the order of an address.
pub const PARAMETERS: &[Parameter] = &[
    Parameter {
        name: "chart",
        control: Some("chart"),
        words: |charts| charts.iter().map(|chart| chart.code()).collect_vec(),
        read: |query, text, charts| {
            query.chart = *charts.iter().find(|chart| chart.code() == text)?;
            Some(())
        },
        write: |query| Some(query.chart.code().to_owned()),
        copy: |query, other| query.chart = other.chart,
        ..PLAIN
    },
    Parameter {
        name: "flow",
        scope: Scope::Series,
        control: Some("flow"),
        words: |_| FLOWS.map(Flow::code).into(),
        read: |query, text, _| {
            query.flow = FLOWS.into_iter().find(|flow| flow.code() == text)?;
            Some(())
        },
        write: |query| Some(query.flow.code().to_owned()),
        copy: |query, other| query.flow = other.flow,
        ..PLAIN
    },
    Parameter {
        name: "product",
        scope: Scope::Series,
        control: Some("product"),
        read: |query, text, _| {
            query.product = is_product(text).then(|| text.to_owned())?;
            Some(())
        },
        write: |query| Some(query.product.clone()),
        copy: |query, other| query.product.clone_from(&other.product),
        ..PLAIN
    },
    Parameter {
        name: "partner",
        scope: Scope::Series,
        control: Some("product"),
        read: |query, text, _| {
            query.partner = Partner::parse(text)?;
            Some(())
        },
        write: |query| Some(query.partner.code().to_owned()),
        copy: |query, other| query.partner = other.partner.clone(),
        ..PLAIN
    },
    Parameter {
        name: "measure",
        scope: Scope::Series,
        control: Some("product"),
        words: |_| Measure::ALL.map(Measure::code).into(),
        read: |query, text, _| {
            query.measure = Measure::parse(text)?;
            Some(())
        },
        write: |query| Some(query.measure.code().to_owned()),
        copy: |query, other| query.measure = other.measure,
        ..PLAIN
    },
    Parameter {
        name: "unit",
        scope: Scope::Series,
        control: Some("product"),
        read: |query, text, _| {
            query.unit = Some(Unit::parse(text).filter(|unit| unit.is_money())?);
            Some(())
        },
        write: |query| query.unit.map(|unit| unit.code().to_owned()),
        copy: |query, other| query.unit = other.unit,
        whole: true,
        ..PLAIN
    },
    Parameter {
        name: "month",
        scope: Scope::Series,
        control: Some("month"),
        read: |query, text, _| {
            query.month = Some(Month::parse(text)?);
            Some(())
        },
        write: |query| query.month.map(|month| month.to_string()),
        copy: |query, other| query.month = other.month,
        ..PLAIN
    },
    Parameter {
        name: "from",
        control: Some("from"),
        read: |query, text, _| {
            query.from = Some(Month::parse(text)?);
            Some(())
        },
        write: |query| query.from.map(|month| month.to_string()),
        copy: |query, other| query.from = other.from,
        ..PLAIN
    },
    Parameter {
        name: "to",
        control: Some("to"),
        read: |query, text, _| {
            query.to = Some(Month::parse(text)?);
            Some(())
        },
        write: |query| query.to.map(|month| month.to_string()),
        copy: |query, other| query.to = other.to,
        ..PLAIN
    },
    Parameter {
        name: "compare",
        control: Some("compare"),
        words: |_| Comparison::ALL.map(Comparison::code).into(),
        read: |query, text, _| {
            query.comparison = Comparison::parse(text)?;
            Some(())
        },
        write: |query| Some(query.comparison.code().to_owned()),
        copy: |query, other| query.comparison = other.comparison,
        ..PLAIN
    },
    Parameter {
        name: "by",
        control: Some("by"),
        words: |_| SIDES.map(Side::code).into(),
        read: |query, text, _| {
            query.by = Side::parse(text)?;
            Some(())
        },
        write: |query| Some(query.by.code().to_owned()),
        copy: |query, other| query.by = other.by,
        ..PLAIN
    },
    #[cfg(feature = "whole")]
    Parameter {
        name: "adjust",
        control: Some("adjust"),
        words: |_| std::iter::once(Query::DIRECT).chain(SIDES.map(Side::code)).collect_vec(),
        read: |query, text, _| {
            query.adjusted_by = if text == Query::DIRECT { None } else { Some(Side::parse(text)?) };
            Some(())
        },
        write: |query| Some(query.adjusted_by.map_or(Query::DIRECT, Side::code).to_owned()),
        copy: |query, other| query.adjusted_by = other.adjusted_by,
        ..PLAIN
    },
    Parameter {
        name: "event",
        control: Some("event"),
        read: |query, text, _| {
            let fits = |letter: u8| letter.is_ascii_digit() || letter == b'-';
            let date = text.len() == 10 && text.bytes().all(fits);
            query.event = Some(date.then(|| text.to_owned())?);
            Some(())
        },
        write: |query| query.event.clone(),
        copy: |query, other| query.event.clone_from(&other.event),
        ..PLAIN
    },
    // The page leaves several series to the whole module: the first one is spared their rows.
    #[cfg(feature = "whole")]
    Parameter {
        name: "with",
        control: Some("with"),
        read: |query, text, _| {
            // Hosts and browsers may write the commas as they write other marks.
            let text = text.replace("%2C", ",").replace("%2c", ",");
            let asked = text.split(',').count();
            query.with = text.split(',').filter_map(Line::parse).take(Line::MOST).collect_vec();
            (query.with.len() == asked).then_some(())
        },
        write: |query| {
            let codes = query.with.iter().map(Line::code).collect_vec();
            (!codes.is_empty()).then(|| codes.join(","))
        },
        copy: |query, other| query.with.clone_from(&other.with),
        ..PLAIN
    },
    #[cfg(feature = "whole")]
    Parameter {
        name: "per",
        control: Some("per"),
        words: |_| Grouping::ALL.map(Grouping::code).into(),
        read: |query, text, _| {
            query.grouping = Grouping::parse(text)?;
            Some(())
        },
        write: |query| Some(query.grouping.code().to_owned()),
        copy: |query, other| query.grouping = other.grouping,
        ..PLAIN
    },
    #[cfg(feature = "whole")]
    Parameter {
        name: "as",
        control: Some("as"),
        words: |_| Transformation::ALL.map(Transformation::code).into(),
        read: |query, text, _| {
            query.transformation = Transformation::parse(text)?;
            Some(())
        },
        write: |query| Some(query.transformation.code().to_owned()),
        copy: |query, other| query.transformation = other.transformation,
        ..PLAIN
    },
    #[cfg(feature = "whole")]
    Parameter {
        name: "base",
        control: Some("base"),
        read: |query, text, _| {
            query.base = Some(Month::parse(text)?);
            Some(())
        },
        write: |query| query.base.map(|month| month.to_string()),
        copy: |query, other| query.base = other.base,
        ..PLAIN
    },
    #[cfg(feature = "whole")]
    Parameter {
        name: "scale",
        control: Some("scale"),
        words: |_| SCALES.into(),
        read: |query, text, _| {
            let place = SCALES.iter().position(|scale| *scale == text)?;
            query.logarithmic = place == 1;
            Some(())
        },
        write: |query| SCALES.get(usize::from(query.logarithmic)).map(|scale| (*scale).to_owned()),
        copy: |query, other| query.logarithmic = other.logarithmic,
        ..PLAIN
    },
    #[cfg(feature = "whole")]
    Parameter {
        name: "asof",
        scope: Scope::Series,
        read: |query, text, _| {
            let date = match text.len() {
                4 => Month::parse(&format!("{text}-01")),
                7 => Month::parse(text),
                10 => Month::of_day(text),
                _ => None,
            };
            query.known_on = Some(date.map(|_| text.to_owned())?);
            Some(())
        },
        write: |query| query.known_on.clone(),
        copy: |query, other| query.known_on.clone_from(&other.known_on),
        whole: true,
        ..PLAIN
    },
    #[cfg(feature = "whole")]
    Parameter {
        name: "notes",
        read: |query, text, _| {
            let whole;
            (query.notes, whole) = Note::parse_all(text);
            whole.then_some(())
        },
        write: |query| (!query.notes.is_empty()).then(|| Note::write_all(&query.notes)),
        copy: |query, other| query.notes.clone_from(&other.notes),
        whole: true,
        ..PLAIN
    },
    Parameter {
        name: "theme",
        scope: Scope::Page,
        words: |_| Theme::ALL.map(Theme::code).into(),
        read: |query, text, _| {
            query.theme = Theme::parse(text)?;
            Some(())
        },
        write: |query| Some(query.theme.code().to_owned()),
        copy: |query, other| query.theme = other.theme,
        ..PLAIN
    },
    Parameter {
        name: "embed",
        scope: Scope::Page,
        read: |query, text, _| {
            let text = text.to_ascii_lowercase();
            query.embed = YES.contains(&text.as_str());
            (query.embed || NO.contains(&text.as_str())).then_some(())
        },
        write: |query| query.embed.then(String::new),
        copy: |query, other| query.embed = other.embed,
        ..PLAIN
    },
];
