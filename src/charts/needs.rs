//! The files that a view needs beside the headline figures.

use super::control::ENOUGH_MONTHS;
use super::opening::is_drawn;
use crate::import::dataset::OUTLINES;
use crate::query::Query;
use crate::statistics::structure::Side;
use crate::trade::{Dataset, Measure, PartRole, SeriesKey};
use crate::util::CollectVec as _;

/// The files that the view of a query needs and that have not been loaded yet, including the outlines of
/// countries.
pub fn needs(dataset: &Dataset, query: &Query) -> Vec<String> {
    let mut query = &query.over(dataset);
    let narrowed = cfg!(feature = "whole").then(|| query.chart.record().needs.narrowed(query));
    query = narrowed.as_ref().unwrap_or(query);
    let parts = dataset.about.parts.iter().filter(|(_, file)| !dataset.added.contains(file));
    let needed = parts.filter(|(role, _)| is_needed(dataset, query, *role));
    let outlines = cfg!(feature = "whole") && query.chart.record().needs.outlines;
    let outlines = outlines.then(|| OUTLINES.to_owned());
    let outlines = outlines.filter(|file| !dataset.added.contains(file));
    needed.map(|(_, file)| file.clone()).chain(outlines).collect_vec()
}

fn is_needed(dataset: &Dataset, query: &Query, role: PartRole) -> bool {
    let needs = query.chart.record().needs;
    let measures = if needs.every_measure { &Measure::ALL[..] } else { &[query.measure][..] };
    let lacks = |key: &SeriesKey| !dataset.has_months(key, ENOUGH_MONTHS);
    let of = |measure: &Measure| SeriesKey { measure: *measure, ..query.key() };
    let thin = || measures.iter().any(|measure| lacks(&of(measure)));
    // Series beside it, each by itself.
    let beside = || query.with.iter().filter(|_| cfg!(feature = "whole"));
    let any = |fits: &dyn Fn(&SeriesKey) -> bool| beside().any(|line| fits(&line.key));
    let by_product = query.by == Side::Product && query.chart.record().obeys("by");
    // What a period lacks along the one side is looked for along the other.
    let lacks_partners = || {
        cfg!(feature = "whole")
            && query.chart.record().obeys("by")
            && !dataset.awaits(PartRole::Partners)
            && !is_drawn(dataset, query)
    };
    let adjusted = query.adjusted_by.filter(|_| query.chart.record().obeys("adjust"));
    let by_product = by_product || adjusted == Some(Side::Product);
    needs.parts.contains(&role)
        || match role {
            PartRole::Partners => {
                let of_partner = |key: &SeriesKey| !key.partner.is_world() || lacks(key);
                thin() || !query.partner.is_world() || adjusted.is_some() || any(&of_partner)
            }
            // The product lines of a month stand there.
            // A chart that has nothing of one partner shows all of them.
            PartRole::Months => {
                let of_all = |key: &SeriesKey| key.partner.is_world() && lacks(key);
                query.partner.is_world() && (thin() || by_product)
                    || lacks_partners()
                    || any(&of_all)
            }
            PartRole::Money => {
                let value = |key: &SeriesKey| key.measure == Measure::Value && lacks(key);
                query.unit.is_some()
                    || beside().any(|line| line.unit.is_some())
                    || thin() && measures.contains(&Measure::Value)
                    || any(&value)
            }
            PartRole::Production | PartRole::Prices => false,
        }
}
