//! 所求内容不存在时的说明。

use super::super::subject::Subject;
use super::super::units::money;
use super::dependence;
use super::sources::date as day_of;
use crate::trade::{Measure, Month, Period, Unit};

/// What is shown in place of what was asked for.
pub fn instead(chart: &str, differences: &[String]) -> String {
    nearest(&no_data(chart), "", differences)
}

/// That a chart does not show a choice.
pub fn no_data(chart: &str) -> String {
    format!("所选内容在“{chart}”中没有可显示的数据")
}

/// The same where the chart itself says why that cannot be shown, in its headline or in a sentence behind it.
pub fn nearest(why: &str, reason: &str, differences: &[String]) -> String {
    format!("{why}。{reason}现显示{}。", differences.join("；"))
}

/// That the chart does not use a choice, and which chart does.
pub fn not_used(chart: &str, asked: &str, other: &str) -> String {
    format!("“{chart}”图不支持“{asked}”，请改用“{other}”图。")
}

/// That the data lack a product.
pub fn no_product(code: &str) -> String {
    format!("数据中没有商品“{code}”。")
}

/// That the data lack a money.
pub fn no_values(unit: Unit) -> String {
    format!("数据中没有以{}计的金额。", money(unit))
}

/// That the data lack a partner.
pub fn no_partner(code: &str) -> String {
    format!("数据中没有贸易伙伴“{code}”。")
}

/// That the data lack an event.
pub fn no_event(date: &str) -> String {
    format!("数据中没有{}的事件，现显示所选月份之前的最近一个。", day_of(date))
}

/// That a month is known as part of a longer period only.
pub fn known_within(asked: Month, period: Period) -> String {
    format!("没有{}的单月数据，只有{}的数据。", asked.long(), period.long())
}

/// That a month lies before or after all that is known.
pub fn out_of_range(asked: Month, first: Month, last: Month) -> String {
    let (asked, first, last) = (asked.long(), first.long(), last.long());
    if first == last {
        return format!("所选月份为{asked}，而只有{first}的数据。");
    }
    format!("所选月份为{asked}，而数据范围是{first}至{last}。")
}

/// Another partner than the one asked for.
pub fn all_partners(asked: &str) -> String {
    format!("全部贸易伙伴合计，不限于{asked}")
}

/// Along which side.
pub fn by(side: &str) -> String {
    match side {
        "product" => "按商品的细分".to_owned(),
        _ => "按贸易伙伴的细分".to_owned(),
    }
}

/// `以美元计`.
pub fn in_unit(unit: Option<Unit>) -> String {
    unit.map_or_else(String::new, |unit| format!("以{}计的", money(unit)))
}

/// The same of what is neither weighed nor valued.
pub const fn in_quantities() -> &'static str {
    "以件、升等单位计的"
}

/// Of what is known by another measure: `以金额计的`.
pub const fn by_measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Value => "以金额计的",
        _ => "以重量计的",
    }
}

/// That nothing is known of it by that day, or that the data do not know its product.
pub fn nothing(subject: Subject<'_>, unit: &str, day: Option<&str>, known: bool) -> String {
    if !known {
        return format!("数据中没有商品“{}”", subject.product());
    }
    let code = format!("商品{}的", subject.product());
    let coded = subject.product().bytes().all(|byte| byte.is_ascii());
    let subject = if coded { Subject { goods: &code, ..subject } } else { subject };
    let until = day.map_or_else(String::new, |date| format!("截至{}，", day_of(date)));
    let what = match subject.reporter() {
        // What is in a file is no country's.
        file if file.ends_with('中') => format!("{file}没有{unit}{}数据", subject.trade()),
        _ => format!("没有{unit}{}数据", subject.within()),
    };
    until + &what
}

/// That nothing is known of all of it.
pub fn no_total(subject: Subject<'_>, unit: &str) -> String {
    format!("没有{unit}{}合计数据", subject.within())
}

/// That something is known of its parts then.
pub const fn parts_alone() -> &'static str {
    "只有按贸易伙伴或按商品细分的数据，请选择其一。"
}

/// That an allowance is no trade, and where it is shown.
pub fn no_trade(subject: Subject<'_>) -> String {
    format!("{}不是贸易数据，请见“{}”图", subject.product(), dependence::label())
}

/// What to do then; `of_a_day` where only what was published by some day counts.
pub fn choose_another(of_a_day: bool) -> String {
    if of_a_day {
        "可改选较晚的日期。"
    } else {
        "可改选商品、贸易伙伴、流向或计量方式。"
    }
    .to_owned()
}
