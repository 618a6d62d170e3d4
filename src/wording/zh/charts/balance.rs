//! 出口与进口并列。

use super::super::joining::beside;
use super::super::quantity::side_by_side;
use super::super::subject::Subject;
use super::super::units::money;
use crate::trade::{Flow, Period, Quantity, Unit};

/// The chart's name.
pub const fn label() -> &'static str {
    "进出口"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "进出口",
        "出口和进口为公布值或推算值，表中另列出口减进口之差（以金额计即贸易差额），未作季节调整。",
    )]
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    of(subject, "进出口")
}

/// That exports, imports or both are not known.
pub fn not_both(
    subject: Subject<'_>,
    lacking: [bool; 2],
    (period, unit): (Period, Unit),
) -> String {
    let flows = match lacking {
        [true, false] => "出口",
        [false, true] => "进口",
        _ => "进出口",
    };
    // `中国自美国进口稀土`, `中国稀土进口`: of one flow with somebody it says which way.
    let said = match (subject.with, lacking) {
        (Some(name), [true, false]) => one_way(subject, Flow::Export, name),
        (Some(name), [false, true]) => one_way(subject, Flow::Import, name),
        _ => of(subject, flows),
    };
    let counted = match unit.is_money() {
        true => format!("无以{}计的金额数据", money(unit)),
        false => "无数据".to_owned(),
    };
    format!("{}{said}{counted}", period.long())
}

/// `中国自美国进口稀土`.
fn one_way(subject: Subject<'_>, flow: Flow, name: &str) -> String {
    let (towards, verb) = (flow.towards(), flow.plural());
    let trade = beside(&format!("{towards}{name}{verb}"), &subject.product());
    beside(&subject.reporter(), &trade)
}

/// `中国与日本的稀土进出口`.
fn of(subject: Subject<'_>, flows: &str) -> String {
    let with = subject.with.map_or_else(String::new, |name| format!("与{name}之间的"));
    let goods = beside(&with, &subject.product());
    beside(&subject.reporter(), &goods) + flows
}

/// That the sides are counted in two units.
pub fn in_two_units(subject: Subject<'_>, exports: Unit, imports: Unit) -> String {
    format!(
        "{}出口以{}计，进口以{}计，无法相减",
        beside(&subject.reporter(), &subject.product()),
        exports.words(),
        imports.words()
    )
}

/// The larger of the two sides, then the other.
pub fn headline(
    subject: Subject<'_>,
    more: (Flow, Quantity),
    less: (Flow, Quantity),
    period: Period,
) -> String {
    let side = |flow: Flow| {
        let with =
            subject.with.map_or_else(String::new, |name| format!("{}{name}", flow.towards()));
        format!("{with}{}", flow.verb())
    };
    let [amount, other] = side_by_side([more.1, less.1]);
    format!(
        "{}{}{}{}，{}{}",
        period.long(),
        subject.reporter(),
        side(more.0),
        beside(&subject.product(), &amount),
        side(less.0),
        other,
    )
}

/// Which figures are credited.
pub fn credit(flow: Flow, period: Period) -> String {
    format!("{}{}", period.long(), flow.plural())
}

/// What the difference of the two can't say.
pub fn no_dependence(unit: Unit) -> String {
    format!("不同商品一律按{}相加，因此出口减进口之差不能用来衡量依存程度。", unit.words())
}

/// What the data say of a product.
pub fn remark(product: &str, note: &str) -> String {
    format!("{product}：{note}。")
}
