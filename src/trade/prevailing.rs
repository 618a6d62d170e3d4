//! Which of several reports of one figure counts.

use super::{Figure, Source, SourceKind, Status};
use crate::util::sort_by_key;

/// Half of a step, and as much more as binary fractions are off by.
const HALF: f64 = 0.5 + 1e-6;

/// Chooses among reports of one cell; the rest become the winner's `others`, latest first.
///
/// Anything prevails over what rests on an analyst; what was reported over what we derived; the
/// report nearer to the customs, where a row of several sources stands as far away as the furthest
/// of them; the later publication; the later row. One exception: a reported figure that only
/// repeats the winner with more digits (62,585.2 for 62,580) takes its place; of several the one that
/// rounds to it before one that was only cut off.
pub(super) fn prevailing(mut reports: Vec<Figure>, sources: &[Source]) -> Option<Figure> {
    if reports.len() == 1 {
        return reports.pop();
    }
    let rank = |figure: &Figure| {
        let own = || figure.sources.iter().filter_map(|index| sources.get(*index));
        let kind = own().map(|source| source.kind).min().flatten();
        let published = own().map(|source| source.published.clone()).max().unwrap_or_default();
        let firm = kind != Some(SourceKind::Analyst);
        (firm, figure.status != Status::Derived, kind, published)
    };
    // A stable sort keeps file order among equals; the winner comes last.
    sort_by_key(&mut reports, rank);
    let latest = reports.pop()?;
    let within = |share: f64| {
        reports.iter().rposition(|other| {
            other.status != Status::Derived && other.is_finer_than(&latest, share)
        })
    };
    // A little more than half, for what lies halfway was rounded up or down.
    let finer = within(HALF).or_else(|| within(1.0));
    let mut winner = match finer {
        Some(index) => {
            let winner = reports.remove(index);
            reports.push(latest);
            winner
        }
        None => latest,
    };
    reports.reverse();
    winner.others = reports;
    Some(winner)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::trade::{Month, Period};

    pub fn source(id: &str, published: &str, kind: SourceKind) -> Source {
        Source {
            id: id.into(),
            publisher: id.into(),
            published: published.into(),
            title: String::new(),
            url: String::new(),
            kind: Some(kind),
        }
    }

    pub fn report(value: f64, decimals: u8, status: Status, source: usize) -> Figure {
        let period = Period::month(Month::from_index(24288));
        Figure { status, ..Figure::reported(period, value, decimals, vec![source]) }
    }

    fn choose(reports: Vec<Figure>) -> (f64, Vec<f64>) {
        let sources = [
            source("early", "2024-01-05", SourceKind::Agency),
            source("late", "2024-02", SourceKind::Agency),
            source("press", "2024-03", SourceKind::Press),
            source("own", "2023-12", SourceKind::Customs),
            source("firm", "2024-04", SourceKind::Analyst),
        ];
        let winner = prevailing(reports, &sources)
            .map(|winner| (winner.value, winner.others.iter().map(|other| other.value).collect()));
        winner.unwrap_or_default()
    }

    #[test]
    fn the_latest_report_prevails_and_keeps_the_earlier() {
        let reports =
            vec![report(5426.0, 0, Status::Reported, 1), report(5429.0, 0, Status::Reported, 0)];
        assert_eq!(choose(reports), (5426.0, vec![5429.0]));
    }

    #[test]
    fn a_rounded_repetition_is_no_revision() {
        let reports =
            vec![report(62585.2, 1, Status::Reported, 0), report(62580.0, 0, Status::Reported, 1)];
        assert_eq!(choose(reports), (62585.2, vec![62580.0]));
    }

    #[test]
    fn of_finer_reports_the_one_that_rounds_to_it_stands() {
        let of = |value, decimals, source| report(value, decimals, Status::Reported, source);
        for finer in [[(19266.8, 0), (19265.8, 1)], [(19265.8, 0), (19266.8, 1)]] {
            let [one, other] = finer.map(|(value, source)| of(value, 1, source));
            assert_eq!(choose(vec![one, other, of(19266.0, 0, 1)]).0, 19265.8, "{finer:?}");
        }
        // Halfway is rounded either way; what was cut off stands where nothing rounds.
        assert_eq!(choose(vec![of(17.5, 1, 0), of(18.0, 0, 1)]).0, 17.5);
        assert_eq!(choose(vec![of(17.8, 1, 0), of(17.0, 0, 1)]).0, 17.8);
    }

    #[test]
    fn a_report_prevails_over_a_later_derivation() {
        let reports =
            vec![report(20840.0, 0, Status::Derived, 1), report(20769.8, 1, Status::Reported, 0)];
        assert_eq!(choose(reports), (20769.8, vec![20840.0]));
    }

    #[test]
    fn the_nearer_to_the_customs_prevails_whenever_it_came() {
        let of = |value, source| report(value, 0, Status::Reported, source);
        assert_eq!(choose(vec![of(13.0, 2), of(17.0, 0)]), (17.0, vec![13.0]));
        assert_eq!(choose(vec![of(19.0, 3), of(17.0, 1)]), (19.0, vec![17.0]));
        let several = Figure { sources: vec![3, 2], ..of(23.0, 3) };
        assert_eq!(choose(vec![several, of(17.0, 0)]), (17.0, vec![23.0]));
    }

    #[test]
    fn anything_prevails_over_an_analyst() {
        let derived = report(53_033.0, 0, Status::Derived, 2);
        let estimate = report(53_224.0, 0, Status::Reported, 4);
        assert_eq!(choose(vec![derived, estimate]), (53_033.0, vec![53_224.0]));
    }
}
