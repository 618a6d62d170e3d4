//! What a country reports of its trade beside what its partners report of the same.

use super::balance::{Pair, both, opposed};
use super::context::{Context, Drawn};
use crate::trade::{Dataset, Flow, Partner, SeriesKey};
use crate::wording::en::numbers::{percent, rounded};

/// Whether the data hold any partner's report.
pub fn is_known(dataset: &Dataset) -> bool {
    dataset.observations().iter().any(|one| one.key.flow > Flow::Quota)
}

/// The series of one side: of the world's those partners that report too, for like is held against
/// like.
pub fn key(of: SeriesKey, flow: Flow) -> SeriesKey {
    let both = Partner::parse(Partner::BOTH).filter(|_| of.partner.is_world());
    SeriesKey { flow, partner: both.unwrap_or(of.partner.clone()), ..of }
}

pub fn draw(context: &Context<'_>) -> Drawn {
    let flow = context.query.flow;
    let side = |flow| context.dataset.series(&key(context.query.key(), flow));
    let mut series = [flow, flow.mirrored()].map(side);
    // Nothing is held against it, but there it is.
    if let [own, other] = &mut series
        && other.is_empty()
    {
        *own = context.series.clone();
    }
    let headline = headline(context, &series);
    opposed(
        context,
        Pair {
            caption: context.subject(),
            headline,
            series,
            names: ["Own report", "The other side’s"].map(str::to_owned),
            codes: ["own", "mirror"].map(str::to_owned),
            net: ("Own less the other side’s", "difference"),
            notes: vec![
                "Two reports of one trade seldom agree: imports are mostly valued with freight and insurance, exports without; goods on their way fall into different months; trade through a third country is told in two ways. Only partners whose own report is in the files are added up.".to_owned(),
            ],
        },
    )
}

fn headline(context: &Context<'_>, [own, other]: &[crate::trade::Series; 2]) -> String {
    let flow = context.query.flow;
    let Some((one, two)) = both(context, own, other) else {
        return format!(
            "No partner’s own report of {} in {} is at hand",
            context.subject(),
            context.summary.period.long()
        );
    };
    let key = own.key();
    let to = if flow == Flow::Import { "from" } else { "to" };
    let change = Some((two.value / one.value - 1.0) * 100.0).filter(|change| change.is_finite());
    let change = change.map_or_else(String::new, |change| format!(" ({})", percent(change)));
    format!(
        "In {} {} {} {} of {} {to} {} by its own report, {} by the other side’s{change}",
        one.period.long(),
        context.dataset.reporter(),
        flow.verb(),
        rounded(one.value, one.decimals, context.unit()),
        context.product(),
        context.dataset.partner(&key.partner),
        rounded(two.value, two.decimals, context.unit()),
    )
}
