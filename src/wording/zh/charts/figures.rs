//! 单个数值的说明。

use super::super::joining::beside;
use super::super::quantity::side_by_side;
use crate::trade::{Quantity, Status, Unit};

/// What is computed here.
pub const fn computed() -> &'static str {
    "计算值"
}

/// How a figure came about: what stands in a reader’s own file nobody published.
pub const fn status(status: Status, own: bool) -> &'static str {
    match status {
        Status::Reported if own => "文件值",
        status => super::super::terms::status(status),
    }
}

/// Another report of the figure, and who published it.
pub fn also_reported(other: Quantity, alike: bool, by: &str) -> String {
    let verb = match alike {
        _ if by.is_empty() => "另有公布值",
        true => "也报",
        false => "另报",
    };
    format!("{by}{verb}{}", other.exact())
}

/// January and February reported together, drawn at what each was on average.
pub fn together(each: Quantity) -> String {
    format!("两月合并公布，图中为月均值{}", each.exact())
}

/// A figure beside what it is compared with.
pub fn against(current: &str, base: &str) -> String {
    format!("{current}，基数{base}")
}

/// A period beside what it is compared with.
pub fn periods(current: &str, base: &str) -> String {
    format!("{current}比{base}")
}

/// An amount beside the one it is compared with.
pub fn amounts_against(current: Quantity, base: Quantity) -> String {
    let [current, base] = side_by_side([current, base]);
    against(&current, &base)
}

/// A month's name beside what stands at it in the plot.
pub fn labelled(period: &str, what: &str) -> String {
    format!("{period} {what}")
}

/// A name and its number in a list.
pub fn named(name: &str, number: &str) -> String {
    beside(name, number)
}

/// What a joint figure leaves for one of its months.
pub fn left(joint: Quantity, other: Quantity) -> String {
    format!("合并公布的{}减去{}", joint.exact(), other.exact())
}

/// Two remarks.
pub fn both(one: &str, other: &str) -> String {
    format!("{one}；{other}")
}

/// What an axis counts: `月度数据，单位：吨`.
pub fn each(unit: &str, step: &str) -> String {
    format!("{step}度数据，单位：{unit}")
}

/// What an axis counts, of what where the headline does not say it, and of which stretch of time.
pub fn each_within(subject: &str, unit: Unit, step: &str, stretch: &str) -> String {
    let comma = if subject.is_empty() { "" } else { "，" };
    format!("{subject}{comma}{}，{stretch}", each(&unit.words(), step))
}
