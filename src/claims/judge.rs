//! Claims to verdicts: what the data say, and why.

use super::claim::{Claim, Kind, Rank, Stated};
use super::library::Library;
use crate::statistics::{Absent, Change, Comparison, amount, change, change_between};
use crate::trade::{Figure, Flow, Measure, Month, Period, Series, SeriesKey};

/// How a claim stands against the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Equal at the precision stated.
    Supported,
    /// Within one unit of the last digit stated, or a revision explains it.
    Close,
    /// Right for another period, comparison or flow.
    Misplaced,
    /// The data say otherwise.
    Contradicted,
    /// The data lack what it takes.
    NotCheckable,
}

impl Verdict {
    /// The word used in reports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Close => "close",
            Self::Misplaced => "misplaced",
            Self::Contradicted => "contradicted",
            Self::NotCheckable => "not_checkable",
        }
    }
}

/// A verdict with its grounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// What the data give instead, in the claim's unit.
    pub computed: Option<f64>,
    /// Why, in a sentence.
    pub reason: String,
    /// Indices of the sources behind it.
    pub sources: Vec<usize>,
    /// The comparison that the figure was read as, where the story names none.
    pub read_as: Option<Kind>,
}

impl Judgement {
    fn lacking(reason: impl Into<String>) -> Self {
        let reason = reason.into();
        Self {
            verdict: Verdict::NotCheckable,
            computed: None,
            reason,
            sources: Vec::new(),
            read_as: None,
        }
    }
}

/// Judges one claim.
pub fn judge(claim: &Claim, library: &Library<'_>) -> Judgement {
    if claim.unit == "pp" {
        return Judgement::lacking(
            "percentage points measure the distance between two percentages; a change in an amount \
             is in percent",
        );
    }
    let Some(key) = key(claim) else {
        return Judgement::lacking("the story does not say which trade is meant");
    };
    let series = library.series(&key);
    if series.is_empty() {
        return Judgement::lacking(format!(
            "the data hold no {} of {} {} {}",
            key.flow.plural(),
            key.product,
            if key.flow == Flow::Import { "from" } else { "to" },
            key.partner.name()
        ));
    }
    let Some(period) = claim.period else {
        return Judgement::lacking("the story does not say which months are meant");
    };
    match (claim.kind, claim.stated) {
        (Some(Kind::Superlative), _) => superlative(claim, &series, period),
        (Some(Kind::Streak), _) => streak(claim, &series, period),
        (_, Some(stated)) if claim.unit == "%" => {
            percentage(claim, stated, &series, period, library)
        }
        (_, Some(stated)) => level(claim, stated, &series, period, library),
        _ => Judgement::lacking("nothing is stated that could be computed"),
    }
}

fn key(claim: &Claim) -> Option<SeriesKey> {
    Some(SeriesKey {
        flow: claim.flow?,
        measure: claim.measure,
        product: claim.product?.to_owned(),
        partner: claim.partner.clone(),
    })
}

/// Whether what is printed stands for `value`.
fn holds(stated: Stated, value: f64) -> bool {
    let slack = stated.step * 1e-6;
    (stated.low - slack..=stated.high + slack).contains(&value)
}

/// Whether `value`, rounded as printed, is one unit of the last digit away at most.
fn near(stated: Stated, value: f64) -> bool {
    let rounded = (value / stated.step).round() * stated.step;
    (rounded - stated.value).abs() <= stated.step * 1.000_001
}

/// Whether a value is past what `more than` the figure would lead one to think of.
fn beyond(stated: Stated, value: f64) -> bool {
    stated.hedge == "more than"
        && value.signum() == stated.value.signum()
        && value.abs() > stated.value.abs()
}

/// Whether a figure has digits enough that meeting it elsewhere is no accident.
fn telling(stated: Stated) -> bool {
    stated.hedge.is_empty() && stated.value.abs() >= stated.step * 40.0
}

fn amount_words(value: f64, measure: Measure) -> String {
    let shown = format!("{:.1}", value);
    let shown = shown.strip_suffix(".0").unwrap_or(&shown);
    format!("{} {}", grouped(shown), measure.unit().words())
}

/// With a comma between thousands.
fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_once('.').map_or((number, None), |(a, b)| (a, Some(b)));
    let mut shown = String::new();
    for (place, letter) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) && !shown.ends_with('-') {
            shown.push(',');
        }
        shown.push(letter);
    }
    if let Some(rest) = rest {
        shown.push('.');
        shown.push_str(rest);
    }
    shown
}

fn percent_words(value: f64) -> String {
    format!("{value:+.1} %").replace('-', "\u{2212}")
}

fn level(
    claim: &Claim,
    stated: Stated,
    series: &Series,
    period: Period,
    library: &Library<'_>,
) -> Judgement {
    let found = match amount(series, period) {
        Ok(found) => found,
        Err(absent) => return Judgement::lacking(lacking(series, &absent)),
    };
    let fact = format!(
        "{} in {} were {} ({})",
        series.key().flow.plural(),
        period.long(),
        amount_words(found.value, claim.measure),
        found.origin.code()
    );
    let verdict = |verdict, reason| Judgement {
        verdict,
        computed: Some(found.value),
        reason,
        sources: found.sources.clone(),
        read_as: None,
    };
    if holds(stated, found.value) {
        return verdict(Verdict::Supported, fact);
    }
    if let Some(other) = others(series, period).find(|other| holds(stated, other.value)) {
        let sources = other.sources.iter().filter_map(|index| library.source(*index));
        let names: Vec<String> = sources.map(crate::trade::Source::credit).collect();
        return verdict(
            Verdict::Close,
            format!("{fact}; {} reported the figure stated, since revised", names.join(", ")),
        );
    }
    if beyond(stated, found.value) {
        return verdict(Verdict::Close, format!("{fact}: true, and by far"));
    }
    if near(stated, found.value) {
        return verdict(Verdict::Close, format!("{fact}, one unit of the last digit away"));
    }
    // A sum and a reported cumulative figure differ by revisions.
    if period.months > 1
        && crate::statistics::sum(series, period).is_ok_and(|sum| holds(stated, sum.value))
    {
        return verdict(
            Verdict::Close,
            format!("{fact}; the months as first reported add up to it"),
        );
    }
    if telling(stated) {
        let places = [
            Period::year_to_date(period.end()),
            Period::month(period.end()),
            Period::month(period.end() - 1),
            Period::month(period.end() - 12),
            Period::month(period.end() + 1),
            period.years_before(1),
            period.years_before(-1),
        ];
        let own = series.key();
        for flow in [own.flow, opposite(own.flow)] {
            let other = library.series(&SeriesKey { flow, ..own.clone() });
            for place in places.into_iter().chain([period]) {
                if let Ok(there) = amount(&other, place)
                    && holds(stated, there.value)
                {
                    let reason = format!(
                        "{fact}; the figure is right for {} in {}",
                        flow.plural(),
                        place.long()
                    );
                    return verdict(Verdict::Misplaced, reason);
                }
            }
        }
    }
    if claim.year_guessed {
        return Judgement::lacking(
            "the story names no year, and the figure fits none that is known",
        );
    }
    if tolerable(series, period, stated, found.value) {
        return verdict(Verdict::Close, format!("{fact}; the rounding of the data allows both"));
    }
    verdict(Verdict::Contradicted, fact)
}

const fn opposite(flow: Flow) -> Flow {
    match flow {
        Flow::Export => Flow::Import,
        _ => Flow::Export,
    }
}

fn lacking(series: &Series, absent: &Absent) -> String {
    format!("of {} of {}: {absent}", series.key().flow.plural(), series.key().product)
}

/// Other reports of the cell for `period`.
fn others(series: &Series, period: Period) -> impl Iterator<Item = &Figure> {
    series.figure(period).into_iter().flat_map(|figure| &figure.others)
}

/// Whether a derived or coarse cell is too loose to contradict with.
fn tolerable(series: &Series, period: Period, stated: Stated, value: f64) -> bool {
    let loose = series.figure(period).map_or(value.abs() * 0.002, |figure| match figure.status {
        crate::trade::Status::Derived => figure.value.abs() * 0.01,
        _ => figure.precision().min(figure.value.abs() * 0.01),
    });
    holds(Stated { low: stated.low - loose, high: stated.high + loose, ..stated }, value)
}

/// The change a comparison asks for.
fn change_of(series: &Series, period: Period, kind: Kind) -> crate::statistics::Known<Change> {
    match kind {
        Kind::MonthOnMonth => change(series, period, Comparison::MonthOnMonth),
        Kind::YearToDateChange => {
            change(series, Period::month(period.end()), Comparison::YearToDate)
        }
        _ => change(series, period, Comparison::YearOnYear),
    }
}

/// Everything the change could be, given each report of either cell.
fn variants(series: &Series, change: &Change, against: Period) -> Vec<f64> {
    let reports = |period: Period, value: f64| {
        let mut values = vec![value];
        values.extend(others(series, period).map(|other| other.value));
        if period.months > 1
            && let Ok(sum) = crate::statistics::sum(series, period)
        {
            values.push(sum.value);
        }
        values
    };
    let mut found = Vec::new();
    for current in reports(change.current.period, change.current.value) {
        for baseline in reports(against, change.baseline) {
            if baseline != 0.0 {
                found.push((current / baseline - 1.0) * 100.0);
            }
        }
    }
    found
}

fn change_words(change: &Change, percent: f64, measure: Measure) -> String {
    format!(
        "{} against {}: {} against {}, that is {}",
        change.current.period.long(),
        change.against,
        amount_words(change.current.value, measure),
        amount_words(change.baseline, measure),
        percent_words(percent)
    )
}

const KINDS: [(Kind, &str); 3] = [
    (Kind::MonthOnMonth, "month-on-month"),
    (Kind::YearOnYear, "year-on-year"),
    (Kind::YearToDateChange, "cumulative, on the year"),
];

/// The first place, other than the claim's own, where a percentage is right.
fn elsewhere(
    claim: &Claim,
    stated: Stated,
    series: &Series,
    period: Period,
    library: &Library<'_>,
) -> Option<String> {
    let own = series.key();
    let month = Period::month(period.end());
    let months = [
        month,
        Period::month(month.start - 1),
        Period::month(month.start + 1),
        month.years_before(1),
    ];
    for flow in [own.flow, opposite(own.flow)] {
        let other = library.series(&SeriesKey { flow, ..own.clone() });
        for place in months {
            for (kind, name) in KINDS {
                if flow == own.flow && place == period && Some(kind) == claim.kind {
                    continue;
                }
                // Another month is only meant where the comparison is the same.
                if place != month && Some(kind) != claim.kind {
                    continue;
                }
                if let Ok(change) = change_of(&other, place, kind)
                    && let Ok(percent) = change.percent()
                    && holds(stated, percent)
                {
                    return Some(format!(
                        "the figure is right for {} in {} ({name})",
                        flow.plural(),
                        change.current.period.long()
                    ));
                }
            }
        }
    }
    None
}

fn percentage(
    claim: &Claim,
    stated: Stated,
    series: &Series,
    period: Period,
    library: &Library<'_>,
) -> Judgement {
    let found = match (claim.kind, claim.baseline) {
        (_, Some(baseline)) => change_between(series, period, baseline),
        (Some(kind), None) => change_of(series, period, kind),
        (None, None) => return unnamed(claim, stated, series, period, library),
    };
    let found = match found {
        Ok(found) => found,
        Err(absent) => {
            // What cannot be judged in its place may still be known from another.
            if telling(stated)
                && !claim.year_guessed
                && let Some(place) = elsewhere(claim, stated, series, period, library)
                && stated.value.abs() >= stated.step * 60.0
            {
                let mut judgement =
                    Judgement::lacking(format!("{}; {place}", lacking(series, &absent)));
                judgement.verdict = Verdict::NotCheckable;
                return judgement;
            }
            return Judgement::lacking(lacking(series, &absent));
        }
    };
    let Ok(percent) = found.percent() else {
        return Judgement::lacking("the baseline is zero");
    };
    let fact = change_words(&found, percent, claim.measure);
    let sources = found.sources();
    let verdict = |verdict, reason| Judgement {
        verdict,
        computed: Some(percent),
        reason,
        sources: sources.clone(),
        read_as: None,
    };
    let against = match found.against {
        crate::statistics::Against::Period(period) => period,
        _ => period,
    };
    if holds(stated, percent) {
        return verdict(Verdict::Supported, fact);
    }
    if beyond(stated, percent) {
        return verdict(Verdict::Close, format!("{fact}: true, and by far"));
    }
    if variants(series, &found, against).into_iter().any(|other| holds(stated, other)) {
        return verdict(
            Verdict::Close,
            format!("{fact}; with figures as first reported it is as stated"),
        );
    }
    if near(stated, percent) {
        return verdict(Verdict::Close, format!("{fact}, one unit of the last digit away"));
    }
    if telling(stated)
        && let Some(place) = elsewhere(claim, stated, series, period, library)
    {
        return verdict(Verdict::Misplaced, format!("{fact}; {place}"));
    }
    if claim.year_guessed {
        return Judgement::lacking(
            "the story names no year, and the figure fits none that is known",
        );
    }
    let loose = [found.current.period, against].into_iter().any(|cell| {
        series.figure(cell).is_some_and(|figure| figure.status == crate::trade::Status::Derived)
    });
    let slack = if loose { 1.5 } else { 0.0 };
    if holds(Stated { low: stated.low - slack, high: stated.high + slack, ..stated }, percent) {
        return verdict(Verdict::Close, format!("{fact}; a figure behind it is itself derived"));
    }
    verdict(Verdict::Contradicted, fact)
}

/// A change that does not say against what: right if any usual comparison gives it.
fn unnamed(
    claim: &Claim,
    stated: Stated,
    series: &Series,
    period: Period,
    library: &Library<'_>,
) -> Judgement {
    let mut tried = Vec::new();
    for (kind, name) in KINDS {
        let Ok(change) = change_of(series, period, kind) else { continue };
        let Ok(percent) = change.percent() else { continue };
        if change.current.period != period {
            continue;
        }
        let fact = change_words(&change, percent, claim.measure);
        if holds(stated, percent) {
            return Judgement {
                verdict: Verdict::Supported,
                computed: Some(percent),
                reason: format!("the story does not say against what; {name} it holds: {fact}"),
                sources: change.sources(),
                read_as: Some(kind),
            };
        }
        tried.push((kind, name, percent, change.sources()));
    }
    let listed: Vec<String> = tried
        .iter()
        .map(|(_, name, percent, _)| format!("{name} it is {}", percent_words(*percent)))
        .collect();
    let listed = listed.join(", ");
    // The nearest comparison is the one that was meant, if the figure belongs elsewhere.
    let nearest = tried.into_iter().min_by(|one, other| {
        let away = |percent: f64| (percent - stated.value).abs();
        away(one.2).total_cmp(&away(other.2))
    });
    if let Some((kind, _, percent, sources)) = nearest
        && telling(stated)
        && !claim.year_guessed
        && let Some(place) = elsewhere(claim, stated, series, period, library)
    {
        let reason = format!("{listed}; {place}");
        let read_as = Some(kind);
        return Judgement {
            verdict: Verdict::Misplaced,
            computed: Some(percent),
            reason,
            sources,
            read_as,
        };
    }
    let told = if listed.is_empty() { String::new() } else { format!("; {listed}") };
    Judgement::lacking(format!("the story does not say what the change is against{told}"))
}

fn superlative(claim: &Claim, series: &Series, period: Period) -> Judgement {
    let Some(rank) = claim.rank else { return Judgement::lacking("no order is stated") };
    if period.months != 1 {
        return Judgement::lacking("only single months are ranked");
    }
    let Some(own) = series.month(period.start).map(|figure| figure.value) else {
        return Judgement::lacking(lacking(series, &Absent::NotReported(period)));
    };
    let (high, since, months) = match rank {
        Rank::Highest(since, months) => (true, since, months),
        Rank::Lowest(since, months) => (false, since, months),
    };
    let beats = |value: f64| if high { value >= own } else { value <= own };
    let first = match (since, months) {
        (Some(since), _) => since + 1,
        (None, Some(months)) => period.start - (months - 1),
        (None, None) => return Judgement::lacking("no span is stated"),
    };
    let sources =
        series.month(period.start).map(|figure| figure.sources.clone()).unwrap_or_default();
    let answer = |verdict, reason| Judgement {
        verdict,
        computed: Some(own),
        reason,
        sources: sources.clone(),
        read_as: None,
    };
    let between = || {
        series
            .months()
            .filter(|figure| figure.period.start >= first && figure.period.start < period.start)
    };
    let word = if high { "higher" } else { "lower" };
    if let Some(better) = between().rfind(|figure| beats(figure.value)) {
        if claim.year_guessed {
            return Judgement::lacking("the story names no year");
        }
        return answer(
            Verdict::Contradicted,
            format!(
                "{} was {word}: {} against {}",
                better.period.long(),
                amount_words(better.value, claim.measure),
                amount_words(own, claim.measure)
            ),
        );
    }
    let wanted = usize::try_from(period.start - first).unwrap_or(0);
    let known = between().count();
    if known < wanted {
        return Judgement::lacking(format!(
            "{known} of the {wanted} months between are known, none of them {word}"
        ));
    }
    if let Some(since) = since {
        match series.month(since) {
            None => {
                return Judgement::lacking(lacking(
                    series,
                    &Absent::NotReported(Period::month(since)),
                ));
            }
            Some(figure) if !beats(figure.value) => {
                return answer(
                    Verdict::Contradicted,
                    format!("{} was not {word} either: it goes back further", since.long()),
                );
            }
            Some(_) => {}
        }
    }
    answer(Verdict::Supported, format!("no month from {} on was {word}", first.long()))
}

fn streak(claim: &Claim, series: &Series, period: Period) -> Judgement {
    let Some((count, rising)) = claim.streak else {
        return Judgement::lacking("no count is stated");
    };
    if period.months != 1 {
        return Judgement::lacking("only single months make a streak");
    }
    let step = |month: Month| change(series, Period::month(month), Comparison::MonthOnMonth);
    let mut month = period.start;
    let mut sources = Vec::new();
    for _ in 0..count {
        match step(month) {
            Err(absent) => return Judgement::lacking(lacking(series, &absent)),
            Ok(change) => {
                sources.extend(change.sources());
                if (change.absolute() > 0.0) != rising && !claim.year_guessed {
                    let reason = format!(
                        "{} against {}: {} against {}",
                        month.long(),
                        (month - 1).long(),
                        amount_words(change.current.value, claim.measure),
                        amount_words(change.baseline, claim.measure)
                    );
                    return Judgement {
                        verdict: Verdict::Contradicted,
                        computed: None,
                        reason,
                        sources,
                        read_as: None,
                    };
                }
            }
        }
        month = month - 1;
    }
    crate::order::sort_by_key(&mut sources, |source| *source);
    sources.dedup();
    let longer = step(month).is_ok_and(|change| (change.absolute() > 0.0) == rising);
    let (verdict, reason) = if longer {
        (Verdict::Close, "it holds, and the run is longer still".to_owned())
    } else {
        (Verdict::Supported, format!("each of the {count} months moved that way"))
    };
    Judgement { verdict, computed: Some(f64::from(count)), reason, sources, read_as: None }
}
