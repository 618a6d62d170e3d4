//! 对数字的理解。

use super::super::comparison::short;
use super::super::subject::measure;
use crate::statistics::Comparison;
use crate::trade::{Flow, Month, Period, Unit};
use crate::wording::facts::Subject;

/// What a series is of: `对德国的稀土永磁体出口量`, `稀土出口额（以美元计）`; what the data count in is not said.
pub fn trade(subject: &Subject<'_>, unit: Unit, counts: Unit) -> String {
    if subject.flow == Flow::Quota {
        // An allowance has no partner: its name says by itself what it is.
        return subject.goods.to_owned();
    }
    let mirrored = matches!(subject.flow, Flow::MirrorExport | Flow::MirrorImport);
    let whose = if mirrored { "（伙伴统计）" } else { "" };
    let words = format!("{}{}{whose}", subject.trade(), measure(subject.flow, unit));
    match unit {
        _ if unit == counts => words,
        // By itself 元 could be of any country.
        Unit::YUAN => format!("{words}（以人民币计）"),
        _ => format!("{words}（以{}计）", unit.words()),
    }
}

/// The same without its season.
pub fn adjusted(trade: &str) -> String {
    format!("经季节调整的{trade}")
}

/// Of which months a trade is meant.
pub fn level(trade: &str, period: Period) -> String {
    format!("{}{trade}", period.long())
}

/// The same a month.
pub fn average(trade: &str, period: Period) -> String {
    format!("{}{trade}的月均值", period.long())
}

/// The same for each of what is counted.
pub fn for_each(trade: &str, of: Unit, period: Period) -> String {
    let (period, each) = (period.long(), of.each());
    match trade.rsplit_once('额') {
        // `稀土出口均价（每吨，以美元计）`.
        Some((goods, money)) => match money.strip_prefix('（') {
            Some(money) => format!("{period}{goods}均价（{each}，{money}"),
            None => format!("{period}{goods}均价（{each}）"),
        },
        None => format!("{period}平均{each}{trade}"),
    }
}

/// Against which months it is held: in the words of a desk where these have one.
pub fn change(trade: &str, period: Period, baseline: Period) -> String {
    let on_year = baseline == period.years_before(1);
    if on_year && period.months < 12 {
        return format!("{}{trade}同比", period.long());
    }
    if baseline.months == period.months && baseline.end() + 1 == period.start && !on_year {
        return format!("{}{trade}环比", period.long());
    }
    format!("{}{trade}，与{}相比", period.long(), baseline.long())
}

/// What part it is of another amount.
pub fn part(level: &str, whole: &str) -> String {
    format!("{level}占{}的比重", in_all(whole))
}

/// The whole is the total: `稀土出口总量`.
fn in_all(whole: &str) -> String {
    let total = ['量', '额']
        .into_iter()
        .find_map(|measure| whole.strip_suffix(measure).map(|goods| format!("{goods}总{measure}")));
    total.unwrap_or_else(|| whole.to_owned())
}

/// What is usual for the months of `level`, or, for a change, what these are compared with.
pub fn on_usual(level: &str, usual: Comparison, is_change: bool) -> String {
    let usual = short(usual);
    if is_change { format!("{level}，与{usual}相比") } else { format!("{level}的{usual}") }
}

/// The parts of a reading that a figure's own sentence does not say, by their words in reports.
pub fn unsaid(parts: &[&'static str]) -> String {
    format!("；句中未写明{}", parts_named(parts))
}

/// The parts of a reading by their names.
pub(super) fn parts_named(parts: &[&'static str]) -> String {
    let words = parts.iter().map(|part| match *part {
        "flow" => "进口还是出口",
        "product" => "商品",
        "partner" => "贸易伙伴",
        "period" => "时期",
        "comparison" => "与何时相比",
        other => other,
    });
    words.collect::<Vec<_>>().join("、")
}

/// When a story was supposed to be written, and how that is known, by its word in reports.
pub fn supposed(date: Month, dated: &'static str) -> String {
    let way = match dated {
        "dateline" => "开头几行中的日期",
        "years" if date.number() == 1 => {
            return format!(
                "文中未写明完整的成稿日期，按最晚的年份暂定为{}（该年数据此时已公布）。",
                date.long()
            );
        }
        "years" => {
            return format!("文中未写明完整的成稿日期，按最晚的年份暂定为{}。", date.long());
        }
        _ => "与文中多数数字相符的年份",
    };
    format!("按{way}推定成稿于{}。", date.long())
}
