//! The table of what an address may name. Each parameter is one row, from which the field of [`Query`] that
//! holds its value, the field's default and the parameter itself are made.

use super::chart_kind::ChartKind;
use super::color_scheme::Theme;
#[cfg(feature = "whole")]
use super::line::items;
use super::line::{Line, is_product};
use super::note::Note;
use crate::statistics::structure::Side;
use crate::statistics::{Comparison, Grouping, Transformation};
use crate::trade::{Flow, Measure, Month, Partner, SeriesKey, Unit};
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
    /// The most items of a list, where it has any.
    #[cfg(feature = "whole")]
    pub most: Option<usize>,
    /// Whether it needs the whole module, even for the charts of the first page.
    pub whole: bool,
}

const FLOWS: [Flow; 2] = [Flow::Export, Flow::Import];
const SIDES: [Side; 2] = [Side::Partner, Side::Product];
/// The vertical axis of amounts.
pub const SCALES: [&str; 2] = ["linear", "log"];
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
    #[cfg(feature = "whole")]
    most: None,
    whole: false,
};

/// Makes [`Query`] and [`PARAMETERS`] of the rows. A row is a field with its type and its default, and the
/// parameter that sets it; what copies the field is written here once. A row may leave the parameter out of
/// the first page's module, never the field.
macro_rules! parameters {
    (
        of($chart:ident, $usual:ident)
        $(
            $(#[$doc:meta])*
            $field:ident: $kind:ty = $default:expr =>
            $(#[$when:meta])* Parameter { $($row:tt)* }
        )+
    ) => {
        /// Everything a reader can choose. An address names only what differs from the default.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Query {
            $($(#[$doc])* pub $field: $kind,)+
            /// The series shown by default. An address names only what differs from it.
            pub usual: SeriesKey,
        }

        impl Query {
            /// The query of an address that names nothing, where the usual chart and series are these.
            pub(crate) fn of($chart: ChartKind, $usual: SeriesKey) -> Self {
                Self { $($field: $default,)+ usual: $usual }
            }
        }

        /// Every parameter, in the order of an address.
        pub const PARAMETERS: &[Parameter] = &[
            $(
                $(#[$when])*
                Parameter {
                    copy: |query, other| query.$field = other.$field.clone(),
                    $($row)*
                },
            )+
        ];
    };
}

parameters! {
    of(chart, usual)

    /// Which chart.
    chart: ChartKind = chart => Parameter {
        name: "chart",
        control: Some("chart"),
        words: |charts| charts.iter().map(|chart| chart.code()).collect_vec(),
        read: |query, text, charts| {
            query.chart = *charts.iter().find(|chart| chart.code() == text)?;
            Some(())
        },
        write: |query| Some(query.chart.code().to_owned()),
        ..PLAIN
    }

    /// Exports or imports.
    flow: Flow = usual.flow => Parameter {
        name: "flow",
        scope: Scope::Series,
        control: Some("flow"),
        words: |_| FLOWS.map(Flow::code).into(),
        read: |query, text, _| {
            query.flow = FLOWS.into_iter().find(|flow| flow.code() == text)?;
            Some(())
        },
        write: |query| Some(query.flow.code().to_owned()),
        ..PLAIN
    }

    /// The product's code.
    product: String = usual.product.clone() => Parameter {
        name: "product",
        scope: Scope::Series,
        control: Some("product"),
        read: |query, text, _| {
            query.product = is_product(text).then(|| text.to_owned())?;
            Some(())
        },
        write: |query| Some(query.product.clone()),
        ..PLAIN
    }

    /// The partner.
    partner: Partner = usual.partner.clone() => Parameter {
        name: "partner",
        scope: Scope::Series,
        control: Some("product"),
        read: |query, text, _| {
            query.partner = Partner::parse(text)?;
            Some(())
        },
        write: |query| Some(query.partner.code().to_owned()),
        ..PLAIN
    }

    /// Volume or value.
    measure: Measure = usual.measure => Parameter {
        name: "measure",
        scope: Scope::Series,
        control: Some("product"),
        words: |_| Measure::ALL.map(Measure::code).into(),
        read: |query, text, _| {
            query.measure = Measure::parse(text)?;
            Some(())
        },
        write: |query| Some(query.measure.code().to_owned()),
        ..PLAIN
    }

    /// The unit of the amounts, where it is not the data’s main one: another currency.
    unit: Option<Unit> = None => Parameter {
        name: "unit",
        scope: Scope::Series,
        control: Some("product"),
        read: |query, text, _| {
            query.unit = Some(Unit::parse(text).filter(|unit| unit.is_money())?);
            Some(())
        },
        write: |query| query.unit.map(|unit| unit.code().to_owned()),
        whole: true,
        ..PLAIN
    }

    /// The month under study; none stands for the latest.
    month: Option<Month> = None => Parameter {
        name: "month",
        scope: Scope::Series,
        control: Some("month"),
        read: |query, text, _| {
            query.month = Some(Month::parse(text)?);
            Some(())
        },
        write: |query| query.month.map(|month| month.to_string()),
        ..PLAIN
    }

    /// The first month shown, where the reader narrowed the view.
    from: Option<Month> = None => Parameter {
        name: "from",
        control: Some("from"),
        read: |query, text, _| {
            query.from = Some(Month::parse(text)?);
            Some(())
        },
        write: |query| query.from.map(|month| month.to_string()),
        ..PLAIN
    }

    /// The last month shown, likewise.
    to: Option<Month> = None => Parameter {
        name: "to",
        control: Some("to"),
        read: |query, text, _| {
            query.to = Some(Month::parse(text)?);
            Some(())
        },
        write: |query| query.to.map(|month| month.to_string()),
        ..PLAIN
    }

    /// What the month is compared with.
    comparison: Comparison = Comparison::YearOnYear => Parameter {
        name: "compare",
        control: Some("compare"),
        words: |_| Comparison::ALL.map(Comparison::code).into(),
        read: |query, text, _| {
            query.comparison = Comparison::parse(text)?;
            Some(())
        },
        write: |query| Some(query.comparison.code().to_owned()),
        ..PLAIN
    }

    /// Whether a total is broken down by partner or by product.
    by: Side = Side::Partner => Parameter {
        name: "by",
        control: Some("by"),
        words: |_| SIDES.map(Side::code).into(),
        read: |query, text, _| {
            query.by = Side::parse(text)?;
            Some(())
        },
        write: |query| Some(query.by.code().to_owned()),
        ..PLAIN
    }

    /// Whether each partner or each product is seasonally adjusted; none stands for the total.
    adjusted_by: Option<Side> = None => #[cfg(feature = "whole")] Parameter {
        name: "adjust",
        control: Some("adjust"),
        words: |_| std::iter::once(Query::DIRECT).chain(SIDES.map(Side::code)).collect_vec(),
        read: |query, text, _| {
            query.adjusted_by = if text == Query::DIRECT { None } else { Some(Side::parse(text)?) };
            Some(())
        },
        write: |query| Some(query.adjusted_by.map_or(Query::DIRECT, Side::code).to_owned()),
        ..PLAIN
    }

    /// The event studied, by its date.
    event: Option<String> = None => Parameter {
        name: "event",
        control: Some("event"),
        read: |query, text, _| {
            let fits = |letter: u8| letter.is_ascii_digit() || letter == b'-';
            let date = text.len() == 10 && text.bytes().all(fits);
            query.event = Some(date.then(|| text.to_owned())?);
            Some(())
        },
        write: |query| query.event.clone(),
        ..PLAIN
    }

    // The page leaves several series to the whole module: the first one is spared their rows.
    /// Further series beside the query's own, where a chart shows several.
    with: Vec<Line> = Vec::new() => #[cfg(feature = "whole")] Parameter {
        name: "with",
        control: Some("with"),
        read: |query, text, _| {
            query.with = items(text).filter_map(Line::parse).take(Line::MOST).collect_vec();
            (query.with.len() == items(text).count()).then_some(())
        },
        write: |query| {
            let codes = query.with.iter().map(Line::code).collect_vec();
            (!codes.is_empty()).then(|| codes.join(","))
        },
        most: Some(Line::MOST),
        ..PLAIN
    }

    /// How the months of such a chart are grouped.
    grouping: Grouping = Grouping::Month => #[cfg(feature = "whole")] Parameter {
        name: "per",
        control: Some("per"),
        words: |_| Grouping::ALL.map(Grouping::code).into(),
        read: |query, text, _| {
            query.grouping = Grouping::parse(text)?;
            Some(())
        },
        write: |query| Some(query.grouping.code().to_owned()),
        ..PLAIN
    }

    /// What it shows of its lines: levels, changes, an index or shares.
    transformation: Transformation = Transformation::Level => #[cfg(feature = "whole")] Parameter {
        name: "as",
        control: Some("as"),
        words: |_| Transformation::ALL.map(Transformation::code).into(),
        read: |query, text, _| {
            query.transformation = Transformation::parse(text)?;
            Some(())
        },
        write: |query| Some(query.transformation.code().to_owned()),
        ..PLAIN
    }

    /// The month that counts as 100 in an index; none stands for the first that all series have.
    base: Option<Month> = None => #[cfg(feature = "whole")] Parameter {
        name: "base",
        control: Some("base"),
        read: |query, text, _| {
            query.base = Some(Month::parse(text)?);
            Some(())
        },
        write: |query| query.base.map(|month| month.to_string()),
        ..PLAIN
    }

    /// Whether its vertical axis is logarithmic.
    logarithmic: bool = false => #[cfg(feature = "whole")] Parameter {
        name: "scale",
        control: Some("scale"),
        words: |_| SCALES.into(),
        read: |query, text, _| {
            let place = SCALES.iter().position(|scale| *scale == text)?;
            query.logarithmic = place == 1;
            Some(())
        },
        write: |query| SCALES.get(usize::from(query.logarithmic)).map(|scale| (*scale).to_owned()),
        ..PLAIN
    }

    /// The date whose state of knowledge is shown: figures published later are left out.
    known_on: Option<String> = None => #[cfg(feature = "whole")] Parameter {
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
        whole: true,
        ..PLAIN
    }

    /// The reader's own notes.
    notes: Vec<Note> = Vec::new() => #[cfg(feature = "whole")] Parameter {
        name: "notes",
        read: |query, text, _| {
            let whole;
            (query.notes, whole) = Note::parse_all(text);
            whole.then_some(())
        },
        write: |query| (!query.notes.is_empty()).then(|| Note::write_all(&query.notes)),
        whole: true,
        ..PLAIN
    }

    /// Light or dark.
    theme: Theme = Theme::Auto => Parameter {
        name: "theme",
        scope: Scope::Page,
        words: |_| Theme::ALL.map(Theme::code).into(),
        read: |query, text, _| {
            query.theme = Theme::parse(text)?;
            Some(())
        },
        write: |query| Some(query.theme.code().to_owned()),
        ..PLAIN
    }

    /// The bare chart, for an iframe.
    embed: bool = false => Parameter {
        name: "embed",
        scope: Scope::Page,
        read: |query, text, _| {
            let text = text.to_ascii_lowercase();
            query.embed = YES.contains(&text.as_str());
            (query.embed || NO.contains(&text.as_str())).then_some(())
        },
        write: |query| query.embed.then(String::new),
        ..PLAIN
    }
}
