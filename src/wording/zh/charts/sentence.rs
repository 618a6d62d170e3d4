//! 月度各图共用的标题与概述。

use super::super::comparison::level;
use super::super::direction::{before_baseline, moved, place};
use super::super::joining::beside;
use super::super::numbers::placed;
use super::super::quantity::in_a_summary;
use super::super::subject::{Subject, measured};
use super::super::units::money;

use super::notes::spans;
use crate::statistics::{Against, Comparison, Origin, Rank, Unavailable};
use crate::trade::{Month, Period, Quantity, Status, Unit};

/// A change from one period to another.
pub fn changed(
    subject: Subject<'_>,
    (current, base): (Period, Period),
    percent: f64,
    amount: Quantity,
    annual: bool,
) -> String {
    let said = if amount.unit.is_money() {
        current.long() + &beside(&measured(&subject, amount.unit), &amount.rounded())
    } else {
        done(subject, &current.long(), &amount.rounded())
    };
    format!("{said}，{}{}", baseline(current, base, annual), moved(percent))
}

/// A figure beside a mean, a median or a record.
pub fn placed_against(
    subject: Subject<'_>,
    (period, annual): (Period, bool),
    percent: f64,
    amount: Quantity,
    against: &Against,
) -> String {
    format!(
        "{}{}为{}，{}{}{}",
        period.long(),
        measured(&subject, amount.unit),
        amount.rounded(),
        before_baseline(percent),
        usual(period, against, annual),
        place(percent)
    )
}

/// `同比`、`环比`、`比上年`, else the period itself.
pub fn baseline(current: Period, base: Period, annual: bool) -> String {
    if base == current.years_before(1) {
        if annual || current.months == 12 { "比上年".to_owned() } else { "同比".to_owned() }
    } else if base.months == 1 && base.end() + 1 == current.start && !annual {
        "环比".to_owned()
    } else {
        format!("比{}", base.long())
    }
}

/// `此前5年同期均值`、`此前最高值（2025年6月）`.
fn usual(period: Period, against: &Against, annual: bool) -> String {
    let months = match period.months {
        _ if annual => "",
        2 => "1—2月",
        _ => "同期",
    };
    match against {
        Against::Mean(..) => format!("此前5年{months}均值"),
        Against::Median(..) => format!("此前5年{months}中位数"),
        Against::Record(record) => format!("数据中此前最高值（{}）", record.long()),
        Against::Period(base) => base.long(),
    }
}

/// The figure alone.
pub fn plain(subject: Subject<'_>, amount: Quantity, period: Period) -> String {
    done(subject, &period.long(), &amount.rounded())
}

/// `2024年11月中国对日本出口稀土4,416吨`; a file trades nothing: `您的文件：2024年11月出口稀土4,416吨`.
fn done(subject: Subject<'_>, when: &str, amount: &str) -> String {
    let goods = beside(&subject.product(), amount);
    let with = format!("{}{}{goods}", subject.partner(), subject.flow.verb());
    let reporter = subject.reporter();
    match reporter.strip_suffix('中').filter(|name| name.starts_with("您的")) {
        Some(file) => format!("{file}：{when}{with}"),
        None => format!("{when}{}", beside(&reporter, &with)),
    }
}

/// That there is no figure, which there may be in another unit.
pub fn none(subject: Subject<'_>, period: Period, unit: Unit) -> String {
    if unit.is_money() {
        let (value, money) = (measured(&subject, unit), money(unit));
        return format!("{}没有以{money}计的{value}", period.long());
    }
    match subject.reporter() {
        // What is in a file is no country's.
        file if file.ends_with('中') => {
            format!("{file}没有{}的{}数据", period.long(), subject.trade())
        }
        _ => format!("没有{}的{}数据", period.long(), subject.within()),
    }
}

/// That there is no total, for not every partner gives what it counts.
pub fn no_total(subject: Subject<'_>, period: Period, unit: Unit) -> String {
    format!("{}没有{}合计", period.long(), measured(&subject, unit))
}

/// What is lacking of the month.
pub fn lacking(why: &Unavailable) -> String {
    format!("{why}。")
}

/// Which month is the latest that there is.
pub fn latest(latest: Month) -> String {
    format!("最近公布的月份是{}。", latest.long())
}

/// The same, as a sentence.
pub fn no_figure(period: Period) -> String {
    format!("{}没有数据。", period.long())
}

/// The same, and the latest that there is.
pub fn no_figure_but(period: Period, latest: Month) -> String {
    format!("{}没有数据，最近公布的月份是{}。", period.long(), latest.long())
}

/// That a month is known with others only, and what they are together.
pub fn only_within(period: Period, amount: Quantity) -> String {
    format!("只有{}的合计数：{}。", period.long(), amount.exact())
}

/// That there is no month at all.
pub fn no_months() -> String {
    "没有月度数据。".to_owned()
}

/// The month's figure, and what it is compared with.
pub fn opening(
    subject: Subject<'_>,
    period: Period,
    amount: Option<(Quantity, Origin)>,
    compared: &[(f64, String)],
) -> String {
    let amount = amount.map_or_else(String::new, |(amount, origin)| {
        format!("{}{}", in_a_summary(amount), bracketed(origin))
    });
    let start = done(subject, &format!("{}，", period.long()), &amount);
    compared.iter().fold(start, |said, (_, one)| format!("{said}，{one}")) + "。"
}

/// `（推算值）` and the like, for what is not simply reported.
fn bracketed(origin: Origin) -> String {
    match origin {
        // The amount says that it is about so much.
        Origin::Figure(Status::Reported | Status::Approximate) => String::new(),
        origin => format!("（{}）", origin.word()),
    }
}

/// `环比下降7.1%（10月为4,753吨）`; the year is left out within the year of the current period.
pub fn than(
    percent: f64,
    base: Period,
    current: Period,
    amount: Quantity,
    (origin, stated): (Option<Origin>, Option<f64>),
) -> String {
    let origin =
        stated.map_or_else(|| mark_origin(origin), |_| "，据公布的增减幅度推算".to_owned());
    let said = format!("{}{origin}", in_a_summary(amount));
    if base == current.years_before(1) {
        let (word, name) = match current.months {
            12 => ("比上年", "上年"),
            1 => ("同比", "上年同月"),
            _ => ("同比", "上年同期"),
        };
        return format!("{word}{}（{name}为{said}）", moved(percent));
    }
    let within = base.start.year() == current.start.year() && base.months == 1;
    let name = if within { base.start.name().to_owned() } else { base.long() };
    if base.months == 1 && current.months == 1 && base.end() + 1 == current.start {
        return format!("环比{}（{name}为{said}）", moved(percent));
    }
    format!("{}{name}（{said}）{}", before_baseline(percent), moved(percent))
}

/// `，推算值` and the like, for what is not simply reported.
pub fn mark_origin(origin: Option<Origin>) -> String {
    match origin {
        None | Some(Origin::Figure(Status::Reported | Status::Approximate)) => String::new(),
        Some(origin) => format!("，{}", origin.word()),
    }
}

/// The same of a sum that rests on derived figures.
fn resting(derived: bool) -> String {
    bracketed(Origin::Figure(if derived { Status::Derived } else { Status::Reported }))
}

/// The year so far, and what it is compared with.
pub fn to_date(
    subject: Subject<'_>,
    period: Period,
    amount: Quantity,
    origin: Origin,
    against: Option<&str>,
) -> String {
    let sum = if period.months == 12 { "全年" } else { "累计" };
    let (amount, verb) = (in_a_summary(amount), subject.flow.verb());
    let start = format!("{}{sum}{verb}{amount}{}", period.long(), bracketed(origin));
    against.map_or_else(|| format!("{start}。"), |against| format!("{start}，{against}。"))
}

/// The three and the twelve months up to the month, each with whether it rests on derived figures, and the change
/// of the twelve in percent.
pub fn recent(
    period: Period,
    three: Option<(Quantity, bool)>,
    twelve: Option<((Quantity, bool), Option<f64>)>,
) -> Option<String> {
    let mut parts = Vec::new();
    // Those of January to March are the year to date.
    let three = three.filter(|_| period.end().number() != 3);
    let derived = [three, twelve.map(|(sum, _)| sum)].map(|sum| sum.is_some_and(|(_, own)| own));
    let [three_from, twelve_from] = derived.map(resting);
    // Below 100,000 each is counted to the unit, as the figures before it are.
    let three = three.map(|(sum, _)| in_a_summary(sum));
    let sum = twelve.map(|((sum, _), _)| in_a_summary(sum));
    parts.extend(three.map(|sum| format!("近3个月合计{sum}{three_from}")));
    if let Some((sum, (_, change))) = sum.zip(twelve) {
        let change = change.map(|change| format!("比此前12个月{}", moved(change)));
        let said = match (twelve_from.strip_suffix('）'), change) {
            (Some(open), Some(change)) => format!("{open}，{change}）"),
            (None, Some(change)) => format!("（{change}）"),
            (_, None) => twelve_from,
        };
        parts.push(format!("近12个月合计{sum}{said}"));
    }
    let sentence = parts.join("，");
    (!sentence.is_empty()).then(|| format!("截至{}，{sentence}。", period.end().name()))
}

/// How the month compares with the same months of other years: with their mean, and in their order.
/// The years are those that the place was found among.
pub fn among_others(
    period: Period,
    mean: Option<f64>,
    rank: Option<(Rank, &[Period])>,
) -> Option<String> {
    let same = match period.months {
        1 => "同月",
        12 if period.is_year() => "",
        2 if period.start.number() == 1 => "1—2月",
        _ => "同期",
    };
    let rank = rank.map(|(rank, years)| {
        let (years, placed) = (spans(years), placed(rank));
        match same {
            "1—2月" => format!("在{years}各年1—2月中为{placed}"),
            "" => format!("为{years}{}年中{placed}", rank.of),
            "同月" => {
                format!("在有数据的{}个{}（{years}）中为{placed}", rank.of, period.start.name())
            }
            _ => format!("在有数据的{}年{same}（{years}）中为{placed}", rank.of),
        }
    });
    let mean = mean.map(|percent| {
        let year = period.start.year();
        let level = before_baseline(percent);
        // As the comparison is called.
        let same = if same == "同月" { "同期" } else { same };
        format!("{level}{}—{}年{same}均值{}", year - 5, year - 1, place(percent))
    });
    let said: Vec<String> = mean.into_iter().chain(rank).collect();
    (!said.is_empty()).then(|| format!("{}{}。", period.long(), said.join("，")))
}

/// Why it is of none.
pub fn not_compared_by(comparison: Comparison, annual: bool, why: &Unavailable) -> String {
    match level(comparison) {
        None if annual && comparison == Comparison::YearOnYear => {
            format!("无法与上年比较：{why}。")
        }
        Some(level) => format!("无法与{level}比较：{why}。"),
        None => format!("无法计算{}：{why}。", comparison.label()),
    }
}

/// The change that a source gives, where the data lack the figure that it is from.
pub fn as_published(change: &str, why: &Unavailable) -> String {
    format!("来源称{change}；{why}，无法复核。")
}
